import { describe, expect, test } from 'vitest';
import { composeDigest } from '#card/compose-digest.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, Messenger } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../delivery/owed.ts';

/** A messenger under test, and what people saw of it so far. */
export type Messaging = {
  readonly messenger: Messenger;
  readonly channel: ChannelRef;
  /** All that stands in the channel, as plain text. */
  readonly seen: () => Promise<string>;
  /** The same platform after the program was started anew. */
  readonly restarted: () => Promise<Messenger>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

const SINCE = new Date('2026-03-02T11:59:00.000Z');
const keyOf = (name: string): DeliveryKey => idOf('contract', name);
const view = { language: 'en', zone: 'UTC' };

/** What every messenger keeps, whatever the platform: sends once, edits, answers, and finds again by key. */
export function describeMessenger(name: string, open: () => Promise<Messaging>): void {
  describe(`${name} as a messenger`, () => {
    test('shows a card, and then its newer form', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const created = await messenger.create(channel, aCard(), keyOf('card'));
      if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
      expect(await messaging.seen()).toContain('Ruritania and Syldavia hold talks');

      const newer = aCard({ status: [{ kind: 'text', text: 'BOTH SIDES HAVE SPOKEN', style: 'strong' }] });
      const edited = await messenger.edit(channel, created.message, newer, keyOf('card'));
      expect(edited).toEqual({ kind: 'sent', message: created.message });
      expect(await messaging.seen()).toContain('BOTH SIDES HAVE SPOKEN');
    });

    test('answers a card in one line', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const created = await messenger.create(channel, aCard(), keyOf('card'));
      if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
      const line = [{ kind: 'text', text: 'Syldavia has spoken.' } as const];
      expect(await messenger.reply(channel, created.message, line, keyOf('line'), view)).toMatchObject({
        kind: 'sent',
      });
      expect(await messaging.seen()).toContain('Syldavia has spoken.');
    });

    test('says a line that answers nothing, with what can be done, and finds it again', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const line = [{ kind: 'text', text: 'The Hill Gazette is not read.' } as const];
      const actions = [{ label: 'Release', command: 'feed release hill-gazette' }];
      const said = await messenger.say(channel, { line, actions }, keyOf('notice'), view);
      if (said.kind !== 'sent') throw new Error(`not sent: ${said.kind}`);
      expect(await messaging.seen()).toContain('The Hill Gazette is not read.');
      const again = await messaging.restarted();
      expect(await again.findByKey(channel, keyOf('notice'), SINCE, { line, view })).toEqual({
        kind: 'found',
        message: said.message,
      });
    });

    test('sends a digest once, and finds it again by its key', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const stories = [{ card: aCard(), hasCard: false, news: [], isTakenBack: false }];
      const occasion = { kind: 'list', cardsAnHour: 6 } as const;
      const card = composeDigest({ ...view, occasion, stories });
      const sent = await messenger.digest(channel, card, keyOf('digest'));
      if (sent.kind !== 'sent') throw new Error(`not sent: ${sent.kind}`);
      expect(await messenger.digest(channel, card, keyOf('digest'))).toEqual(sent);
      expect((await messaging.seen()).split('Ruritania and Syldavia hold talks')).toHaveLength(2);
      const again = await messaging.restarted();
      expect(await again.findByKey(channel, keyOf('digest'), SINCE)).toMatchObject({
        kind: 'found',
        message: sent.message,
      });
    });

    test('finds what it sent by its key, also after a restart', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const created = await messenger.create(channel, aCard(), keyOf('card'));
      if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
      const found = { kind: 'found', message: created.message };
      expect(await messenger.findByKey(channel, keyOf('card'), SINCE)).toEqual(found);
      expect(await (await messaging.restarted()).findByKey(channel, keyOf('card'), SINCE)).toEqual(found);
    });

    test('says that a key was never sent', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      expect(await messenger.findByKey(channel, keyOf('other'), SINCE)).toEqual({ kind: 'absent' });
    });

    test('takes a message away, or says that it cannot', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const created = await messenger.create(channel, aCard(), keyOf('card'));
      if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
      const taken = await messenger.remove(channel, created.message);
      if (messenger.platform === 'terminal') {
        expect(taken).toMatchObject({ kind: 'refused', reason: 'invalid' });
        return;
      }
      expect(taken).toEqual({ kind: 'removed' });
      expect(await messaging.seen()).not.toContain('Ruritania and Syldavia hold talks');
      expect(await messenger.remove(channel, created.message)).toEqual({ kind: 'message-gone' });
    });

    test('does not show the same card twice for the same key', async () => {
      await using messaging = await open();
      const { messenger, channel } = messaging;
      const first = await messenger.create(channel, aCard(), keyOf('card'));
      expect(await messenger.create(channel, aCard(), keyOf('card'))).toEqual(first);
      expect((await messaging.seen()).split('Ruritania and Syldavia hold talks')).toHaveLength(2);
    });
  });
}
