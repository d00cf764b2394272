import type { Command } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';

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
    const until = !isPaused && mutedUntil !== undefined ? `until:${mutedUntil.slice(0, 16)} ` : '';
    const undo = await changeWatch(
      { before: found.watch, after: resumed },
      { what: 'watch resume', detail: watch.name, opposite: `watch pause ${until}${watch.name}` },
      ask,
      desk,
    );
    return { kind: 'done', lines: [when.resumed(watch.name)], actions: undo };
  },
};
