import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tidings } from '#delivery/notice.ts';
import { operatorWords } from '#delivery/operator-words.ts';

/** From which version to which the database was brought up to date, when, and where the copy of before stands. */
type Upgrade = { readonly from: number; readonly to: number; readonly at: string; readonly copy?: string };

/** What the operator is told when the database was brought up to date. */
export async function upgradeTidings(upgrade: Upgrade, workspaces: WorkspaceStore): Promise<Tidings> {
  const { language } = await operatorWords(workspaces);
  return {
    about: `upgrade:${upgrade.to}:${upgrade.at}`,
    line: (language === 'fr' ? french : english)(upgrade),
  };
}

const english = ({ from, to, copy }: Upgrade): Phrase => [
  text('The database was brought up to date', 'strong'),
  text(`: from version ${from} to ${to}. `),
  text(copy === undefined ? 'To go back, put back the dump made before.' : 'As it was, it is kept: '),
  ...(copy === undefined ? [] : [text(copy, 'code')]),
];

const french = ({ from, to, copy }: Upgrade): Phrase => [
  text('La base a été mise à jour', 'strong'),
  text(` : de la version ${from} à la version ${to}. `),
  text(
    copy === undefined
      ? 'Pour revenir en arrière, rétablissez la copie faite avant.'
      : 'Telle quelle, elle est gardée : ',
  ),
  ...(copy === undefined ? [] : [text(copy, 'code')]),
];
