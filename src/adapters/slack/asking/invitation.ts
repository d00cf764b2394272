import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';

/** That we are not in a channel, and what to type there. */
export function invitation(channel: string, { botName }: SlackHome, words: SlackWords): Phrase {
  const [before, typed, after] = words.invite(channel);
  return [text(before, 'strong'), text(' '), text(`${typed} @${botName}`, 'code'), text(` ${after}`)];
}
