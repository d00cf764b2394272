import type { types } from '@slack/bolt';
import { plain } from '#adapters/slack/asking/form-view.ts';
import { replyBlocks } from '#adapters/slack/asking/reply-message.ts';
import { metadataOf } from '#adapters/slack/asking/view-place.ts';
import { sections } from '#adapters/slack/cards/blocks.ts';
import type { TimeView } from '#adapters/slack/cards/slack-time.ts';
import { slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { Reply } from '#command/command.ts';

const TITLE = 'Readout';

/** A reply in a window, where nobody else sees it; its buttons ask on in the same channel. */
export const replyView = (reply: Reply, channel: string, look: TimeView): types.ModalView => ({
  type: 'modal',
  private_metadata: metadataOf({ channel }),
  title: plain(TITLE, TITLE.length),
  close: plain(slackWordsIn(look.language).close, TITLE.length),
  blocks: [...replyBlocks(reply, look)],
});

/** What stands in a window until the answer is there. */
export const waitingView = (channel: string, language: string): types.ModalView => ({
  type: 'modal',
  private_metadata: metadataOf({ channel }),
  title: plain(TITLE, TITLE.length),
  close: plain(slackWordsIn(language).close, TITLE.length),
  blocks: [...sections([slackWordsIn(language).oneMoment])],
});
