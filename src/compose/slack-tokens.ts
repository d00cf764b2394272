import type { Settings, SlackTokens } from '#config/settings.ts';

/** The tokens of each workspace of Slack that the settings name; none without. */
export const slackTokens = ({ slack }: Pick<Settings, 'slack'>): readonly SlackTokens[] =>
  slack === undefined
    ? []
    : [{ botToken: slack.botToken, appToken: slack.appToken }, ...(slack.others ?? [])];
