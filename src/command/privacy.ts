import type { Command } from '#command/command.ts';
import { privacyWordsIn } from '#command/words/privacy-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `privacy`: what is kept of a workspace and its people, and for how long. */
export const privacy: Command = {
  path: ['privacy'],
  pathInFrench: ['confidentialité'],
  description: { en: 'What Readout keeps of you', fr: 'Ce que Readout conserve de vous' },
  options: [],
  isChanging: false,
  isForAnyone: true,
  run: async (ask, desk) => ({
    kind: 'answer',
    lines: privacyWordsIn((await wordsFor(ask, desk)).language),
  }),
};
