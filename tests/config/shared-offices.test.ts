import { expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { findAttributions } from '#statement/find-attributions.ts';

test('one of several deputies speaks for the side, and is nobody by name', () => {
  const { lexicon } = readConfig({});
  const at = new Date('2026-05-04T12:00:00Z');
  const text = 'Russia’s deputy foreign minister said the talks would go on.';
  const analysis = analyse({ text, language: 'en' }, () => 'en');
  const mentions = findMentions(analysis, lexicon, at);
  const [said] = findAttributions({ analysis, mentions, at }, lexicon);
  expect(said).toMatchObject({ sides: ['russia'], speaker: 'russia' });
});
