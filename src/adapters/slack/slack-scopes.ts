/** What the installation must allow, and for what. */
export const NEEDED_SCOPES: Readonly<Record<string, string>> = {
  'chat:write': 'post and edit cards',
  commands: 'hear /readout',
  'channels:read': 'see in which public channels Readout is',
  'groups:read': 'see in which private channels Readout is',
  'users:read': 'know the zone of those who ask, and whether they are of this workspace',
};

/** What a desk may leave out, and what goes without it. */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  'channels:history': 'a card in a public channel whose answer was lost ends as uncertain',
  'groups:history': 'a card in a private channel whose answer was lost ends as uncertain',
  'usergroups:read': 'no user group can be mentioned, or manage watches',
};
