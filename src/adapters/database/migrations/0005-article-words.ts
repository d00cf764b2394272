import type { Kysely } from 'kysely';
import type { Tables } from '#adapters/database/schema.ts';
import type { WordIndex } from '#adapters/database/word-index.ts';

/** The words by which articles are found. Older articles get theirs while the program runs: only it can read them. */
export async function articleWords(db: Kysely<Tables>, words: WordIndex): Promise<void> {
  await words.create(db);
}
