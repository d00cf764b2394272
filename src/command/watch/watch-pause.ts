import type { Command } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { momentOf } from '#command/watch/hour-of.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** `watch pause`: nothing of a topic until somebody resumes it, or until a moment to come. */
export const watchPause: Command = {
  path: ['watch', 'pause'],
  pathInFrench: ['veille', 'suspendre'],
  description: {
    en: 'Hear nothing of a topic for a while',
    fr: 'Ne rien recevoir d’un sujet pendant un temps',
  },
  options: [
    watchedTopic,
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
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { when } = await wordsFor(ask, desk);
    const { watch } = found;
    const { until } = ask.options;
    const { subscriptions, workspaces } = desk.ledger;
    const settings = await settingsOf(
      ask.channel.id,
      await workspaces.find(ask.channel.workspace),
      subscriptions,
    );
    const end = until === undefined ? undefined : momentOf(until, settings.zone, desk.clock())?.toISOString();
    if (until !== undefined && end === undefined)
      return { kind: 'refused', lines: [when.noSuchMoment(until)] };

    const { mutedUntil: _, ...open } = watch;
    const paused =
      end === undefined ? { ...open, isPaused: true } : { ...open, isPaused: false, mutedUntil: end };
    const detail = end === undefined ? watch.name : `${watch.name} until ${end}`;
    const undo = await changeWatch(
      { before: watch, after: paused },
      { what: 'watch pause', detail, opposite: `watch resume ${watch.name}` },
      ask,
      desk,
    );
    return { kind: 'done', lines: [when.paused(watch.name, end)], actions: undo };
  },
};
