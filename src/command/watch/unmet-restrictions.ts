import type { Phrase } from '#card/phrase.ts';
import type { Desk } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import type { Outlet } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { holdsWords } from '#match/holds-words.ts';
import type { Restriction, Topic } from '#topic/topic.ts';

/** A line for each restriction of a topic that fits no outlet read here; feeds may come, so the topic stands. */
export function unmetRestrictions(
  { restrictions }: Topic,
  seenBy: WorkspaceId,
  { catalogue }: Desk,
  words: ReplyWords,
): readonly Phrase[] {
  const read = [...catalogue.outletsFor(seenBy).values()];
  return restrictions
    .filter((restriction) => !read.some((outlet) => fitsOutlet(outlet, restriction)))
    .map(({ written }) => words.fitsNoOutlet(written));
}

/** Whether articles of this outlet can meet a restriction. */
export function fitsOutlet(outlet: Outlet, { field, value }: Restriction): boolean {
  switch (field) {
    case 'title':
      return true;
    case 'outlet':
      return holdsWords(outlet.name, value);
    case 'kind':
      return outlet.kind === value.toLowerCase();
    case 'lang':
      return outlet.languages.includes(value.toLowerCase());
    case 'country':
      return outlet.country === value.toUpperCase();
  }
}
