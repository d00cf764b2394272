import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findStory } from '#command/story/find-story.ts';
import { momentOf } from '#command/watch/hour-of.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Story } from '#story/story.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** `watch mute`: this channel hears no more of one story, for good or until a moment; `--off` takes that back. */
export const watchMute: Command = {
  path: ['watch', 'mute'],
  pathInFrench: ['veille', 'taire'],
  description: {
    en: 'Hear no more of one story in this channel',
    fr: 'Ne plus rien recevoir d’un dossier dans ce salon',
  },
  options: [
    {
      name: 'story',
      nameInFrench: 'dossier',
      description: { en: 'Such as R-7K2Q', fr: 'Par exemple R-7K2Q' },
      kind: 'text',
      isRequired: true,
      suggests: 'stories',
    },
    {
      name: 'until',
      nameInFrench: 'jusque',
      description: {
        en: 'Such as 07:00, 12h, 3d or 2026-07-02',
        fr: 'Par exemple 07:00, 12h, 3j ou 2026-07-02',
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
    const named = (ask.options['story'] ?? '').trim();
    const story = await findStory(named, ask.channel.workspace, desk);
    const words = await wordsFor(ask, desk);
    if (story === undefined) return { kind: 'refused', lines: [words.noSuchStory(named.toUpperCase())] };
    return ask.options['off'] === undefined ? mute(story, ask, desk) : unmute(story, ask, desk);
  },
};

async function mute({ id, shortName }: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const { when, actions } = await wordsFor(ask, desk);
  const { ledger, clock } = desk;
  const { channel, who, options } = ask;
  const typed = options['until'];
  const workspace = await ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, ledger.subscriptions);
  const until = typed === undefined ? undefined : momentOf(typed, zone, clock())?.toISOString();
  if (typed !== undefined && until === undefined)
    return { kind: 'refused', lines: [when.noSuchMoment(typed)] };

  const at = clock().toISOString();
  await ledger.transaction(async ({ subscriptions, workspaces }) => {
    await subscriptions.saveMute({
      channel: channel.id,
      story: id,
      by: who,
      at,
      ...(until !== undefined && { until }),
    });
    await workspaces.audit({ ...auditOf(ask), at, detail: shortName });
  });
  return {
    kind: 'done',
    lines: [when.muted(shortName, until)],
    actions: [{ label: actions.undo, command: `watch mute --off ${shortName}` }],
  };
}

async function unmute({ id, shortName }: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const { when, actions } = await wordsFor(ask, desk);
  const at = desk.clock().toISOString();
  const wasMuted = await desk.ledger.transaction(async ({ subscriptions, workspaces }) => {
    const removed = await subscriptions.removeMute(ask.channel.id, id);
    if (removed) await workspaces.audit({ ...auditOf(ask), at, detail: `${shortName}: off` });
    return removed;
  });
  if (!wasMuted) return { kind: 'answer', lines: [when.notMuted(shortName)] };
  return {
    kind: 'done',
    lines: [when.unmuted(shortName)],
    actions: [{ label: actions.undo, command: `watch mute ${shortName}` }],
  };
}

const auditOf = ({ channel, who }: Ask) => ({
  workspace: channel.workspace,
  channel: channel.id,
  who,
  what: 'watch mute',
});
