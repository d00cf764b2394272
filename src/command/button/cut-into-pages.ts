import type { Phrase } from '#card/phrase.ts';
import { pageAsked, pagesOf } from '#command/button/pages-of.ts';
import type { Ask, Command, Desk, Pages } from '#command/command.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** A list that is at hand as a whole, and the command that made it. */
export type LongList<Row> = {
  readonly command: Command;
  readonly rows: readonly Row[];
  readonly rowsAPage: number;
  /** How long a row is once it is written, about, where people write them: what is long gets fewer on a page. */
  readonly lengthOf?: (row: Row) => number;
};

/** What every platform shows of one answer, with room for what stands around the rows. */
const MOST_CHARACTERS = 3_000;

/** One page of it. `lines` say which it is, `buttons` lead to its neighbours; both are empty where there is only one. */
export type ListPage<Row> = {
  readonly rows: readonly Row[];
  readonly lines: readonly Phrase[];
  readonly buttons: { readonly pages?: Pages };
};

/** The page of the list that is asked for, the last one where it has not so many. */
export async function cutIntoPages<Row>(list: LongList<Row>, ask: Ask, desk: Desk): Promise<ListPage<Row>> {
  const { command } = list;
  const pages = cut(list);
  const of = pages.length;
  const { number, asOf } = pageAsked(ask, desk, of);
  const { news } = await wordsFor(ask, desk);
  return {
    rows: pages[number - 1] ?? [],
    lines: of > 1 ? [news.page(number, of)] : [],
    buttons: await pagesOf(command, { number, asOf, of }, ask, desk),
  };
}

function cut<Row>({ rows, rowsAPage, lengthOf = () => 0 }: LongList<Row>): readonly (readonly Row[])[] {
  const pages: Row[][] = [];
  let characters = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    characters += lengthOf(row);
    if (page !== undefined && page.length < rowsAPage && characters <= MOST_CHARACTERS) page.push(row);
    else {
      pages.push([row]);
      characters = lengthOf(row);
    }
  }
  return pages;
}
