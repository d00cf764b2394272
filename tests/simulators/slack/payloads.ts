import { randomUUID } from 'node:crypto';
import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import type { Channel, Message, Team, User, World } from './world.ts';
import { contentOf } from './world.ts';

/** Who does something, and in which workspace. */
export type Actor = { readonly team: Team; readonly user: User; readonly world: World };

/** What every interactive payload says of who and where: docs.slack.dev, "Interaction payloads". */
export const actorPayload = ({ team, user, world }: Actor): Fields => ({
  token: 'simulated',
  api_app_id: world.appId,
  team: { id: team.id, domain: team.domain },
  user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
  is_enterprise_install: false,
  enterprise: null,
});

/** docs.slack.dev, "Slash commands". */
export const slashPayload = (
  { team, user, world }: Actor,
  asked: {
    readonly command: string;
    readonly text: string;
    readonly channel: Channel;
    readonly trigger: string;
    readonly responseUrl: string;
  },
): Fields => ({
  token: 'simulated',
  team_id: team.id,
  team_domain: team.domain,
  channel_id: asked.channel.id,
  channel_name: shownName(asked.channel),
  user_id: user.id,
  user_name: user.name,
  command: asked.command,
  text: asked.text,
  api_app_id: world.appId,
  is_enterprise_install: 'false',
  response_url: asked.responseUrl,
  trigger_id: asked.trigger,
});

/** Private channels and conversations do not tell their name. */
const shownName = ({ kind, name }: Channel): string =>
  ({ public: name, private: 'privategroup', direct: 'directmessage' })[kind];

/** docs.slack.dev, "Events API": the outer event. */
export const eventPayload = (
  { team, world }: Pick<Actor, 'team' | 'world'>,
  event: Fields,
  now: Date,
): Fields => ({
  token: 'simulated',
  team_id: team.id,
  api_app_id: world.appId,
  event,
  type: 'event_callback',
  event_id: `Ev${randomUUID()}`,
  event_time: Math.floor(now.getTime() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: team.id,
      user_id: team.botUser,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
});

/** An element that somebody can use, with its block. */
export type Found = { readonly blockId: string; readonly element: Fields };

/** The element with this `action_id` in blocks; a test that looks for what is not shown is wrong. */
export function findElement(blocks: unknown, action: string): Found {
  for (const block of Array.isArray(blocks) ? blocks : []) {
    if (!isFields(block)) continue;
    const { elements, accessory, element } = block;
    const candidates: unknown[] = [...(Array.isArray(elements) ? elements : []), accessory, element];
    const found = candidates.filter(isFields).find((candidate) => candidate['action_id'] === action);
    if (found) return { blockId: String(block['block_id']), element: found };
  }
  throw new Error(`nothing with the action_id ${action} is shown`);
}

/** The action of a `block_actions` payload. */
export const actionPayload = ({ blockId, element }: Found, chosen: Fields, now: Date): Fields => ({
  type: element['type'],
  action_id: element['action_id'],
  block_id: blockId,
  ...(element['text'] !== undefined && { text: element['text'] }),
  ...(element['value'] !== undefined && { value: element['value'] }),
  ...chosen,
  action_ts: (now.getTime() / 1000).toFixed(6),
});

/** Where in the channel something was pressed. */
export const placePayload = (channel: Channel, message: Message): Fields => ({
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: message.visibleTo !== undefined,
  },
  channel: { id: channel.id, name: shownName(channel) },
  message: {
    type: 'message',
    ts: message.ts,
    user: message.user,
    text: contentOf(message).text,
    blocks: contentOf(message).blocks ?? [],
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
  },
});
