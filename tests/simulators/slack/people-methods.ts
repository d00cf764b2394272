import type { Answer, Call, Methods } from './method.ts';
import { isSet, refused } from './method.ts';

/** Who and what the app is, and who the people are. */
export const peopleMethods: Methods = {
  'auth.test': { takes: [], run: authTest },
  'team.info': {
    scope: 'team:read',
    takes: ['team'],
    run: ({ team: { id, name, domain } }) => ({ ok: true, team: { id, name, domain } }),
  },
  'bots.info': { scope: 'users:read', takes: ['bot', 'team_id'], run: botsInfo },
  'users.info': { scope: 'users:read', takes: ['user', 'include_locale'], run: usersInfo },
  'usergroups.list': {
    scope: 'usergroups:read',
    takes: ['include_count', 'include_disabled', 'include_users', 'team_id'],
    run: userGroupsList,
  },
  'usergroups.users.list': {
    scope: 'usergroups:read',
    takes: ['usergroup', 'include_disabled', 'team_id'],
    run: userGroupsUsersList,
  },
};

function authTest({ team }: Call): Answer {
  return {
    ok: true,
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: 'readout',
    team_id: team.id,
    user_id: team.botUser,
    bot_id: team.botId,
    is_enterprise_install: false,
  };
}

function botsInfo({ args, team, world }: Call): Answer {
  if (args['bot'] !== team.botId) return refused('bot_not_found');
  return {
    ok: true,
    bot: { id: team.botId, deleted: false, name: 'readout', app_id: world.appId, user_id: team.botUser },
  };
}

function usersInfo({ args, team, world }: Call): Answer {
  const user = world.users.find(({ id, team: home }) => id === args['user'] && home === team.id);
  if (user === undefined) return refused('user_not_found');
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: user.team,
      name: user.name,
      real_name: user.realName,
      deleted: false,
      tz: user.timeZone,
      is_admin: user.isAdmin,
      is_owner: user.isOwner,
      is_bot: user.isBot,
      ...(isSet(args['include_locale']) && { locale: user.locale }),
    },
  };
}

function userGroupsList({ args, team, world }: Call): Answer {
  const ours = world.userGroups.filter(({ team: home }) => home === team.id);
  const withUsers = isSet(args['include_users']);
  return {
    ok: true,
    usergroups: ours.map(({ id, handle, users }) => ({
      id,
      team_id: team.id,
      handle,
      name: handle,
      ...(withUsers && { users }),
    })),
  };
}

function userGroupsUsersList({ args, team, world }: Call): Answer {
  const group = world.userGroups.find(({ id, team: home }) => id === args['usergroup'] && home === team.id);
  return group === undefined ? refused('no_such_subteam') : { ok: true, users: group.users };
}
