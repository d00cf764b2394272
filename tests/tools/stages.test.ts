import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { configFolder } from '../config/small-config.ts';
import { linesOf, runProgram, startProgram, toLines } from './readout-process.ts';

const config = configFolder();
const files = mkdtempSync(join(tmpdir(), 'readout-stages-'));
const environment = { READOUT_CONFIG: config.path };

afterAll(() => {
  config[Symbol.dispose]();
  rmSync(files, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
}

const stage = (words: readonly string[], input = '') => runProgram(words, { input, environment });

const CALL = {
  id: 'a1',
  title: 'Freedonia and Sylvania spoke by phone',
  summary: 'The two had not spoken for a year.',
  date: '2025-07-01 10:00',
  source: 'The Courier',
};

const RSS = `<rss version="2.0"><channel><title>Made up</title><link>https://made.example/</link><language>en</language>
<item><title>A &amp; B</title><link>https://made.example/one</link><guid>1</guid><pubDate>Tue, 01 Jul 2025 10:00:00 +0200</pubDate><description>&lt;b&gt;Two&lt;/b&gt; words</description></item>
<item><title>Undated</title><guid>2</guid><pubDate>some day</pubDate></item></channel></rss>`;

describe.concurrent('parse', () => {
  test('turns each document into one line of items, and names what it could not read', async () => {
    const path = file('one.xml', RSS);
    const { status, output, complaint } = await stage(['parse', path]);
    expect(linesOf(output)).toEqual([
      {
        file: path,
        kind: 'rss',
        feed: { title: 'Made up', link: 'https://made.example/', language: 'en' },
        items: [
          {
            title: 'A & B',
            link: 'https://made.example/one',
            guid: '1',
            published: '2025-07-01T08:00:00.000Z',
            summary: 'Two words',
            content: '<b>Two</b> words',
          },
          { title: 'Undated', guid: '2' },
        ],
        problems: [expect.stringContaining('some day')],
      },
    ]);
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  });

  test('tells which documents it could not read, goes on, and ends with 1', async () => {
    const page = file('page.html', '<!doctype html><title>Not a feed</title>');
    const { status, output } = await stage(['parse', page, join(files, 'absent.xml'), file('two.xml', RSS)]);
    expect(linesOf(output)).toMatchObject([
      { file: page, error: { kind: 'not-a-feed', message: expect.any(String) } },
      { error: { kind: 'unreadable', message: expect.stringContaining('ENOENT') } },
      { kind: 'rss' },
    ]);
    expect(status).toBe(1);
  });

  test('takes a list of documents with what their servers said, and tells a bad line by its number', async () => {
    const old = file('old.xml', '');
    writeFileSync(old, Buffer.from(RSS.replace('Undated', 'Élysée'), 'latin1'));
    const listed = {
      file: old,
      feed_url: 'https://other.example/',
      http_content_type: 'text/xml; charset=iso-8859-1',
    };
    const list = file('list.jsonl', `${JSON.stringify(listed)}\n{"feed_url":"x"}\nnot json\n`);
    const { status, output } = await stage(['parse', '--list', list]);
    expect(linesOf(output)).toMatchObject([
      { file: old, items: [{}, { title: 'Élysée' }] },
      { line: 2, error: '“file” is missing' },
      { line: 3, error: expect.stringContaining('not JSON') },
    ]);
    expect(status).toBe(1);
  });

  test('ends quietly when nobody reads on', async () => {
    const path = file('many.xml', RSS);
    const child = startProgram(['parse', ...Array.from({ length: 2_000 }, () => path)], environment);
    const complaints: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(Buffer.concat(complaints).toString()).toBe('');
  });
});

describe.concurrent('match', () => {
  const TOPICS = toLines(
    { id: 't1', query: 'Freedonia Sylvania call' },
    { id: 't2', query: 'Sylvania' },
    { id: 't3', query: 'Freedonia (call' },
  );

  test('gives a line for each topic an article meets, with its evidence', async () => {
    const topics = file('topics.jsonl', TOPICS);
    const { status, output } = await stage(['match', '--topics', topics], toLines(CALL));
    const [problem, ...matches] = linesOf(output);
    expect(problem).toEqual({ topic: 't3', place: 11, error: expect.any(String) });
    expect(matches).toHaveLength(2);
    expect(matches).toContainEqual({
      topic: 't1',
      article: 'a1',
      tier: 'strong',
      score: expect.any(Number),
      status: 'happened',
      direction: expect.stringMatching(/^(as-asked|reversed|none)$/),
      evidence: expect.arrayContaining([
        expect.objectContaining({ part: 'call', found: 'spoke by phone', where: 'title', sentence: 0 }),
      ]),
    });
    expect(status).toBe(1);
  });

  test('reads topics from YAML as well', async () => {
    const topics = file('topics.yaml', 'topics:\n  - { id: 7, query: Sylvania }\n');
    const { status, output } = await stage(['match', '--topics', topics], toLines(CALL));
    expect(linesOf(output)).toMatchObject([{ topic: '7', article: 'a1' }]);
    expect(status).toBe(0);
  });

  test('tells each line of the topics that is none, and goes on with the others', async () => {
    const good = toLines({ id: 't', query: 'Sylvania' });
    const topics = file('some-bad.jsonl', `no json\n${good}\n[]\n{"id":"u"}\n{"id":"v","query":7}\n`);
    const { status, output } = await stage(['match', '--topics', topics], toLines(CALL));
    expect(linesOf(output)).toMatchObject([
      { line: 1, error: expect.stringContaining('not JSON') },
      { line: 4, error: 'not an object' },
      { line: 5, error: '“query” is missing' },
      { line: 6, error: '“query” must be a text' },
      { topic: 't', article: 'a1' },
    ]);
    expect(status).toBe(1);
  });

  test('tells each entry of a YAML list that is no topic by its line', async () => {
    const topics = file(
      'some-bad.yaml',
      'topics:\n  - { id: 7, query: Sylvania }\n  - { id: 8 }\n  - word\n',
    );
    const { status, output } = await stage(['match', '--topics', topics], toLines(CALL));
    expect(linesOf(output)).toMatchObject([
      { line: 3, error: '“query” is missing' },
      { line: 4, error: 'not an object' },
      { topic: '7', article: 'a1' },
    ]);
    expect(status).toBe(1);
  });

  test('tells a topics file that it cannot read, without a stack', async () => {
    const { status, output, complaint } = await stage(['match', '--topics', join(files, 'absent.yaml')]);
    expect({ status, output }).toEqual({ status: 78, output: '' });
    expect(complaint).toMatch(/absent\.yaml\n.*cannot be read as topics.*\n.*→ Give one/);
    expect(complaint).not.toMatch(/\n\s+at /);
  });

  test('tells each bad line by its number, goes on, and ends with 1', async () => {
    const topics = file('bad-lines.jsonl', toLines({ id: 't', query: 'Sylvania' }));
    const wrong = [
      { title: 'no id' },
      { ...CALL, date: 'soon' },
      { ...CALL, date: '1 July 2025' },
      { ...CALL, title: 5 },
    ];
    const input = `{"id":\n\n[1]\n${toLines(...wrong, CALL)}`;
    const { status, output } = await stage(['match', '--topics', topics], input);
    expect(linesOf(output)).toMatchObject([
      { line: 1, error: expect.stringContaining('not JSON') },
      { line: 3, error: 'not a JSON object' },
      { line: 4, error: '“id” is missing' },
      { line: 5, error: '“date” is no date: soon' },
      { line: 6, error: '“date” is no date: 1 July 2025' },
      { line: 7, error: '“title” must be a text' },
      { topic: 't', article: 'a1' },
    ]);
    expect(status).toBe(1);
  });
});

describe.concurrent('group', () => {
  const SAME = { ...CALL, id: 'a2', source: 'The Palace', date: '2025-07-01T10:20:00+00:00' };
  const OTHER = {
    id: 'a3',
    title: 'A flood closes three roads',
    date: '2025-07-01T11:00:00Z',
    source: 'The Courier',
  };

  test('answers each article before it reads the next, and keeps windows apart', async () => {
    const child = startProgram(['group'], environment);
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const ask = async (article: unknown): Promise<unknown> => {
      child.stdin.write(toLines(article));
      const { value } = (await answers.next()) as { readonly value: string };
      return JSON.parse(value);
    };
    const first = (await ask(CALL)) as { readonly story: string };
    expect(first).toEqual({ id: 'a1', window: null, story: expect.any(String) });
    expect(await ask(SAME)).toEqual({ id: 'a2', window: null, story: first.story });
    expect(await ask(OTHER)).not.toMatchObject({ story: first.story });
    expect(await ask({ ...SAME, id: 'a4', window: 'w' })).toMatchObject({ id: 'a4', window: 'w' });
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('with --final gives every article once, at the end, and still tells the bad lines', async () => {
    const { status, output } = await stage(
      ['group', '--final'],
      toLines(CALL, { id: 'x', title: 'y' }, SAME),
    );
    const [bad, first, second] = linesOf(output) as { readonly story?: string }[];
    expect(bad).toEqual({ line: 2, error: '“date” is missing' });
    expect([first, second]).toMatchObject([
      { id: 'a1', window: null },
      { id: 'a2', story: first?.story },
    ]);
    expect(status).toBe(1);
  });
});

describe.concurrent('statements and summarize', () => {
  const TEXT = 'Rufus Trentino said: “We will hold talks in July.” The weather was fine.';

  test('names speaker, side and hand by places in the text', async () => {
    const { status, output } = await stage(
      ['statements'],
      toLines(
        { id: 1, text: TEXT, outlet: 'The Palace', date: '2025-07-01' },
        { id: 2, text: TEXT },
        { id: 3 },
      ),
    );
    const [own, second, bad] = linesOf(output) as { readonly attributions: readonly Attributed[] }[];
    const attribution = own?.attributions[0];
    expect(attribution).toMatchObject({ speaker: 'trentino', side: 'freedonia', hand: 'own' });
    expect(TEXT.slice(...(attribution?.cue ?? [0, 0]))).toBe('said');
    expect(TEXT.slice(...(attribution?.source ?? [0, 0]))).toContain('Rufus Trentino');
    expect(TEXT.slice(...(attribution?.content[0] ?? [0, 0]))).toContain('We will hold talks in July.');
    expect(second?.attributions[0]).toMatchObject({ speaker: 'trentino', hand: 'second' });
    expect(own).toHaveProperty('own');
    expect(second).not.toHaveProperty('own');
    expect(bad).toEqual({ line: 3, error: '“text” is missing' });
    expect(status).toBe(1);
  });

  test('leaves a text that is short enough as it is, and tells its sentences by their places', async () => {
    const text = 'The two leaders met on Monday. They will meet again in May.';
    const { status, output } = await stage(['summarize'], `\uFEFF${toLines({ id: 's', text })}`);
    expect(linesOf(output)).toEqual([
      {
        id: 's',
        summary: text,
        sentences: [
          [0, 30],
          [31, text.length],
        ],
      },
    ]);
    expect(status).toBe(0);
  });
});

type Attributed = {
  readonly source: [number, number] | null;
  readonly cue: [number, number];
  readonly content: readonly [number, number][];
};
