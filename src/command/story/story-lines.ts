import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { joined, say, typed } from '#command/words/say.ts';

/** A story in two lines of a list: its name and headline, then how it stands and what it rests on. */
export const storyLines = ({ story, headline, status, footer }: Card): readonly Phrase[] => [
  say`${typed(story)} · **${headline}**`,
  joined([status, ...footer.slice(0, 1)], ' · '),
];
