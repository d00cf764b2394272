import type { BlockSuggestion, types } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { GROUPS, optionOf, SUGGEST } from '#adapters/slack/asking/form-view.ts';
import { channelRef, slackWorkspace } from '#adapters/slack/asking/slack-inbound.ts';
import { slackStanding } from '#adapters/slack/asking/slack-standing.ts';
import { placeOfView } from '#adapters/slack/asking/view-place.ts';
import type { Suggested } from '#command/command.ts';
import type { Suggest, Suggestion } from '#command/inbound.ts';
import { foldWord } from '#language/fold-word.ts';

/** Slack's limits of a menu. */
const MOST = 100;
const LONGEST_VALUE = 150;

const WANTED: readonly Suggested[] = ['topics', 'watches', 'stories', 'own-feeds', 'outlets'];

/** What a menu offers to whoever types into it; nothing of a channel of which Slack does not say that they see it. */
export async function offer(
  { action_id: action, value, view, user, team }: BlockSuggestion,
  answering: Answering,
  suggest: Suggest,
): Promise<readonly types.PlainTextOption[]> {
  const { home, directory } = answering;
  const place = placeOfView(view?.private_metadata ?? '');
  const isOurs = (user.team_id ?? team?.id) === home.team;
  if (place === undefined || !isOurs) return [];
  if ((await directory.sight(user.id, place.channel)) !== 'sees') return [];

  const wanted = action.slice(SUGGEST.length);
  const offered =
    wanted === GROUPS
      ? await groupsLike(value, answering)
      : await suggest({
          ...(await asking(place.channel, user.id, answering)),
          wanted: wantedOf(wanted),
          begun: value,
        });
  return offered
    .filter((one) => one.value !== '' && one.value.length <= LONGEST_VALUE)
    .slice(0, MOST)
    .map(optionOf);
}

const wantedOf = (named: string): Suggested => WANTED.find((one) => one === named) ?? 'topics';

async function asking(channel: string, who: string, { home, directory, languages, managers }: Answering) {
  const [standing, groups] = await Promise.all([
    slackStanding({ user: who, channel }, directory, managers),
    directory.groups(),
  ]);
  return {
    workspace: slackWorkspace(home, languages),
    channel: channelRef(home, channel, ''),
    who,
    mayChange: standing === 'manages',
    // Who only looks into a channel manages nothing there, by whatever policy.
    groups: groups.filter(({ users }) => standing !== 'sees' && users.includes(who)).map(({ id }) => id),
  };
}

async function groupsLike(begun: string, { directory }: Answering): Promise<readonly Suggestion[]> {
  const groups = await directory.groups();
  const wanted = foldWord(begun.replace(/^@/, ''));
  return groups
    .filter(({ handle }) => foldWord(handle).includes(wanted))
    .map(({ id, handle }) => ({ value: id, label: `@${handle}` }));
}
