import { managedChannels } from '#command/admin/managed-channels.ts';
import { pageOption } from '#command/button/page-option.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Command } from '#command/command.ts';
import { auditWordsIn } from '#command/words/audit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

const ROWS_A_PAGE = 15;
/** Further back one asks the operator for an export. */
const MOST_PAGES = 100;

/** `readout-admin audit`: who changed what in the channels that whoever asks manages, and for the whole workspace; newest first. */
export const adminAudit: Command = {
  path: ['readout-admin', 'audit'],
  pathInFrench: ['readout-admin', 'journal'],
  description: { en: 'Who changed what in this workspace', fr: 'Qui a modifié quoi dans cet espace' },
  options: [pageOption({ en: 'Fifteen changes each', fr: 'Quinze modifications chacune' })],
  isChanging: true,
  run: async (ask, desk) => {
    const words = auditWordsIn((await wordsFor(ask, desk)).language);
    const { workspaces } = desk.ledger;
    const { workspace } = ask.channel;
    const { number, asOf } = pageAsked(ask, desk, MOST_PAGES);
    const skip = (number - 1) * ROWS_A_PAGE;
    // One more than is shown tells whether there is another page.
    const managed = await managedChannels(ask, desk);
    const channels = new Map(managed.map(({ id, name }) => [id, name]));
    const narrowing = { before: asOf, skip, channels: [...channels.keys()] };
    const rows = await workspaces.listAudit(workspace, ROWS_A_PAGE + 1, narrowing);
    if (rows.length === 0) return { kind: 'answer', lines: [words.nothing] };
    const isMore = rows.length > ROWS_A_PAGE;
    return {
      kind: 'answer',
      lines: [
        words.heading,
        ...rows
          .slice(0, ROWS_A_PAGE)
          .map((row) => words.line(row, row.channel === undefined ? undefined : channels.get(row.channel))),
      ],
      ...(await pagesOf(adminAudit, { number, asOf, of: isMore ? number + 1 : number }, ask, desk)),
    };
  },
};
