import { escapeMrkdwn } from '#adapters/slack/cards/escape-mrkdwn.ts';

/** A person or a user group, as Slack writes them; never everybody. */
const MENTION = /^<(?:@[UW][A-Z0-9]+|!subteam\^S[A-Z0-9]+)>$/;

/** The mentions of a watch in Slack's own writing; whatever else stands there is shown as words and calls nobody. */
export const mentionMarks = (mention: string): string =>
  mention
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (MENTION.test(word) ? word : escapeMrkdwn(word)))
    .join(' ');
