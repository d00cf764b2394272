import type { Choice } from '#command/command.ts';
import type { Ground } from '#subscription/ground.ts';

const GROUNDS: ReadonlyMap<string, Ground> = new Map([
  ['report', 'one-report'],
  ['two-origins', 'two-origins'],
  ['own-text', 'own-text'],
]);

/** On what grounds one can be told of a topic, as people choose. */
export const GROUND_CHOICES: readonly Choice[] = [
  { value: 'report', label: { en: 'report', fr: 'compte-rendu' } },
  { value: 'two-origins', label: { en: 'two-origins', fr: 'deux-origines' } },
  { value: 'own-text', label: { en: 'own-text', fr: 'texte-propre' } },
];

/** What was chosen; nothing for anything else. */
export const groundOf = (chosen: string): Ground | undefined => GROUNDS.get(chosen.toLowerCase());

/** The choice that stands for a ground. */
export const typedGround = (ground: Ground): string =>
  [...GROUNDS].find(([, own]) => own === ground)?.[0] ?? 'report';
