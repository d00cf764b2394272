/** What the installation must allow, and for what. */
export const NEEDED_SCOPES: Readonly<Record<string, string>> = {
  'chat:write': 'post and edit cards',
  commands: 'hear /readout',
  'channels:read': 'see in which public channels Readout is',
  'groups:read': 'see in which private channels Readout is',
  'users:read': 'know the zone of those who ask, and whether they are of this workspace',
};

/** What a desk may leave out: only after a lost answer does Readout look whether its card arrived. */
export const OPTIONAL_SCOPES: readonly string[] = ['channels:history', 'groups:history'];
