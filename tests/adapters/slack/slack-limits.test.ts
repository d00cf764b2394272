import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formView, optionOf } from '#adapters/slack/asking/form-view.ts';
import { homeView } from '#adapters/slack/asking/home-view.ts';
import { replyView, waitingView } from '#adapters/slack/asking/reply-view.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { Reply } from '#command/command.ts';
import type { Field, Form } from '#command/form.ts';
import type { Dashboard, DashboardChannel } from '#command/watch/dashboard.ts';
import type { ChannelId } from '#kernel/id.ts';
import { marksIn } from '../../simulators/slack/marks-in.ts';
import { viewProblems } from '../../simulators/slack/view-rules.ts';
import type { Block } from '../../simulators/slack/world.ts';
import { desk } from './a-slack.ts';
import { anna, aSlackDesk, inputs, words } from './a-slack-desk.ts';

const SEED = 20261123;
const look = { language: 'en', zone: 'UTC' };

const hostile = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<@U0ANNA>',
    '<https://evil.example|Read>',
    '*bold* _low_ `code`',
    '\u202Edlrow\u2066\u200B\u0000',
    '\uD800',
    '👩‍👩‍👧‍👦'.repeat(60),
    'e\u0301'.repeat(400),
    '&'.repeat(3_000),
    'слово '.repeat(700),
    ' ',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 700 }),
);
const phrase: fc.Arbitrary<Phrase> = fc.array(
  hostile.map((text) => ({ kind: 'text' as const, text })),
  { maxLength: 4 },
);
const action: fc.Arbitrary<Action> = fc
  .record({ label: hostile, command: hostile, isForm: fc.boolean() })
  .map(({ label, command, isForm }) => ({ label, command, ...(isForm && { opensForm: true as const }) }));
const asSent = (view: unknown) => JSON.parse(JSON.stringify(view)) as { readonly blocks: readonly Block[] };

function expectTaken(view: unknown): void {
  const sent = asSent(view);
  expect(viewProblems(sent)).toEqual([]);
  const { mentions, links } = marksIn({ text: '', blocks: sent.blocks });
  expect([...mentions, ...links]).toEqual([]);
}

test('no text of anybody breaks a limit of a form', () => {
  const field = (option: string): fc.Arbitrary<Field> =>
    fc.record(
      {
        option: fc.constant(option),
        label: hostile,
        hint: hostile,
        kind: fc.constantFrom('line', 'flag', 'channel', 'group'),
        isRequired: fc.boolean(),
        value: hostile,
        suggests: fc.constantFrom('topics', 'watches', 'stories'),
      },
      { requiredKeys: ['option', 'label', 'hint', 'kind', 'isRequired'] },
    );
  const chosen: fc.Arbitrary<Field> = fc
    .record({ label: hostile, hint: hostile, values: fc.array(hostile, { minLength: 1, maxLength: 120 }) })
    .map(({ label, hint, values }) => ({
      option: 'chosen',
      kind: 'choice',
      label,
      hint,
      isRequired: false,
      choices: values.map((one, index) => ({ value: `v${index}`, label: one })),
    }));
  const form: fc.Arbitrary<Form> = fc
    .tuple(hostile, field('a'), field('b'), chosen)
    .map(([title, ...fields]) => ({ kind: 'form', path: ['watch', 'add'], title, fields, given: {} }));
  fc.assert(
    fc.property(form, (one) => expectTaken(formView(one, 'C0DESK', 'en'))),
    { seed: SEED, numRuns: 300, endOnFailure: true },
  );
}, 120_000);

test('no text of anybody breaks a limit of an answer in a window', () => {
  const reply: fc.Arbitrary<Reply> = fc.record({
    kind: fc.constant('answer' as const),
    lines: fc.array(phrase, { minLength: 1, maxLength: 30 }),
    actions: fc.array(action, { maxLength: 15 }),
  });
  fc.assert(
    fc.property(reply, (one) => {
      const sent = asSent(replyView(one, 'C0DESK', look));
      if (sent.blocks.length > 0) expectTaken(sent);
    }),
    { seed: SEED, numRuns: 200, endOnFailure: true },
  );
  expectTaken(waitingView('C0DESK', 'fr'));
}, 120_000);

test('no text of anybody breaks a limit of the Home tab, however full its page is', () => {
  const channel = (index: number): fc.Arbitrary<DashboardChannel> =>
    fc.record({
      channel: fc.constant({ ...desk, id: `channel ${index}` as ChannelId, address: `C0ROOM${index}` }),
      line: phrase,
      rows: fc.array(fc.record({ line: phrase, actions: fc.array(action, { maxLength: 12 }) }), {
        maxLength: 12,
      }),
      add: action,
    });
  const dashboard: fc.Arbitrary<Dashboard> = fc
    .tuple(
      fc.array(phrase, { maxLength: 4 }),
      fc.tuple(...Array.from({ length: 14 }, (_, n) => channel(n))),
      hostile,
    )
    .map(([lines, channels, label]) => ({
      lines,
      channels,
      turns: [{ label, to: { channel: 'channel' as ChannelId, skip: 25 } }, { label }],
    }));
  fc.assert(
    fc.property(dashboard, phrase, (one, invite) => {
      const inviting = new Map(one.channels.map((told) => [told.channel.address, invite]));
      const view = homeView(one, { look, inviting });
      expectTaken(view);
      // Whatever has no room: the way on.
      expect(JSON.stringify(view.blocks.at(-1))).toContain('page-0');
    }),
    { seed: SEED, numRuns: 60, endOnFailure: true },
  );
}, 120_000);

test('a choice shows no more of a label than Slack takes', () => {
  fc.assert(
    fc.property(hostile, (label) => {
      const { text } = optionOf({ value: 'v', label }).text;
      expect(text.length).toBeLessThanOrEqual(75);
      expect(text).not.toBe('');
    }),
    { seed: SEED },
  );
});

test('a watch with the longest name can still be changed by its form', async () => {
  await using at = await aSlackDesk();
  const long = Array.from({ length: 25 }, (_, index) => `Ruritania${index}`).join(' OR ');
  const added = await at.type(`watch add (${long})`);
  expect(words(added)).toContain('now watches');
  const form = await at.form(at.simulator.people.press('form-0', { ...anna, ts: added.ts }));
  expect(inputs(form).length).toBeGreaterThan(1);
  expect(at.violations()).toEqual([]);
});

test('a form that holds more than Slack takes is told, and nothing is lost', async () => {
  await using at = await aSlackDesk();
  const told = await at.type(`watch add digest:99:99 to:${'x'.repeat(3_500)}`);
  expect(words(told)).not.toBe('');
  expect(await at.watches()).toEqual([]);
});
