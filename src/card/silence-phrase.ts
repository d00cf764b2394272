import type { Composing } from '#card/composing.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Silence } from '#story/story.ts';

/** Why a side has no words here, in words. Never "not mentioned". */
export function silencePhrase(silence: Silence | undefined, composing: Composing): Phrase {
  const { words, numberOf, dossier } = composing;
  const nameOf = (outlet: OutletId): string => dossier.outlets.get(outlet)?.name ?? outlet;
  switch (silence?.kind) {
    case 'no-sentence':
      return silence.isFullText
        ? words.noSentence(silence.readAt, numberOf(silence.article))
        : words.onlyLeadRead(silence.readAt, numberOf(silence.article));
    case 'nothing-yet':
      return words.nothingYet(nameOf(silence.outlet), silence.readAt);
    case 'feed-down':
      return words.feedDown(nameOf(silence.outlet), silence.since);
    case 'not-read-directly':
    case undefined:
      return [text(words.notReadDirectly)];
  }
}
