import { describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { StatementId } from '#statement/statement.ts';
import type { StoryStatus } from '#story/story.ts';
import { actor } from '../story/invented-world.ts';
import { cardOf, dossierOf, english, firstReport, french, northText } from './dossiers.ts';

const AT = '2025-07-01T19:35:00.000Z';
const dossier = dossierOf([firstReport, northText]);
const [norland, surland] = [actor('norland'), actor('surland')];
const article = northText.article.id;
const wire = 'wire' as OutletId;

const strongIn = ({ status: line }: Card): string =>
  line
    .map((piece) => {
      if (piece.kind === 'time')
        return piece.shape === 'date' ? piece.at.slice(0, 10) : piece.at.slice(11, 16);
      return piece.kind === 'text' && piece.style === 'strong' ? piece.text : '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The words in capitals, which are the status; what follows them says what it means here. */
function statusOf(
  status: StoryStatus,
  more: { readonly quietSince?: string } = {},
): readonly [string, string] {
  const { story } = dossier;
  const told = { ...dossier, ...more, story: { ...story, account: { ...story.account, status } } };
  return [strongIn(cardOf(told, english)), strongIn(cardOf(told, french))];
}

const correction = {
  statement: 'gone' as StatementId,
  side: norland,
  belongsTo: surland,
  foundIn: article,
  stoodFrom: AT,
  takenOffAt: AT,
};
const reported = { kind: 'reported', origins: [{ kind: 'wire', outlet: wire, name: 'World Wire' }] } as const;

describe('every status has its words in English and French', () => {
  test.each<readonly [StoryStatus, string, string]>([
    [reported, 'REPORTED, one origin', 'RAPPORTÉ, une origine'],
    [
      { kind: 'reported', origins: [...reported.origins, { kind: 'outlet', outlet: 'echo' as OutletId }] },
      'REPORTED, 2 origins',
      'RAPPORTÉ, 2 origines',
    ],
    [
      { kind: 'one-side', spoke: norland, silent: [surland] },
      'ONE SIDE SO FAR',
      "UNE SEULE PARTIE POUR L'INSTANT",
    ],
    [
      {
        kind: 'both-sides',
        spoke: [
          { side: norland, at: AT },
          { side: surland, at: AT },
        ],
      },
      'BOTH SIDES HAVE SPOKEN',
      'LES DEUX PARTIES SE SONT EXPRIMÉES',
    ],
    [{ kind: 'announced' }, 'ANNOUNCED', 'ANNONCÉ'],
    [
      { kind: 'announced', for: '2025-07-14T12:00:00.000Z' },
      'ANNOUNCED for 2025-07-14',
      'ANNONCÉ pour le 2025-07-14',
    ],
    [
      { kind: 'denied', by: norland, at: AT, article },
      'DENIED by Norland 19:35',
      'DÉMENTI par : Norlande 19:35',
    ],
    [{ kind: 'corrected', at: AT, correction }, 'CORRECTED 19:35', 'CORRIGÉ 19:35'],
    [
      { kind: 'withdrawn', by: wire, at: AT, article },
      'WITHDRAWN by World Wire 19:35',
      'RETIRÉ par World Wire 19:35',
    ],
    [
      { kind: 'vanished', article, outlet: wire, since: AT, answered: '404' },
      'NO LONGER AT ITS ADDRESS 19:35',
      "N'EST PLUS À SON ADRESSE 19:35",
    ],
  ])('%j', (status, inEnglish, inFrench) => {
    const [shownInEnglish, shownInFrench] = statusOf(status);
    expect(shownInEnglish).toMatch(startingWith(inEnglish));
    expect(shownInFrench).toMatch(startingWith(inFrench));
  });

  test('what both sides have announced says for when, behind that both have spoken', () => {
    const { story } = dossier;
    const status: StoryStatus = {
      kind: 'both-sides',
      spoke: [norland, surland].map((side) => ({ side, at: AT })),
    };
    const account = { ...story.account, status, announcement: { for: '2025-07-14T12:00:00.000Z' } };
    const card = cardOf({ ...dossier, story: { ...story, account } }, english);
    expect(strongIn(card)).toMatch(/^BOTH SIDES HAVE SPOKEN .*ANNOUNCED for 2025-07-14$/);
  });

  test('a quiet story that is looked up says so behind its status', () => {
    expect(statusOf(reported, { quietSince: '2025-07-04T10:00:00.000Z' })).toEqual([
      'REPORTED, one origin QUIET since 2025-07-04',
      'RAPPORTÉ, une origine SANS NOUVEAU depuis le 2025-07-04',
    ]);
  });
});

const startingWith = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
