import { type ExpressionWrapper, expressionBuilder } from 'kysely';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Tables } from './schema.ts';

/** Whether a row, whose `workspace` stands in this column, is everyone's or this workspace's own. */
export function visibleTo(
  workspace: WorkspaceId | undefined,
  column: ExpressionWrapper<Tables, never, WorkspaceId | null>,
) {
  const eb = expressionBuilder<Tables>();
  const isEveryones = eb(column, 'is', null);
  return workspace === undefined ? isEveryones : eb.or([isEveryones, eb(column, '=', workspace)]);
}
