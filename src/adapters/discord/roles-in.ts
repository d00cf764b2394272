/** Roles to be mentioned: the only mentions that this program ever makes. */
export type Called = { readonly words: string; readonly roles: readonly string[] };

const ROLE = /<@&(\d{15,21})>/g;
/** Discord takes no more in one message. */
const MOST_ROLES = 100;

/** Calls nobody. */
export const NOBODY: Called = { words: '', roles: [] };

/** The roles in a watch's mention; whatever else stands in it mentions nobody. */
export function rolesIn(mention = ''): Called {
  const named = Array.from(mention.matchAll(ROLE), ([, role = '']) => role);
  const roles = [...new Set(named)].slice(0, MOST_ROLES);
  return { words: roles.map((role) => `<@&${role}>`).join(' '), roles };
}

/** Lets a message mention these roles and nobody else, whatever its text holds. */
export const allowOnly = ({ roles }: Called) => ({ parse: [], roles: [...roles], replied_user: false });
