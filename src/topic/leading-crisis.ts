import type { EventType, EventTypeId } from '#lexicon/event.ts';
import type { Part } from '#topic/topic.ts';

/** The crisis that a topic leads with: where it is, what it is, and the events that a second part of the topic adds. */
export type LeadingCrisis = {
  readonly where: readonly Part[];
  readonly crisis: Part;
  readonly course: readonly Part[];
};

/**
 * Whether a topic names a crisis at home with its place first, and then another actor with another event, as in
 * "Kazakhstan unrest CSTO troops": such a topic tells of one affair by two of its scenes.
 */
export function leadingCrisis(
  parts: readonly Part[],
  events: ReadonlyMap<EventTypeId, EventType>,
): LeadingCrisis | undefined {
  const anchors = parts.filter(({ kind }) => kind === 'actor' || kind === 'event');
  const second = anchors.findIndex(({ kind }, at) => kind === 'actor' && anchors[at - 1]?.kind === 'event');
  if (second === -1) return undefined;
  const lead = anchors.slice(0, second);
  const where = lead.filter(({ kind }) => kind === 'actor');
  const [crisis, ...others] = lead.filter(({ kind }) => kind === 'event');
  const course = anchors.slice(second).filter(({ kind }) => kind === 'event');
  if (!crisis || !isAtHome(crisis, events) || where.length === 0) return undefined;
  return others.length === 0 && course.length > 0 ? { where, crisis, course } : undefined;
}

function isAtHome(part: Part, events: ReadonlyMap<EventTypeId, EventType>): boolean {
  return part.kind === 'event' && part.events.every((event) => events.get(event)?.direction === 'none');
}
