/** Where a new token is found, and where it goes. */
export const WHERE_THE_TOKEN_IS =
  'Copy a new one: discord.com/developers/applications → your application → Bot → Reset Token, into DISCORD_TOKEN.';
