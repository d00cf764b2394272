import type { Analysis } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { ActorMention, EventMention } from '#lexicon/lexicon.ts';
import { BY, COMMENTING, HOSTING } from '#match/participant-words.ts';

/** Who does something to whom, as countries, organisations and camps. */
type DoerAndTarget = { readonly by: readonly ActorId[]; readonly to: readonly ActorId[] };

/** "The union on Monday adopted new sanctions": so many words may stand between doer and event. */
const DOER_DISTANCE = 5;
/** "Was hit by Z": so far behind the event whoever did it may be introduced. */
const BY_DISTANCE = 2;

/**
 * Who does what an event's first telling sentence tells, and to whom: who stands nearest before its words and nearest
 * behind, which a passive ("by") turns around. Absent where no sentence has both. `sidesOf`: for whom an actor acts,
 * itself if it is a country.
 */
export function doerAndTarget(
  told: readonly EventMention[],
  named: readonly ActorMention[],
  sidesOf: (actor: ActorId) => readonly ActorId[],
  analysis: Analysis,
): DoerAndTarget | undefined {
  for (const event of told) {
    const beside = named.filter((one) => one.passage === event.passage && one.sentence === event.sentence);
    const before = beside.filter(({ lastWord }) => lastWord < event.firstWord).at(-1);
    // A name may stand inside the event's words: "summons the Z ambassador".
    const behind = beside.find(({ firstWord }) => firstWord > event.firstWord);
    if (before === undefined || behind === undefined || isCommentedBy(before, event, analysis)) continue;
    const [doer, target] = isTurnedAround(event, analysis) ? [behind, before] : [before, behind];
    const [by, to] = [sidesOf(doer.actor), sidesOf(target.actor)];
    if (by.length > 0 && to.length > 0 && !by.some((side) => to.includes(side))) return { by, to };
  }
  return undefined;
}

/** "Z condemned the sanctions that …": who speaks of an event does not do it, nor does who stands far from it. */
function isCommentedBy(
  { lastWord }: ActorMention,
  { passage, sentence, firstWord }: EventMention,
  { passages, language = '' }: Analysis,
): boolean {
  const words = passages[passage]?.sentences[sentence]?.words ?? [];
  const between = words.slice(lastWord + 1, firstWord);
  const commenting = formsIn(COMMENTING, language);
  return (
    between.length > DOER_DISTANCE ||
    between.some(({ folded }) => commenting.some((start) => folded.startsWith(start)))
  );
}

function isTurnedAround(event: EventMention, { passages, language = '' }: Analysis): boolean {
  const words = passages[event.passage]?.sentences[event.sentence]?.words ?? [];
  const own = words.slice(event.firstWord, event.lastWord + 1);
  const hosting = formsIn(HOSTING, language);
  if (own.some(({ folded }) => hosting.some((start) => folded.startsWith(start)))) return true;
  const by = formsIn(BY, language);
  const next = words.slice(event.firstWord + 1, event.lastWord + 1 + BY_DISTANCE);
  return next.some(({ folded }) => by.includes(folded));
}
