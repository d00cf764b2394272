import type { Attempted, MovedWatch, Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import type { Notice } from '#delivery/notice.ts';
import type { DigestTable, NoticeTable, PointerTable, PostTable } from './schema.ts';
import { sortableTime } from './sortable-time.ts';
import { withoutNulls } from './without-nulls.ts';

/** A post as it is stored. */
export function toPostRow(post: Post): PostTable {
  return {
    ...attemptedColumns(post),
    channel: post.channel,
    story: post.story,
    message: post.message ?? null,
    wanted: post.wanted,
    shown: post.shown,
    postedAt: post.postedAt ?? null,
    card: JSON.stringify(post.card),
    cardHash: post.cardHash,
    mention: post.mention ?? null,
    ground: post.ground ?? null,
    heldFor: post.heldFor ?? null,
    removedBy: post.removedBy ?? null,
    isTakenBack: post.isTakenBack ? 1 : null,
    keptFor: post.keptFor === undefined ? null : JSON.stringify(post.keptFor),
  };
}

/** A stored post as the program knows it. */
export function toPost(row: PostTable): Post {
  const { keptFor, isTakenBack, ...columns } = row;
  return {
    ...withoutNulls(columns),
    card: JSON.parse(row.card) as Post['card'],
    ...(isTakenBack !== null && { isTakenBack: true as const }),
    ...(keptFor !== null && { keptFor: JSON.parse(keptFor) as MovedWatch[] }),
  };
}

/** A pointer as it is stored. */
export function toPointerRow(pointer: Pointer): PointerTable {
  return {
    ...attemptedColumns(pointer),
    channel: pointer.channel,
    story: pointer.story,
    message: pointer.message ?? null,
    change: pointer.change,
    line: JSON.stringify(pointer.line),
    mention: pointer.mention ?? null,
  };
}

/** A stored pointer as the program knows it. */
export function toPointer(row: PointerTable): Pointer {
  return { ...withoutNulls(row), line: JSON.parse(row.line) as Pointer['line'] };
}

/** A notice as it is stored. */
export function toNoticeRow(notice: Notice): NoticeTable {
  return {
    ...attemptedColumns(notice),
    channel: notice.channel,
    message: notice.message ?? null,
    line: JSON.stringify(notice.line),
    actions: JSON.stringify(notice.actions),
  };
}

/** A stored notice as the program knows it. */
export function toNotice(row: NoticeTable): Notice {
  return {
    ...withoutNulls(row),
    line: JSON.parse(row.line) as Notice['line'],
    actions: JSON.parse(row.actions) as Notice['actions'],
  };
}

/** A digest as it is stored. */
export function toDigestRow(digest: Digest): DigestTable {
  return {
    ...attemptedColumns(digest),
    channel: digest.channel,
    kind: digest.kind,
    period: digest.period,
    stories: JSON.stringify(digest.stories),
    card: JSON.stringify(digest.card),
    message: digest.message ?? null,
  };
}

/** A stored digest as the program knows it. */
export function toDigest(row: DigestTable): Digest {
  return {
    ...withoutNulls(row),
    stories: JSON.parse(row.stories) as Digest['stories'],
    card: JSON.parse(row.card) as Digest['card'],
  };
}

function attemptedColumns(row: Attempted) {
  return {
    key: row.key,
    state: row.state,
    plannedAt: sortableTime(row.plannedAt),
    dueAt: sortableTime(row.dueAt),
    attempts: row.attempts,
    firstSentAt: row.firstSentAt ?? null,
    leaseUntil: row.leaseUntil === undefined ? null : sortableTime(row.leaseUntil),
    reason: row.reason ?? null,
    repeats: row.repeats ?? null,
    mayStandSince: row.mayStandSince ?? null,
  };
}
