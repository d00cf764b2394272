import { managedChannels } from '#command/admin/managed-channels.ts';
import { pageOption } from '#command/button/page-option.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { changeTold } from '#command/undo/change-told.ts';
import { auditWordsIn } from '#command/words/audit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

const ROWS_A_PAGE = 15;
/** Further back one asks the operator for an export. */
const MOST_PAGES = 100;

/**
 * `readout-admin audit`: who changed what in the channels that whoever asks manages, and for the whole workspace;
 * newest first, in the words that `commands` have for the reader.
 */
export function adminAuditOf(commands: () => readonly Command[]): Command {
  const adminAudit: Command = {
    path: ['readout-admin', 'audit'],
    pathInFrench: ['readout-admin', 'journal'],
    description: { en: 'Who changed what in this workspace', fr: 'Qui a modifié quoi dans cet espace' },
    options: [pageOption({ en: 'Fifteen changes each', fr: 'Quinze modifications chacune' })],
    isChanging: true,
    run: (ask, desk) => tellChanges({ adminAudit, commands: commands() }, ask, desk),
  };
  return adminAudit;
}

/** The audit itself, whose pages call it again, and the commands whose changes it tells. */
type Known = { readonly adminAudit: Command; readonly commands: readonly Command[] };

async function tellChanges({ adminAudit, commands }: Known, ask: Ask, desk: Desk): Promise<Reply> {
  const { language } = await wordsFor(ask, desk);
  const words = auditWordsIn(language);
  const { number, asOf } = pageAsked(ask, desk, MOST_PAGES);
  const skip = (number - 1) * ROWS_A_PAGE;
  const managed = await managedChannels(ask, desk);
  const channels = new Map(managed.map(({ id, name }) => [id, name]));
  const narrowing = { before: asOf, skip, channels: [...channels.keys()] };
  // One more than is shown tells whether there is another page.
  const { workspaces } = desk.ledger;
  const rows = await workspaces.listAudit(ask.channel.workspace, ROWS_A_PAGE + 1, narrowing);
  if (rows.length === 0) return { kind: 'answer', lines: [words.nothing] };
  const isMore = rows.length > ROWS_A_PAGE;
  return {
    kind: 'answer',
    lines: [
      words.heading,
      ...rows.slice(0, ROWS_A_PAGE).map((row) => {
        const told = { ...row, ...changeTold(row, language, commands) };
        return words.line(told, row.channel === undefined ? undefined : channels.get(row.channel));
      }),
    ],
    ...(await pagesOf(adminAudit, { number, asOf, of: isMore ? number + 1 : number }, ask, desk)),
  };
}
