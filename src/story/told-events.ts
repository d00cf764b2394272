import type { Analysis } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { ActorMention, EventMention } from '#lexicon/lexicon.ts';
import { namesJointText } from '#statement/joint-text.ts';
import { announcedDay } from '#story/announced-day.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { type HeadPassage, standsIn } from '#story/head-of.ts';
import { takingPart } from '#story/taking-part.ts';
import { type Aside, standsAside } from '#story/told-aside.ts';
import { whichEvent } from '#story/which-event.ts';

/** What is known of the article beside its events. */
type Known = Parameters<typeof takingPart>[2] & {
  readonly head: readonly HeadPassage[];
  readonly asides: readonly Aside[];
  readonly analysis: Analysis;
  readonly when: Date;
  /** The countries, organisations and camps for which an actor acts; itself where it is one. */
  readonly sidesOf: (actor: ActorId) => readonly ActorId[];
};

/** The events that title and lead tell of, each status of each type once, and which ones of their type they are. */
export function toldEvents(mentions: readonly EventMention[], known: Known): Fingerprint['events'] {
  const inHead = actsIn(mentions.filter((mention) => standsIn(mention, known.head, known.analysis)));
  const sure = inHead.filter(({ weak }) => !weak);
  const told = sure.length > 0 ? sure : inHead.filter((mention) => actorsBeside(mention, known.named) >= 2);
  const itsMentions = toldItself(inHead, known.asides);
  return [
    ...Map.groupBy(toldItself(told, known.asides), ({ event, status }) => `${event} ${status}`).values(),
  ].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const on = first.status === 'planned' ? dayOf(alike, known) : undefined;
    const between =
      contactKindOf(first.event) === undefined ? undefined : takingPart(alike, known.analysis, known);
    // Which one it is may be told beside a weak phrase: "Drones hit Z. The army attacked overnight."
    const mentioned = itsMentions.filter(({ event }) => event === first.event);
    const which = whichEvent(mentioned, { ...known, between, on });
    return [
      {
        event: first.event,
        status: first.status,
        ...(on !== undefined && { on }),
        ...(between !== undefined && { between }),
        ...(which !== undefined && { which }),
      },
    ];
  });
}

/** "In a joint statement, they condemned …": where an act is told, what it is told in is no event of its own. */
function actsIn(mentions: readonly EventMention[]): readonly EventMention[] {
  const acts = mentions.filter(({ found }) => !namesJointText(found));
  return acts.some(({ weak }) => !weak) ? acts : mentions;
}

/** "Before his call with Z" tells of another contact than the article does, where it tells of one elsewhere. */
function toldItself(mentions: readonly EventMention[], asides: readonly Aside[]): readonly EventMention[] {
  const itself = mentions.filter((mention) => !standsAside(mention, asides));
  return mentions.filter(
    (mention) => itself.includes(mention) || !itself.some(({ event }) => event === mention.event),
  );
}

/** Where the sentences that plan an event name one day between them. */
function dayOf(
  planned: readonly EventMention[],
  { analysis: { language, passages }, when }: Known,
): string | undefined {
  const days = planned.flatMap(({ passage, sentence }) => {
    const words = passages[passage]?.sentences[sentence]?.words ?? [];
    return announcedDay(words, language, when) ?? [];
  });
  const [only, ...others] = new Set(days);
  return others.length === 0 ? only : undefined;
}

/** A weak phrase ("talks") tells of an event only where no surer one does and two actors stand beside it. */
function actorsBeside(event: EventMention, named: readonly ActorMention[]): number {
  const beside = named.filter(
    ({ passage, sentence }) => passage === event.passage && sentence === event.sentence,
  );
  return new Set(beside.map(({ actor }) => actor)).size;
}
