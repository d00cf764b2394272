import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { SlackGroup, SlackPerson, SlackPlace } from '#adapters/slack/slack-directory.ts';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { MessageId } from '#channel/messenger.ts';
import type { Inbound } from '#command/inbound.ts';
import type { AskStanding, Standing } from '#command/standing.ts';
import { idOf } from '#kernel/id.ts';

/** Who may change watches: whoever is in the channel and of our workspace, or its admins and owners only. */
export type SlackManagers = 'channel-members' | 'admins';

/** What Slack calls a channel whose name it does not put into an event. */
const PRIVATE = 'privategroup';
const DIRECT: readonly string[] = ['directmessage', 'mpdm'];
/** Slack takes 2,000 characters in a button. */
const LONGEST_COMMAND = 1_900;

/** Whether somebody of another company asks, in a channel shared with ours (Slack Connect). */
export const isOutsider = ({ team }: SlackEvent, person: SlackPerson | undefined, home: SlackHome): boolean =>
  team !== home.team || (person?.team !== undefined && person.team !== home.team);

/** Whether the event itself does not name the channel. */
export const isNameless = ({ channelName = PRIVATE }: SlackEvent): boolean => channelName === PRIVATE;

/** What Slack told of the event's people and places, as far as it does. */
export type Known = {
  readonly home: SlackHome;
  readonly languages: readonly string[];
  readonly person: SlackPerson | undefined;
  readonly place: SlackPlace | undefined;
  readonly groups: readonly SlackGroup[];
  /** Those of the event's channels that this person sees. */
  readonly named: readonly ChannelRef[];
  /** What this person is in a channel. */
  readonly standing: AskStanding;
  /** What they are in the event's own, where that is no matter of course; absent: they are in it. */
  readonly own: Standing | undefined;
  readonly managers: SlackManagers;
};

/** The event in our own words. */
export function inboundOf(event: SlackEvent, known: Known, words: SlackWords): Inbound {
  const { home, languages, person, named, managers, standing, own = 'takes-part' } = known;
  // Who only looks into a channel manages nothing there, by whatever policy.
  const isIn = own !== 'sees' && own !== 'sees-not';
  const groups = known.groups.filter(({ users }) => isIn && users.includes(event.user)).map(({ id }) => id);
  const callable = known.groups.filter(({ id }) => event.groups?.includes(id));
  const channel = channelRef(home, event.channel, nameOf(event, known.place, words));
  const messages = event.about?.map((message) => ({ channel, message: message as MessageId }));
  return {
    id: `slack:${event.trigger}`,
    workspace: slackWorkspace(home, languages),
    channel,
    who: event.user,
    mayChange: isIn && manages(person, managers),
    ...(groups.length > 0 && { groups }),
    standing,
    ...(person?.language !== undefined && { language: person.language }),
    ...(person !== undefined && person.zone !== 'UTC' && { zone: person.zone }),
    ...(named.length > 0 && { named }),
    ...(callable.length > 0 && {
      callable: Object.fromEntries(callable.map(({ id }) => [id, `<!subteam^${id}>`])),
      groupNames: Object.fromEntries(callable.map(({ id, handle }) => [id, `@${handle}`])),
    }),
    longestCommand: LONGEST_COMMAND,
    ...(messages && { about: { messages, isChosen: true } }),
    asked: event.asked,
  };
}

/** Whether the settings' policy lets this person change things in a channel that they are in. */
export const manages = (person: SlackPerson | undefined, managers: SlackManagers): boolean =>
  managers === 'channel-members' || person?.isAdmin === true;

/** The workspace as we know it; its zone is UTC until somebody there says otherwise. */
export const slackWorkspace = (
  { id, name }: Pick<SlackHome, 'id' | 'name'>,
  languages: readonly string[],
): Workspace => ({ id, platform: 'slack', name, languages, zone: 'UTC' });

/** A channel of this workspace as we know it. */
export const channelRef = (home: SlackHome, address: string, name: string): ChannelRef => ({
  id: idOf('channel', 'slack', home.team, address),
  workspace: home.id,
  platform: 'slack',
  address,
  name,
});

/** What people call a channel, as far as Slack tells. */
export function nameOf(
  { channelName = PRIVATE }: Pick<SlackEvent, 'channelName'>,
  place: SlackPlace | undefined,
  words: SlackWords,
): string {
  const isDirect = place?.isDirect === true || DIRECT.some((direct) => channelName.startsWith(direct));
  if (isDirect) return words.thisConversation;
  const name = channelName === PRIVATE ? place?.name : channelName;
  return name === undefined ? words.aPrivateChannel : `#${name}`;
}
