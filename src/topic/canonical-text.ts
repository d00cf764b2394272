import type { EventType, EventTypeId } from '#lexicon/event.ts';
import { leadingCrisis } from '#topic/leading-crisis.ts';
import type { Part, Restriction, Topic } from '#topic/topic.ts';

/**
 * The normal form of a topic: the same for every order, language and spelling of the same meaning. Only where all
 * its events go from somebody to somebody does the order of two actors count: "Iran warns Oman" has a direction; and
 * where a topic leads with a crisis at home, that stands apart.
 */
export function canonicalText(
  { parts, excluded, restrictions }: Pick<Topic, 'parts' | 'excluded' | 'restrictions'>,
  events: ReadonlyMap<EventTypeId, EventType>,
): string {
  const actors = parts.filter(({ kind }) => kind === 'actor').map(partText);
  const others = parts.filter(({ kind }) => kind !== 'actor').map(partText);
  const isInOrder = actors.length > 1 && isDirected(parts, events);
  const inOrder = isInOrder ? [[...new Set(actors)].join('>')] : actors;
  const lead = leadingCrisis(parts, events);
  const crisis = lead ? [`[${sorted([...lead.where, lead.crisis].map(partText)).join(' ')}]`] : [];
  return [
    ...crisis,
    ...sorted([...inOrder, ...others]),
    ...sorted(excluded.map((part) => `-${partText(part)}`)),
    ...sorted(restrictions.map(restrictionText)),
  ].join(' ');
}

/** The normal form of one part. */
export function partText(part: Part): string {
  switch (part.kind) {
    case 'actor':
      return `@${sorted(part.actors).join('|')}`;
    case 'event':
      return `#${sorted(part.events).join('|')}`;
    case 'words':
      if (part.concept) return `~${part.concept}`;
      return part.isExact ? `"${part.stems.join(' ')}"` : part.stems.join(' ');
    case 'any':
      return `(${sorted(part.options.map(partText)).join(' OR ')})`;
    case 'near':
      return `near/${part.within}(${sorted([partText(part.left), partText(part.right)]).join(', ')})`;
  }
}

function isDirected(parts: readonly Part[], events: ReadonlyMap<EventTypeId, EventType>): boolean {
  const meant = parts.flatMap((part) => (part.kind === 'event' ? part.events : []));
  return meant.length > 0 && meant.every((event) => events.get(event)?.direction === 'subject-object');
}

const restrictionText = ({ field, value, isNegated }: Restriction): string =>
  `${isNegated ? '-' : ''}${field}:"${value.toLowerCase()}"`;

const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();
