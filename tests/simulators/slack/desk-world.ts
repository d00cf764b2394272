import type { Channel, Team, User, World } from './world.ts';

/** What the app asks for at installation; a test may take some away. */
const SCOPES = [
  'chat:write',
  'commands',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'channels:join',
  'users:read',
  'usergroups:read',
  'team:read',
];

/**
 * A workspace with a desk: #desk (public, the app is in it), #newsroom (public, it is not), #embassy (private, it is
 * in it), #board (private, it is not), #old-desk (archived). Anna is admin, Boris a member of all, Clara of #newsroom.
 */
export function deskWorld(): World {
  return {
    appId: 'A0SIMULATED',
    appToken: 'xapp-simulated-app',
    teams: [aTeam()],
    users: [
      aUser({ id: 'U0ANNA', name: 'anna', isAdmin: true }),
      aUser({ id: 'U0BORIS', name: 'boris', locale: 'ru-RU', timeZone: 'Europe/Moscow' }),
      aUser({ id: 'U0CLARA', name: 'clara', locale: 'fr-FR', timeZone: 'Europe/Paris' }),
      aUser({ id: 'U0READOUT', name: 'readout', isBot: true }),
    ],
    channels: [
      aChannel({ id: 'C0DESK', name: 'desk', members: ['U0ANNA', 'U0BORIS', 'U0READOUT'] }),
      aChannel({ id: 'C0NEWSROOM', name: 'newsroom', members: ['U0ANNA', 'U0BORIS', 'U0CLARA'] }),
      aChannel({ id: 'C0EMBASSY', name: 'embassy', kind: 'private', members: ['U0BORIS', 'U0READOUT'] }),
      aChannel({ id: 'C0BOARD', name: 'board', kind: 'private', members: ['U0BORIS'] }),
      aChannel({ id: 'C0OLD', name: 'old-desk', isArchived: true, members: ['U0BORIS', 'U0READOUT'] }),
    ],
    userGroups: [{ id: 'S0EDITORS', team: 'T0DESK', handle: 'editors', users: ['U0BORIS'] }],
    views: [],
    lastTs: 0,
  };
}

/** A workspace that has installed the app. */
export const aTeam = (told: Partial<Team> = {}): Team => ({
  id: 'T0DESK',
  domain: 'the-desk',
  name: 'The Desk',
  botToken: 'xoxb-simulated-desk',
  botUser: 'U0READOUT',
  botId: 'B0READOUT',
  scopes: SCOPES,
  isRevoked: false,
  ...told,
});

/** Somebody in the workspace. */
export const aUser = (told: Pick<User, 'id' | 'name'> & Partial<User>): User => ({
  team: 'T0DESK',
  realName: told.name.charAt(0).toUpperCase() + told.name.slice(1),
  isAdmin: false,
  isOwner: false,
  isBot: false,
  locale: 'en-GB',
  timeZone: 'Europe/London',
  ...told,
});

/** A channel of the workspace, public and empty unless told otherwise. */
export const aChannel = (told: Pick<Channel, 'id' | 'name'> & Partial<Channel>): Channel => ({
  team: 'T0DESK',
  kind: 'public',
  isArchived: false,
  members: [],
  messages: [],
  ...told,
});
