import { writeCursor } from '#command/button/page-cursor.ts';
import type { Ask, Command, Desk, Pages } from '#command/command.ts';
import { lineOf } from '#command/line-of.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** Which page of a list of so many pages is asked for: by its button, or typed as `page:2`. */
export function pageAsked({ page, options }: Ask, { clock }: Desk, pages: number) {
  const typed = Math.trunc(Number(options['page'] ?? 1)) || 1;
  const number = Math.min(Math.max(1, page?.number ?? typed), Math.max(1, pages));
  return { number, asOf: page?.asOf ?? clock() };
}

/** The buttons to the pages before and after this one, of a list that this command made. */
export async function pagesOf(
  command: Command,
  shown: { readonly number: number; readonly asOf: Date; readonly of: number },
  ask: Ask,
  desk: Desk,
): Promise<{ readonly pages?: Pages }> {
  const { number, asOf, of } = shown;
  if (of < 2) return {};
  const { actions } = await wordsFor(ask, desk);
  const { page: _, ...options } = ask.options;
  const line = lineOf(command, options);
  const key = await desk.ledger.buttons.signingKey(desk.freshToken());
  const { workspace, id: channel } = ask.channel;
  const to = (turned: number, label: string) => ({
    label,
    command: `page ${writeCursor({ number: turned, asOf }, { workspace, channel, line }, key)} ${line}`,
  });
  return {
    pages: {
      ...(number > 1 && { previous: to(number - 1, actions.previousPage) }),
      ...(number < of && { next: to(number + 1, actions.nextPage) }),
    },
  };
}
