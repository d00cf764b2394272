import { adminAuditOf } from '#command/admin/admin-audit.ts';
import { adminDeliveries } from '#command/admin/admin-deliveries.ts';
import { adminExport } from '#command/admin/admin-export.ts';
import { adminImport } from '#command/admin/admin-import.ts';
import { adminSettings } from '#command/admin/admin-settings.ts';
import { status } from '#command/admin/status.ts';
import { withButtons } from '#command/button/button-commands.ts';
import type { Command } from '#command/command.ts';
import { feedAdd } from '#command/feed/feed-add.ts';
import { feedDrop } from '#command/feed/feed-drop.ts';
import { feedExport } from '#command/feed/feed-export.ts';
import { feedHealth } from '#command/feed/feed-health.ts';
import { feedImport } from '#command/feed/feed-import.ts';
import { feedList } from '#command/feed/feed-list.ts';
import { feedRelease } from '#command/feed/feed-release.ts';
import { feedRemove } from '#command/feed/feed-remove.ts';
import { helpOn } from '#command/help.ts';
import { newsContacts } from '#command/news/news-contacts.ts';
import { newsLatest } from '#command/news/news-latest.ts';
import { newsSearch } from '#command/news/news-search.ts';
import { newsSince } from '#command/news/news-since.ts';
import { newsTopics } from '#command/news/news-topics.ts';
import { privacy } from '#command/privacy.ts';
import { storyHide } from '#command/story/story-hide.ts';
import { storyHistory } from '#command/story/story-history.ts';
import { storyShow } from '#command/story/story-show.ts';
import { storySides } from '#command/story/story-sides.ts';
import { storySources } from '#command/story/story-sources.ts';
import { storyWhy } from '#command/story/story-why.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchList } from '#command/watch/watch-list.ts';
import { watchMute } from '#command/watch/watch-mute.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import { watchResume } from '#command/watch/watch-resume.ts';
import { watchSample } from '#command/watch/watch-sample.ts';
import { watchTest } from '#command/watch/watch-test.ts';

const answering: readonly Command[] = [
  watchAdd,
  watchList,
  watchRemove,
  watchDigest,
  watchEdit,
  watchPause,
  watchResume,
  watchMute,
  watchTest,
  watchSample,
  newsLatest,
  newsSince,
  newsSearch,
  newsTopics,
  newsContacts,
  storyShow,
  storySides,
  storySources,
  storyHistory,
  storyWhy,
  storyHide,
  feedAdd,
  feedList,
  feedRemove,
  feedImport,
  feedExport,
  feedHealth,
  feedRelease,
  feedDrop,
  adminSettings,
  adminAuditOf(() => withButtons(answering)),
  adminDeliveries,
  adminExport,
  adminImport,
  status,
  privacy,
];

/** Everything that people can ask, as every platform offers it. */
export const commands: readonly Command[] = [...answering, helpOn(answering)];
