import type { Composing } from '#card/composing.ts';
import type { Headline } from '#card/headline-of.ts';
import type { Phrase } from '#card/phrase.ts';
import { inOneLine, text } from '#card/phrase-of.ts';
import { headlineSource } from '#card/source-name.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';

/** Whose headline it is, by which topics the channel got it, what kind of event, between whom. */
export function aboutLine(headline: Headline, composing: Composing, lexicon: Lexicon): Phrase {
  const { account, view, words, language, nameOf } = composing;
  const event = account.event === undefined ? undefined : lexicon.events.get(account.event);
  const sides = account.sides.map(({ side }) => nameOf(side));
  const parts = [
    words.headlineOf(headlineSource(headline, composing)),
    view.topics.length > 0 ? words.topics(view.topics) : '',
    event ? (event.shown[language] ?? event.shown['en'] ?? '') : '',
    sides.join(' – '),
  ];
  return inOneLine(parts.filter((part) => part !== '').map((part) => [text(part)]));
}
