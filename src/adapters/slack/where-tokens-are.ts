/** Where people find the settings of an app on Slack's site. */
export const APP_PAGE = 'api.slack.com/apps, your app';

/** Where each token is found. */
export const WHERE_TOKENS_ARE = {
  bot: `Copy the Bot User OAuth Token (xoxb-…) from ${APP_PAGE} → OAuth & Permissions, after Install to Workspace.`,
  app: `Copy an app-level token (xapp-…) with the scope connections:write from ${APP_PAGE} → Basic Information.`,
} as const;
