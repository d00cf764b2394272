import type { Phrase } from '#card/phrase.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Ask, Command, Desk, Pages } from '#command/command.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** A list that is at hand as a whole, and the command that made it. */
export type LongList<Row> = {
  readonly command: Command;
  readonly rows: readonly Row[];
  readonly rowsAPage: number;
};

/** One page of it. `lines` say which it is, `buttons` lead to its neighbours; both are empty where there is only one. */
export type ListPage<Row> = {
  readonly rows: readonly Row[];
  readonly lines: readonly Phrase[];
  readonly buttons: { readonly pages?: Pages };
};

/** The page of the list that is asked for, the last one where it has not so many. */
export async function cutIntoPages<Row>(list: LongList<Row>, ask: Ask, desk: Desk): Promise<ListPage<Row>> {
  const { command, rows, rowsAPage } = list;
  const of = Math.ceil(rows.length / rowsAPage);
  const { number, asOf } = pageAsked(ask, desk, of);
  const { news } = await wordsFor(ask, desk);
  return {
    rows: rows.slice((number - 1) * rowsAPage, number * rowsAPage),
    lines: of > 1 ? [news.page(number, of)] : [],
    buttons: await pagesOf(command, { number, asOf, of }, ask, desk),
  };
}
