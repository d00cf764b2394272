import { adminDeliveries } from '#command/admin-deliveries.ts';
import { adminSettings } from '#command/admin-settings.ts';
import type { Command } from '#command/command.ts';
import { feedAdd } from '#command/feed-add.ts';
import { feedDrop } from '#command/feed-drop.ts';
import { feedExport } from '#command/feed-export.ts';
import { feedHealth } from '#command/feed-health.ts';
import { feedImport } from '#command/feed-import.ts';
import { feedList } from '#command/feed-list.ts';
import { feedRelease } from '#command/feed-release.ts';
import { feedRemove } from '#command/feed-remove.ts';
import { helpOn } from '#command/help.ts';
import { newsLatest } from '#command/news-latest.ts';
import { newsSearch } from '#command/news-search.ts';
import { status } from '#command/status.ts';
import { storyShow } from '#command/story-show.ts';
import { storyWhy } from '#command/story-why.ts';
import { watchAdd } from '#command/watch-add.ts';
import { watchDigest } from '#command/watch-digest.ts';
import { watchEdit } from '#command/watch-edit.ts';
import { watchList } from '#command/watch-list.ts';
import { watchMute } from '#command/watch-mute.ts';
import { watchPause } from '#command/watch-pause.ts';
import { watchRemove } from '#command/watch-remove.ts';
import { watchResume } from '#command/watch-resume.ts';
import { watchSample } from '#command/watch-sample.ts';
import { watchTest } from '#command/watch-test.ts';

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
  newsSearch,
  storyShow,
  storyWhy,
  feedAdd,
  feedList,
  feedRemove,
  feedImport,
  feedExport,
  feedHealth,
  feedRelease,
  feedDrop,
  adminSettings,
  adminDeliveries,
  status,
];

/** Everything that people can ask, as every platform offers it. */
export const commands: readonly Command[] = [...answering, helpOn(answering)];
