import type { EventTypeId } from '#lexicon/event.ts';

/** Types of events that go on for days, or stand in the news for weeks: two days of one are no two events. */
const LASTING: ReadonlySet<string> = new Set(
  `visit summit negotiation mediation ceasefire aid peacekeeping military-exercise unrest tensions election-dispute
  economic-crisis famine refugees energy-cut-off war-crimes hostage nuclear-diplomacy peace-process deployment coup
  state-of-emergency accession export-deal migration-deal evacuation`.split(/\s+/),
);

/** Whether an event of this type lasts; a call, a strike or a vote is of one day. */
export const isLasting = (event: EventTypeId): boolean => LASTING.has(event);
