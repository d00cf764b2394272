import { describe, expect, test } from 'vitest';
import { blockProblems, MOST_TEXT } from './slack/block-rules.ts';
import { plain, post, refusalOf, webClientOf } from './slack/bolt-app.ts';
import { marksIn } from './slack/marks-in.ts';
import { startSlackSimulator } from './slack/slack-simulator.ts';
import { viewProblems } from './slack/view-rules.ts';
import type { Block } from './slack/world.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (more: object) => ({ type: 'section', ...more });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', action_id: 'why', text: plain('Why?'), ...more });
const many = <Thing>(count: number, thing: (index: number) => Thing): readonly Thing[] =>
  Array.from({ length: count }, (_, index) => thing(index));
const long = (length: number): string => 'x'.repeat(length);

/** One limit: what keeps it, what is one beyond, and where Slack points. */
type Limit = {
  readonly rule: string;
  readonly kept: object;
  readonly broken: object;
  readonly pointer: string;
};

const LIMITS: readonly Limit[] = [
  {
    rule: 'a header has 150 characters',
    kept: { type: 'header', text: plain(long(150)) },
    broken: { type: 'header', text: plain(long(151)) },
    pointer: '/blocks/0/text/text',
  },
  {
    rule: 'characters are code points',
    kept: { type: 'header', text: plain('😀'.repeat(150)) },
    broken: { type: 'header', text: plain('😀'.repeat(151)) },
    pointer: '/blocks/0/text/text',
  },
  {
    rule: 'a header is plain',
    kept: { type: 'header', text: plain('A') },
    broken: { type: 'header', text: mrkdwn('A') },
    pointer: '/blocks/0/text/type',
  },
  {
    rule: 'a section has 3000 characters',
    kept: section({ text: mrkdwn(long(3000)) }),
    broken: section({ text: mrkdwn(long(3001)) }),
    pointer: '/blocks/0/text/text',
  },
  {
    rule: 'no text is empty',
    kept: section({ text: mrkdwn(' ') }),
    broken: section({ text: mrkdwn('') }),
    pointer: '/blocks/0/text/text',
  },
  {
    rule: 'a section says something',
    kept: section({ fields: [mrkdwn('A')] }),
    broken: section({}),
    pointer: '/blocks/0',
  },
  {
    rule: 'a section has ten fields',
    kept: section({ fields: many(10, () => mrkdwn('A')) }),
    broken: section({ fields: many(11, () => mrkdwn('A')) }),
    pointer: '/blocks/0/fields',
  },
  {
    rule: 'a field has 2000 characters',
    kept: section({ fields: [mrkdwn(long(2000))] }),
    broken: section({ fields: [mrkdwn('A'), mrkdwn(long(2001))] }),
    pointer: '/blocks/0/fields/1/text',
  },
  {
    rule: 'a context has ten elements',
    kept: { type: 'context', elements: many(10, () => mrkdwn('A')) },
    broken: { type: 'context', elements: many(11, () => mrkdwn('A')) },
    pointer: '/blocks/0/elements',
  },
  {
    rule: 'a context has at least one element',
    kept: { type: 'context', elements: [mrkdwn('A')] },
    broken: { type: 'context', elements: [] },
    pointer: '/blocks/0/elements',
  },
  {
    rule: 'a row has 25 buttons',
    kept: actions(...many(25, (index) => button({ action_id: `b${index}` }))),
    broken: actions(...many(26, (index) => button({ action_id: `b${index}` }))),
    pointer: '/blocks/0/elements',
  },
  {
    rule: 'an action_id stands once in its block',
    kept: actions(button({ action_id: 'a' }), button({ action_id: 'b' })),
    broken: actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    pointer: '/blocks/0',
  },
  {
    rule: 'an action_id has 255 characters',
    kept: actions(button({ action_id: long(255) })),
    broken: actions(button({ action_id: long(256) })),
    pointer: '/blocks/0/elements/0/action_id',
  },
  {
    rule: 'a button says 75 characters',
    kept: actions(button({ text: plain(long(75)) })),
    broken: actions(button({ text: plain(long(76)) })),
    pointer: '/blocks/0/elements/0/text/text',
  },
  {
    rule: 'a button is plain',
    kept: actions(button({ text: plain('A') })),
    broken: actions(button({ text: mrkdwn('A') })),
    pointer: '/blocks/0/elements/0/text/type',
  },
  {
    rule: 'a button carries 2000 characters',
    kept: actions(button({ value: long(2000) })),
    broken: actions(button({ value: long(2001) })),
    pointer: '/blocks/0/elements/0/value',
  },
  {
    rule: 'a button leads to at most 3000 characters',
    kept: actions(button({ url: `https://a.example/${long(2982)}` })),
    broken: actions(button({ url: `https://a.example/${long(2983)}` })),
    pointer: '/blocks/0/elements/0/url',
  },
  {
    rule: 'a button leads to the web',
    kept: actions(button({ url: 'https://a.example/' })),
    broken: actions(button({ url: 'javascript:alert(1)' })),
    pointer: '/blocks/0/elements/0/url',
  },
  {
    rule: 'a button has one of two styles',
    kept: actions(button({ style: 'danger' })),
    broken: actions(button({ style: 'loud' })),
    pointer: '/blocks/0/elements/0/style',
  },
  {
    rule: 'a question before an action has 300 characters',
    kept: actions(button({ confirm: aConfirm(300) })),
    broken: actions(button({ confirm: aConfirm(301) })),
    pointer: '/blocks/0/elements/0/confirm/text/text',
  },
  {
    rule: 'a select has 100 options',
    kept: actions(aSelect(100)),
    broken: actions(aSelect(101)),
    pointer: '/blocks/0/elements/0/options',
  },
  {
    rule: 'an option carries 150 characters',
    kept: actions(aSelect(1, long(149))),
    broken: actions(aSelect(1, long(150))),
    pointer: '/blocks/0/elements/0/options/0/value',
  },
  {
    rule: 'a menu has five options',
    kept: actions({ ...aSelect(5), type: 'overflow' }),
    broken: actions({ ...aSelect(6), type: 'overflow' }),
    pointer: '/blocks/0/elements/0/options',
  },
  {
    rule: 'a text input stands in an input block',
    kept: { type: 'input', label: plain('A'), element: { type: 'plain_text_input', action_id: 'a' } },
    broken: actions({ type: 'plain_text_input', action_id: 'a' }),
    pointer: '/blocks/0/elements/0',
  },
  {
    rule: 'an image says what it shows in 2000 characters',
    kept: { type: 'image', image_url: 'https://a.example/a.png', alt_text: long(2000) },
    broken: { type: 'image', image_url: 'https://a.example/a.png', alt_text: long(2001) },
    pointer: '/blocks/0/alt_text',
  },
  {
    rule: 'a markdown block has 12,000 characters',
    kept: { type: 'markdown', text: long(12_000) },
    broken: { type: 'markdown', text: long(12_001) },
    pointer: '/blocks/0/text',
  },
  {
    rule: 'a block_id has 255 characters',
    kept: { type: 'divider', block_id: long(255) },
    broken: { type: 'divider', block_id: long(256) },
    pointer: '/blocks/0/block_id',
  },
  {
    rule: 'no block has a field that Slack does not know',
    kept: { type: 'divider' },
    broken: { type: 'divider', colour: 'red' },
    pointer: '/blocks/0',
  },
  {
    rule: 'no block is of a type that nobody checks here',
    kept: { type: 'rich_text', elements: [] },
    broken: { type: 'headline', text: plain('A') },
    pointer: '/blocks/0',
  },
];

function aConfirm(length: number): object {
  return { title: plain('Sure?'), text: plain(long(length)), confirm: plain('Yes'), deny: plain('No') };
}

function aSelect(count: number, value = 'v'): object {
  const options = many(count, (index) => ({ text: plain('A'), value: `${value}${index}` }));
  return { type: 'static_select', action_id: 'choose', options };
}

describe('limits of a block', () => {
  test.each(LIMITS)('$rule', ({ kept, broken, pointer }) => {
    expect(blockProblems([kept], 'message')).toEqual([]);
    expect(blockProblems([broken], 'message').map((problem) => problem.pointer)).toEqual([pointer]);
  });
});

describe('limits of a message', () => {
  const divided = (count: number) => many(count, () => ({ type: 'divider' }));

  test('it has 50 blocks, a modal 100', () => {
    expect(blockProblems(divided(50), 'message')).toEqual([]);
    expect(blockProblems(divided(51), 'message')).toEqual([
      { pointer: '/blocks', message: 'no more than 50 items allowed' },
    ]);
    expect(blockProblems(divided(100), 'modal')).toEqual([]);
    expect(blockProblems(divided(101), 'modal')).toHaveLength(1);
  });

  test('a block_id stands once', () => {
    const twice = many(2, () => ({ type: 'divider', block_id: 'a' }));
    expect(blockProblems(twice, 'message')).toEqual([
      { pointer: '/blocks', message: 'block_id a is not unique' },
    ]);
  });

  test('Slack says what is wrong and where, and it is a violation', async () => {
    await using slack = await startSlackSimulator();
    const blocks = [{ type: 'header', text: plain(long(151)) }];
    const fault = await post(webClientOf(slack), { channel: 'C0DESK', text: 'A', blocks }).catch(
      (error: unknown) => error,
    );
    expect(fault).toHaveProperty('data.error', 'invalid_blocks');
    expect(fault).toHaveProperty('data.response_metadata.messages', [
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ]);
    expect(slack.messages('C0DESK')).toEqual([]);
    expect(slack.violations()).toEqual([
      'chat.postMessage: invalid_blocks; must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });

  test('all its texts together have a limit of their own', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    const ofLength = (length: number) => [
      ...many(Math.floor(length / 3000), () => section({ text: mrkdwn(long(3000)) })),
      section({ text: mrkdwn(long(length % 3000)) }),
    ];
    const send = (length: number) => {
      const blocks = ofLength(length) as { type: string }[];
      return refusalOf(post(client, { channel: 'C0DESK', text: 'A', blocks }));
    };
    expect(await send(MOST_TEXT)).toMatchObject({ ok: true });
    expect(await send(MOST_TEXT + 1)).toBe('msg_blocks_too_long');
  });

  test('metadata has a type and a payload', async () => {
    await using slack = await startSlackSimulator();
    const metadata = { event_type: 'x' };
    const call = webClientOf(slack).apiCall('chat.postMessage', { channel: 'C0DESK', text: 'A', metadata });
    expect(await refusalOf(call)).toBe('invalid_metadata_format');
  });

  test('blocks can be asked about without being sent', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf(slack);
    expect(await client.blocks.validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
    expect(await refusalOf(client.blocks.validate({ blocks: [{ type: 'headline' }] }))).toBe(
      'invalid_blocks',
    );
    expect(slack.violations()).toEqual([]);
  });
});

const modal = (more: object) => ({
  type: 'modal',
  title: plain('A'),
  blocks: [{ type: 'divider' }],
  ...more,
});

describe('limits of a view', () => {
  const input = { type: 'input', label: plain('A'), element: { type: 'plain_text_input' } };

  test.each([
    ['a title has 24 characters', { title: plain(long(24)) }, { title: plain(long(25)) }, '/view/title/text'],
    [
      'a private note has 3000 characters',
      { private_metadata: long(3000) },
      { private_metadata: long(3001) },
      '/view/private_metadata',
    ],
    [
      'what asks can be submitted',
      { blocks: [input], submit: plain('Go') },
      { blocks: [input] },
      '/view/submit',
    ],
    ['it shows something', { blocks: [{ type: 'divider' }] }, { blocks: [] }, '/view/blocks'],
    ['it is a modal or a Home tab', { type: 'modal' }, { type: 'window' }, '/view/type'],
  ])('%s', (_rule, kept, broken, pointer) => {
    expect(viewProblems(modal(kept))).toEqual([]);
    expect(viewProblems(modal(broken)).map((problem) => problem.pointer)).toEqual([pointer]);
  });
});

const ofText = (text: string) => marksIn({ text });
const ofBlocks = (...blocks: readonly object[]) => marksIn({ text: '', blocks: blocks as readonly Block[] });

describe('mentions and links that Slack would make', () => {
  test('are found in the text and in formatted texts', () => {
    expect(ofText('<!channel> see <https://a.example/x|here>, <@U0ANNA>')).toEqual({
      mentions: ['!channel', '@U0ANNA'],
      links: ['https://a.example/x'],
    });
    expect(ofBlocks(section({ fields: [mrkdwn('<!subteam^S0EDITORS>')] })).mentions).toEqual([
      '!subteam^S0EDITORS',
    ]);
  });

  test('are not found in plain texts, nor where the signs are escaped', () => {
    expect(ofBlocks({ type: 'header', text: plain('<!channel>') })).toEqual({ mentions: [], links: [] });
    expect(ofText('&lt;!channel&gt; &lt;https://a.example|b&gt;').mentions).toEqual([]);
  });

  test('are found where an address stands bare, unless the text is verbatim', () => {
    expect(ofBlocks(section({ text: mrkdwn('see https://a.example/x now') })).links).toEqual([
      'https://a.example/x',
    ]);
    const verbatim = { ...mrkdwn('see https://a.example/x now'), verbatim: true };
    expect(ofBlocks(section({ text: verbatim })).links).toEqual([]);
  });

  test('are found in buttons and images, and in the link of a date', () => {
    const image = { type: 'image', image_url: 'https://b.example/b.png', alt_text: 'b' };
    expect(ofBlocks(actions(button({ url: 'https://a.example/' })), image).links).toEqual([
      'https://a.example/',
      'https://b.example/b.png',
    ]);
    expect(ofText('<!date^1^{time}^https://c.example/|then> <!date^1^{time}|then>')).toEqual({
      mentions: [],
      links: ['https://c.example/'],
    });
  });
});
