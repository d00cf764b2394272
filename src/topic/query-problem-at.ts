import { type QueryFault, tellQueryFault } from '#topic/query-fault.ts';
import type { QueryProblem } from '#topic/topic.ts';

/** A fault at a place of a query, counted from 1; with the nearest query that would be a topic, where there is one. */
export const queryProblemAt = (place: number, fault: QueryFault, suggestion?: string): QueryProblem => ({
  place,
  fault,
  message: tellQueryFault(fault),
  ...(suggestion !== undefined && suggestion !== '' && { suggestion }),
});
