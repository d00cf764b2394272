import { adminSettings } from '#command/admin/admin-settings.ts';
import type { Ask, Command } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { zoneWordsIn } from '#command/words/zone-words.ts';

/**
 * `zone Europe/Paris`, behind the answers to the question in which zone the hours of a watch count: whoever may set those
 * may answer. It is the setting of that name.
 */
export const answerZone: Command = {
  path: ['zone'],
  pathInFrench: ['fuseau'],
  description: { en: 'Say in which time zone hours count', fr: 'Dire dans quel fuseau les heures comptent' },
  options: [
    {
      name: 'zone',
      nameInFrench: 'fuseau',
      description: { en: 'Such as Europe/Paris', fr: 'Par exemple Europe/Paris' },
      kind: 'text',
      isRequired: true,
    },
  ],
  isChanging: true,
  isOnButtons: true,
  comesWith: ['watch'],
  run: (ask, desk) => adminSettings.run(ofZone(ask), desk),
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const title = zoneWordsIn(language).formTitle;
    return formOf(answerZone, { title, fields: ['zone'], values: ask.options }, language);
  },
};

/** Nothing else of the settings is theirs to change by it. */
const ofZone = (ask: Ask): Ask => ({ ...ask, options: { zone: (ask.options['zone'] ?? '').trim() } });
