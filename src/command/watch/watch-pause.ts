import type { Command } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { chooseWatch } from '#command/watch/choose-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { momentOf } from '#command/watch/hour-of.ts';
import { isAboutAll, isAboutNone, pauseChannel, topicOrAll } from '#command/watch/pause-channel.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/**
 * `watch pause`: nothing of a topic, or with `--all` of any in this channel, until somebody resumes it or a moment to
 * come.
 */
export const watchPause: Command = {
  path: ['watch', 'pause'],
  pathInFrench: ['veille', 'suspendre'],
  description: {
    en: 'Hear nothing of a topic, or of all, for a while',
    fr: 'Ne rien recevoir d’un sujet, ou de tous, pendant un temps',
  },
  options: [
    ...topicOrAll,
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
  ],
  isChanging: true,
  run: async (ask, desk) => {
    if (isAboutNone(ask)) return chooseWatch(watchPause, ask, desk);
    const { when } = await wordsFor(ask, desk);
    const { until } = ask.options;
    const { subscriptions, workspaces } = desk.ledger;
    const settings = await settingsOf(
      ask.channel.id,
      await workspaces.find(ask.channel.workspace),
      subscriptions,
    );
    const end = until === undefined ? undefined : momentOf(until, settings.zone, desk.clock())?.toISOString();
    if (until !== undefined && end === undefined)
      return { kind: 'refused', lines: [when.noSuchMoment(until)], option: 'until' };
    if (isAboutAll(ask)) return pauseChannel(end, ask, desk);

    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { watch } = found;
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
