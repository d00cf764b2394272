import type { Command } from '#command/command.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Ground } from '#subscription/ground.ts';
import type { Subscription } from '#subscription/subscription.ts';

const GROUNDS: ReadonlyMap<string, Ground> = new Map([
  ['report', 'one-report'],
  ['two-origins', 'two-origins'],
  ['own-text', 'own-text'],
]);
const YES = new Set(['yes', 'oui', 'true']);

/** `watch edit`: what a topic's stories have to rest on, and whether they pass quiet hours. */
export const watchEdit: Command = {
  path: ['watch', 'edit'],
  description: 'Say on what grounds you are told of a topic',
  options: [
    { name: 'topic', description: 'Its name, or its number in the list', kind: 'text', isRequired: true },
    { name: 'needs', description: 'report, two-origins or own-text', kind: 'word', isRequired: false },
    {
      name: 'urgent',
      description: 'Whether it passes quiet hours: yes or no',
      kind: 'word',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { when, actions } = await wordsFor(ask, desk);
    const { watch } = found;
    const { needs, urgent } = ask.options;
    const ground = needs === undefined ? (watch.needs ?? 'one-report') : GROUNDS.get(needs.toLowerCase());
    if (ground === undefined) return { kind: 'refused', lines: [when.noSuchGround(needs ?? '')] };

    const isUrgent = urgent === undefined ? watch.isUrgent === true : YES.has(urgent.toLowerCase());
    const { needs: _, isUrgent: __, ...plain } = watch;
    const changed: Subscription = {
      ...plain,
      ...(ground !== 'one-report' && { needs: ground }),
      ...(isUrgent && { isUrgent }),
    };
    await changeWatch(
      changed,
      { what: 'watch edit', detail: `${watch.name}: ${typedAs(changed)}` },
      ask,
      desk,
    );
    return {
      kind: 'done',
      lines: [when.conditions(watch.name, ground, isUrgent)],
      actions: [{ label: actions.undo, command: `watch edit ${typedAs(watch)} ${watch.name}` }],
    };
  },
};

function typedAs({ needs = 'one-report', isUrgent }: Subscription): string {
  const [typed] = [...GROUNDS].find(([, ground]) => ground === needs) ?? ['report'];
  return `needs:${typed} urgent:${isUrgent ? 'yes' : 'no'}`;
}
