import type { webApi } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { homeView } from '#adapters/slack/asking/home-view.ts';
import { invitation } from '#adapters/slack/asking/invitation.ts';
import { manages, slackWorkspace } from '#adapters/slack/asking/slack-inbound.ts';
import { slackStanding } from '#adapters/slack/asking/slack-standing.ts';
import { replyLanguageOf, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import type { Phrase } from '#card/phrase.ts';
import type { DashboardPlace, ShowDashboard } from '#command/watch/dashboard.ts';

/** What the Home tab is made of. */
export type HomeMeans = {
  readonly client: webApi.WebClient;
  readonly answering: Answering;
  readonly dashboard: ShowDashboard;
};

/**
 * Shows somebody in their Home tab a page of what is watched in the channels that they see. Never throws: what Slack does not take
 * leaves a line in the log, and whatever was asked is answered all the same.
 */
export async function showHome(
  user: string,
  { client, answering, dashboard }: HomeMeans,
  from?: DashboardPlace,
): Promise<void> {
  const { home, directory, languages, managers, log } = answering;
  try {
    const [person, groups] = await Promise.all([directory.person(user), directory.groups()]);
    if (person?.team !== undefined && person.team !== home.team) return;
    const shown = await dashboard({
      workspace: slackWorkspace(home, languages),
      who: user,
      mayChange: manages(person, managers),
      groups: groups.filter(({ users }) => users.includes(user)).map(({ id }) => id),
      ...(person?.language !== undefined && { language: person.language }),
      standing: async ({ address }) => {
        const told = await slackStanding({ user, channel: address }, directory, managers);
        return told === 'unknown' ? 'sees-not' : told;
      },
      ...(from !== undefined && { from }),
    });
    const language = replyLanguageOf([
      ...(person?.language === undefined ? [] : [person.language]),
      ...languages,
    ]);
    const inviting = new Map<string, Phrase>();
    for (const { channel } of shown.channels) {
      const place = await directory.place(channel.address);
      if (place?.isMember === false)
        inviting.set(channel.address, invitation(channel.name, home, slackWordsIn(language)));
    }
    const look = { language, zone: person?.zone ?? 'UTC' };
    const view = homeView(shown, { look, inviting, from });
    await client.views.publish({ user_id: user, view });
  } catch (fault) {
    log.warn('slack.home_failed', { detail: failureOf(fault).detail });
  }
}
