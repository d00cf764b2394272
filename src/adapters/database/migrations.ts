import type { Kysely } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { chatPlatforms } from './migrations/0002-chat-platforms.ts';
import { ownFeeds } from './migrations/0003-own-feeds.ts';
import { notices } from './migrations/0004-notices.ts';
import { articleWords } from './migrations/0005-article-words.ts';
import { whenToTell } from './migrations/0006-when.ts';
import { restores } from './migrations/0007-restores.ts';
import { stops } from './migrations/0008-stops.ts';
import { documentHints } from './migrations/0009-document-hints.ts';
import { outletNames } from './migrations/0010-outlet-names.ts';
import { dueByChannel } from './migrations/0011-due-by-channel.ts';
import { wishes } from './migrations/0012-wishes.ts';
import { rulings } from './migrations/0013-rulings.ts';
import { contacts } from './migrations/0014-contacts.ts';
import { buttons } from './migrations/0015-buttons.ts';
import { threads } from './migrations/0016-threads.ts';
import { removals } from './migrations/0019-removals.ts';
import { datedContacts } from './migrations/0021-dated-contacts.ts';
import { watchWishes } from './migrations/0023-watch-wishes.ts';
import { cardsKeptUp } from './migrations/0024-cards-kept-up.ts';
import { movedWatches } from './migrations/0025-moved-watches.ts';
import { samplesTakenBack } from './migrations/0026-samples-taken-back.ts';
import { usageOfAChannel } from './migrations/0027-usage-of-a-channel.ts';
import type { Tables } from './schema.ts';
import type { WordIndex } from './word-index.ts';

/** One step of the schema. Steps are only ever added at the end; one that has been released is never changed. */
export type Migration = {
  readonly name: string;
  up(db: Kysely<Tables>, words: WordIndex): Promise<void>;
};

/** All steps in order; the first is version 1. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-first-tables', up: firstTables },
  { name: '0002-chat-platforms', up: chatPlatforms },
  { name: '0003-own-feeds', up: ownFeeds },
  { name: '0004-notices', up: notices },
  { name: '0005-article-words', up: articleWords },
  { name: '0009-document-hints', up: documentHints },
  { name: '0006-when', up: whenToTell },
  { name: '0008-stops', up: stops },
  { name: '0010-outlet-names', up: outletNames },
  { name: '0007-restores', up: restores },
  { name: '0011-due-by-channel', up: dueByChannel },
  { name: '0014-contacts', up: contacts },
  { name: '0013-rulings', up: rulings },
  { name: '0012-wishes', up: wishes },
  { name: '0015-buttons', up: buttons },
  { name: '0016-threads', up: threads },
  { name: '0019-removals', up: removals },
  { name: '0021-dated-contacts', up: datedContacts },
  { name: '0023-watch-wishes', up: watchWishes },
  { name: '0024-cards-kept-up', up: cardsKeptUp },
  { name: '0025-moved-watches', up: movedWatches },
  { name: '0026-samples-taken-back', up: samplesTakenBack },
  { name: '0027-usage-of-a-channel', up: usageOfAChannel },
];
