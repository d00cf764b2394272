import { newNotice, type Tidings } from '#delivery/notice.ts';
import type { NoticeStore } from '#delivery/notice-store.ts';

/**
 * Writes down what the operator, or a channel, is to be told, to be sent later; call it in the transaction that keeps what it is about.
 * True when it was not owed before: the same thing is told once.
 */
export async function oweNotice(
  tidings: Tidings,
  { notices }: { readonly notices: NoticeStore },
  now: Date,
): Promise<boolean> {
  const notice = newNotice(tidings, now);
  if ((await notices.find(notice.key)) !== undefined) return false;
  await notices.save(notice);
  return true;
}
