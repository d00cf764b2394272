import type { Ask, Command, Desk } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { minuteIn } from '#kernel/minute-in.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** `watch resume`: a paused topic is watched again. */
export const watchResume: Command = {
  path: ['watch', 'resume'],
  pathInFrench: ['veille', 'reprendre'],
  description: { en: 'Hear of a paused topic again', fr: 'Recevoir de nouveau un sujet suspendu' },
  options: [watchedTopic],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { when } = await wordsFor(ask, desk);
    const { mutedUntil, isPaused, ...watch } = found.watch;
    // Nothing is owed for the hours that it was silent.
    const again = watch.digest && { digestSince: desk.clock().toISOString() };
    const resumed = { ...watch, isPaused: false, ...again };
    const until =
      isPaused || mutedUntil === undefined ? '' : `until:${await typedIn(mutedUntil, ask, desk)} `;
    const undo = await changeWatch(
      { before: found.watch, after: resumed },
      { what: 'watch resume', detail: watch.name, opposite: `watch pause ${until}${watch.name}` },
      ask,
      desk,
    );
    return { kind: 'done', lines: [when.resumed(watch.name)], actions: undo };
  },
};

/** As `watch pause` reads it: on the clocks of the channel. */
async function typedIn(moment: string, { channel }: Ask, { ledger }: Desk): Promise<string> {
  const workspace = await ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, ledger.subscriptions);
  return minuteIn(zone, moment);
}
