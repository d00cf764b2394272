import type { Ask, Command, Desk } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { chooseWatch } from '#command/watch/choose-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { isAboutAll, isAboutNone, resumeChannel, resumed, topicOrAll } from '#command/watch/pause-channel.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { minuteIn } from '#kernel/minute-in.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** `watch resume`: a paused topic, or with `--all` every one of this channel, is watched again. */
export const watchResume: Command = {
  path: ['watch', 'resume'],
  pathInFrench: ['veille', 'reprendre'],
  description: {
    en: 'Hear of a paused topic again, or of all',
    fr: 'Recevoir de nouveau un sujet suspendu, ou tous',
  },
  options: topicOrAll,
  isChanging: true,
  run: async (ask, desk) => {
    if (isAboutNone(ask)) return chooseWatch(watchResume, ask, desk);
    if (isAboutAll(ask)) return resumeChannel(ask, desk);
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { when } = await wordsFor(ask, desk);
    const { watch } = found;
    const { mutedUntil, isPaused } = watch;
    const until =
      isPaused || mutedUntil === undefined ? '' : `until:${await typedIn(mutedUntil, ask, desk)} `;
    const undo = await changeWatch(
      { before: watch, after: resumed(watch, desk.clock()) },
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
