import type { Choice, Command } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { YES_OR_NO } from '#command/yes-or-no.ts';
import type { Ground } from '#subscription/ground.ts';
import type { Subscription } from '#subscription/subscription.ts';

const GROUNDS: ReadonlyMap<string, Ground> = new Map([
  ['report', 'one-report'],
  ['two-origins', 'two-origins'],
  ['own-text', 'own-text'],
]);
const GROUND_CHOICES: readonly Choice[] = [
  { value: 'report', label: { en: 'report', fr: 'compte-rendu' } },
  { value: 'two-origins', label: { en: 'two-origins', fr: 'deux-origines' } },
  { value: 'own-text', label: { en: 'own-text', fr: 'texte-propre' } },
];

/** `watch edit`: what a topic's stories have to rest on, and whether they pass quiet hours. */
export const watchEdit: Command = {
  path: ['watch', 'edit'],
  pathInFrench: ['veille', 'modifier'],
  description: {
    en: 'Say on what grounds you are told of a topic',
    fr: 'Dire sur quelle base un sujet est annoncé',
  },
  options: [
    watchedTopic,
    {
      name: 'needs',
      nameInFrench: 'exige',
      description: {
        en: 'report, two-origins or own-text',
        fr: 'Un compte rendu, deux origines, ou le texte d’une partie',
      },
      kind: 'word',
      isRequired: false,
      choices: GROUND_CHOICES,
    },
    {
      name: 'urgent',
      nameInFrench: 'urgent',
      description: {
        en: 'Whether it passes quiet hours: yes or no',
        fr: 'S’il passe pendant les heures calmes : oui ou non',
      },
      kind: 'word',
      isRequired: false,
      choices: YES_OR_NO,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { when } = await wordsFor(ask, desk);
    const { watch } = found;
    const { needs, urgent } = ask.options;
    const ground = needs === undefined ? (watch.needs ?? 'one-report') : GROUNDS.get(needs.toLowerCase());
    if (ground === undefined) return { kind: 'refused', lines: [when.noSuchGround(needs ?? '')] };

    const isUrgent = urgent === undefined ? watch.isUrgent === true : urgent.toLowerCase() === 'yes';
    const { needs: _, isUrgent: __, ...plain } = watch;
    const changed: Subscription = {
      ...plain,
      ...(ground !== 'one-report' && { needs: ground }),
      ...(isUrgent && { isUrgent }),
    };
    const undo = await changeWatch(
      { before: watch, after: changed },
      {
        what: 'watch edit',
        detail: `${watch.name}: ${typedAs(changed)}`,
        opposite: `watch edit ${typedAs(watch)} ${watch.name}`,
      },
      ask,
      desk,
    );
    return { kind: 'done', lines: [when.conditions(watch.name, ground, isUrgent)], actions: undo };
  },
};

function typedAs({ needs = 'one-report', isUrgent }: Subscription): string {
  const [typed] = [...GROUNDS].find(([, ground]) => ground === needs) ?? ['report'];
  return `needs:${typed} urgent:${isUrgent ? 'yes' : 'no'}`;
}
