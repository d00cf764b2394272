import { expect, test } from 'vitest';
import { cardHash } from '#card/card-hash.ts';
import { clock, feedOf } from '../story/invented-world.ts';
import { accountsOf, cardOf, dossierOf, firstReport, northText } from './dossiers.ts';

const readAt = (at: string) => {
  const feeds = [feedOf('south', { lastReadAt: clock(at) })];
  const [account] = accountsOf([{ articles: [firstReport], at }], { feeds });
  return cardOf(dossierOf([firstReport], account));
};

test('reading a silent side’s feed once more makes no other card', () => {
  expect(cardHash(readAt('17:50'))).toBe(cardHash(readAt('17:40')));
});

test('another article makes another card', () => {
  expect(cardHash(cardOf(dossierOf([firstReport, northText])))).not.toBe(
    cardHash(cardOf(dossierOf([firstReport]))),
  );
});
