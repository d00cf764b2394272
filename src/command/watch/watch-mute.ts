import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import { storyAsked } from '#command/story/story-asked.ts';
import { cardOption } from '#command/story/story-option.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { momentOf } from '#command/watch/hour-of.ts';
import { placeWordsIn } from '#command/words/place-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { oweMute } from '#delivery/owe-mute.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Story, StoryId } from '#story/story.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { StoryMute } from '#subscription/story-mute.ts';

/**
 * `watch mute`: this channel hears no more of one story, for good or until a moment; `--off` takes that back. The card
 * that stands says who muted it, and until when. In the thread of a card it counts for the channel of that card.
 */
export const watchMute: Command = {
  path: ['watch', 'mute'],
  pathInFrench: ['veille', 'taire'],
  description: {
    en: 'Hear no more of one story in this channel',
    fr: 'Ne plus rien recevoir d’un dossier ici',
  },
  options: [
    cardOption,
    {
      name: 'until',
      nameInFrench: 'jusque',
      description: {
        en: 'Such as 07:00 or 7 h (at that hour), 12h (for that long), 3d or 2026-07-02',
        fr: 'Par exemple 07:00 ou 7 h (à cette heure), 12h (aussi longtemps), 3j ou 2026-07-02',
      },
      kind: 'time',
      isRequired: false,
    },
    {
      name: 'off',
      nameInFrench: 'non',
      description: { en: 'Hear of it again', fr: 'Le recevoir de nouveau' },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const named = await storyAsked(watchMute, ask, desk);
    if (named.kind === 'none') return named.reply;
    const { story } = named;
    const channel = ask.card?.channel ?? ask.channel;
    if ((await standingIn(channel, ask, desk)) !== 'manages') {
      const words = placeWordsIn((await wordsFor(ask, desk)).language);
      return { kind: 'refused', lines: [words.notYours(channel.name)] };
    }
    const elsewhere = channel.id === ask.channel.id ? undefined : channel.name;
    const there = { ask: { ...ask, channel }, elsewhere };
    return ask.options['off'] === undefined ? mute(story, there, desk) : unmute(story, there, desk);
  },
};

/** `ask`: as from the channel that is meant; `elsewhere`: what that is called, where it is another than one's own. */
type There = { readonly ask: Ask; readonly elsewhere: string | undefined };

async function mute({ id, shortName }: Story, { ask, elsewhere }: There, desk: Desk): Promise<Reply> {
  const { when } = await wordsFor(ask, desk);
  const { ledger, clock } = desk;
  const { channel, who, options } = ask;
  const typed = options['until'];
  const workspace = await ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, ledger.subscriptions);
  const until = typed === undefined ? undefined : momentOf(typed, zone, clock())?.toISOString();
  if (typed !== undefined && until === undefined)
    return { kind: 'refused', lines: [when.noSuchMoment(typed)] };

  const made = await makeChange('watch mute', ask, desk, async ({ subscriptions, deliveries }, now) => {
    const before = await subscriptions.findMute(channel.id, id);
    await subscriptions.saveMute({
      channel: channel.id,
      story: id,
      by: who,
      at: now.toISOString(),
      ...(until !== undefined && { until }),
    });
    const after = await subscriptions.findMute(channel.id, id);
    await oweMute({ channel, story: id, mute: after }, deliveries, now);
    return {
      result: undefined,
      detail: shortName,
      opposite: `watch mute --off ${shortName}`,
      inverse: muteInverse(channel.id, id, before, after),
    };
  });
  return { kind: 'done', lines: [when.muted(shortName, until, elsewhere)], actions: made?.undo ?? [] };
}

async function unmute({ id, shortName }: Story, { ask, elsewhere }: There, desk: Desk): Promise<Reply> {
  const { when } = await wordsFor(ask, desk);
  const { channel } = ask;
  const made = await makeChange('watch mute', ask, desk, async ({ subscriptions, deliveries }, now) => {
    const before = await subscriptions.findMute(channel.id, id);
    if (!(await subscriptions.removeMute(channel.id, id))) return undefined;
    await oweMute({ channel, story: id, mute: undefined }, deliveries, now);
    return {
      result: undefined,
      detail: `${shortName}: off`,
      opposite: `watch mute ${shortName}`,
      inverse: muteInverse(channel.id, id, before, undefined),
    };
  });
  if (made === undefined) return { kind: 'answer', lines: [when.notMuted(shortName, elsewhere)] };
  return { kind: 'done', lines: [when.unmuted(shortName, elsewhere)], actions: made.undo };
}

const muteInverse = (
  channel: ChannelId,
  story: StoryId,
  before: StoryMute | undefined,
  after: StoryMute | undefined,
): Inverse => ({
  kind: 'mute',
  channel,
  story,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});
