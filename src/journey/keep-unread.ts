import type { Arrived } from '#article/read-document.ts';
import type { Stages } from '#journey/stages.ts';

/** What no stage could read, with its error: `readout reread` tries it again. */
export async function keepUnread(
  { article, keys }: Arrived,
  cause: unknown,
  { ledger, clock }: Stages,
): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  await ledger.transaction(async ({ articles }) => {
    await articles.save(article, 'unread');
    await articles.remember(keys, clock());
    await articles.setState(article.id, 'unread', { at: clock(), error });
  });
}
