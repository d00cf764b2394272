import type { ViewSubmitAction } from '@slack/bolt';
import { GROUPS, SUGGEST } from '#adapters/slack/asking/form-view.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import { placeOfView } from '#adapters/slack/asking/view-place.ts';

/** What a command takes for no group at all. */
const NO_GROUP = 'off';

type Filled = ViewSubmitAction['view']['state']['values'][string][string];

/** The command that a sent form calls: what was known already, and what stands in it; absent for one that is not ours. */
export function eventOfForm({
  view,
  user,
  team,
  trigger_id: trigger,
}: ViewSubmitAction): SlackEvent | undefined {
  const place = placeOfView(view.private_metadata);
  if (place?.path === undefined) return undefined;
  const options: Record<string, string> = { ...place.given };
  const channels: string[] = [];
  const groups: string[] = [];
  for (const [name, elements] of Object.entries(view.state.values)) {
    for (const element of Object.values(elements)) {
      const isTakenOut = element.selected_option === null && stoodIn(name, view);
      const value = isTakenOut ? NO_GROUP : valueOf(element);
      if (value === '') continue;
      options[name] = value;
      if (element.type === 'conversations_select') channels.push(value);
      if (/^S[A-Z0-9]+$/.test(value)) groups.push(value);
    }
  }
  return {
    trigger,
    team: user.team_id ?? team?.id ?? '',
    user: user.id,
    channel: place.channel,
    window: 'modal',
    channels,
    groups,
    asked: { kind: 'command', path: place.path, options },
  };
}

/** Whether a user group stood in this field when the form was opened. */
const stoodIn = (field: string, { blocks }: ViewSubmitAction['view']): boolean =>
  blocks.some(
    (block) =>
      block.type === 'input' &&
      block.block_id === field &&
      'element' in block &&
      block.element.type === 'external_select' &&
      block.element.action_id === `${SUGGEST}${GROUPS}` &&
      block.element.initial_option !== undefined,
  );

const valueOf = (filled: Filled): string =>
  (
    filled.value ??
    filled.selected_option?.value ??
    filled.selected_options?.[0]?.value ??
    filled.selected_conversation ??
    ''
  ).trim();
