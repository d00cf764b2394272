import type { Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';

const foldedSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWord));

/** English, French, Russian, German, Spanish; none means something else in another. */
const AGAIN = foldedSet('again anew снова вновь опять повторно erneut abermals nuevamente');
/** "De nouveau", "à nouveau", "de nuevo": a word that says so behind these alone. */
const ANEW = foldedSet('nouveau nuevo');
const BEFORE_ANEW = foldedSet('de a');
/** Right before the event: "another call", "a second call", «третий разговор». */
const ONE_MORE = foldedSet(
  `another second third fourth fifth nouvel deuxième second seconde troisième quatrième cinquième
  второй вторая вторую третий третья третью четвёртый четвёртая пятый пятая очередной очередная
  zweites zweite dritte drittes weiteres segunda segundo tercera tercer otra`.replaceAll(/\s+/g, ' '),
);
/** "For the second time", "pour la troisième fois", «во второй раз». */
const TIMES = foldedSet('time fois раз mal vez');

/** So far from the event's words "again" may stand. */
const REACH = 4;
const RIGHT_BEFORE = 2;

/** Whether an event is told as one more of its kind: "speak again", "second call of the day", «снова поговорили». */
export function isToldAgain(
  words: readonly Word[],
  { firstWord, lastWord }: { readonly firstWord: number; readonly lastWord: number },
): boolean {
  const from = Math.max(0, firstWord - REACH);
  return words.slice(from, lastWord + REACH + 1).some(({ folded }, index) => {
    const at = from + index;
    const distance = Math.max(firstWord - at, at - lastWord, 0);
    const isAnew = ANEW.has(folded) && BEFORE_ANEW.has(words[at - 1]?.folded ?? '');
    if (AGAIN.has(folded) || isAnew) return true;
    if (!ONE_MORE.has(folded)) return false;
    return TIMES.has(words[at + 1]?.folded ?? '') || (at < firstWord && distance <= RIGHT_BEFORE);
  });
}
