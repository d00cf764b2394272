import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, startPostgres, whyNoPostgres } from '../contracts/a-postgres.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';

const headsIn = (printed: string): readonly string[] =>
  [...printed.matchAll(/^━━ R-\w+ · (new|updated)/gm)].map(([, head = '']) => head);

let server: PostgresServer | undefined;

beforeAll(async () => {
  if (whyNoPostgres === undefined) server = await startPostgres();
}, 60_000);
afterAll(() => server?.[Symbol.asyncDispose]());

/** The whole program over an empty place, which is taken away at the end. */
async function newsroomOnPostgres(stack: AsyncDisposableStack): Promise<Newsroom> {
  if (server === undefined) throw new Error('No PostgreSQL was started.');
  const place = await server.newPlace();
  stack.defer(() => place.remove());
  return stack.use(await aNewsroom({ DATABASE_URL: place.url.reveal() }));
}

describe.skipIf(whyNoPostgres !== undefined)(
  whyNoPostgres === undefined ? 'on PostgreSQL' : `on PostgreSQL (skipped: ${whyNoPostgres})`,
  () => {
    test('a story gets one card, which the next report edits, also after a restart', async () => {
      await using stack = new AsyncDisposableStack();
      const room = await newsroomOnPostgres(stack);
      expect(await room.round()).toBe('');
      room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
      expect(headsIn(await room.round())).toEqual(['new']);

      await room.restart();
      room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
      expect(headsIn(await room.round())).toEqual(['updated']);
      expect(await room.round()).toBe('');
      const { ledger } = room.readout();
      expect(await ledger.stories.count()).toBe(1);
      expect(await ledger.deliveries.countStates()).toMatchObject({ posts: { sent: 1 } });
      expect(room.logged).not.toContain('article.unread');
    });

    test('people are answered beside the lane', async () => {
      await using stack = new AsyncDisposableStack();
      const room = await newsroomOnPostgres(stack);
      room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
      const [, reply] = await Promise.all([room.round(), room.ask('watch list')]);
      expect(reply.kind).toBe('answer');
      const found = await room.ask('news search Sylvania Freedonia since:2025-06-01');
      expect(JSON.stringify(found.lines)).toContain(CALL);
      await room.type('watch', 'add', 'Sylvania visit');
      expect(await room.readout().ledger.subscriptions.count()).toBe(2);
    });
  },
);
