import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '#adapters/discord/cards/clean-line.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { ansiAsHtml } from './ansi-as-html.ts';
import { discordMarkdown } from './discord-markdown.ts';
import { discordMessage } from './draw-discord.ts';
import { slackMessage } from './draw-slack.ts';

const NOON = new Date('2026-03-01T12:00:00Z');
const HOSTILE = '<script>alert("1")</script> & <img src=x onerror=alert(1)>';

/** What a browser would show of the HTML as text. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a picture of Discord', () => {
  test("shows Readout's marks, links and times", () => {
    const shown = discordMarkdown(
      '### A title\n**ONE SIDE** · ~~gone~~ <t:1772366400:t> [[1]](https://wire.example/a)\n> said\n-# small',
      'Europe/Paris',
    );
    expect(shown).toBe(
      '<h3>A title</h3><p><strong>ONE SIDE</strong> · <del>gone</del> <time>13:00</time> ' +
        '<a href="https://wire.example/a">[1]</a></p><blockquote>said</blockquote><small>small</small>',
    );
  });

  test('shows the escaped words of others as they stand, whatever they hold', () => {
    const nasty = [
      '**',
      '~~',
      '`',
      '[',
      '](https://evil.example)',
      '<t:1:t>',
      '\\',
      '# ',
      '> ',
      '-# ',
      HOSTILE,
    ];
    const words = array(constantFrom(...nasty, 'word', ' ', ':')).map((parts) => parts.join(''));
    assert(
      property(words, (words) => {
        expect(textOf(discordMarkdown(escapeMarkdown(words), 'UTC'))).toBe(cleanLine(words));
      }),
    );
  });

  test('is not drawn of a component that nobody taught it', () => {
    const body = { content: '', embeds: [], flags: 0, components: [{ type: 12 }] };
    const heading = { at: NOON, zone: 'UTC', isEdited: false, answers: false };
    expect(() => discordMessage(body, heading)).toThrow('type 12');
  });
});

describe('a picture of Slack', () => {
  const draw = (text: string): string =>
    slackMessage(
      { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }] },
      { at: NOON, zone: 'Europe/Paris', theme: 'light', answers: HOSTILE },
    );

  test('shows bold words, links and times', () => {
    const shown = draw('*ONE SIDE* <!date^1772366400^{time}|12:00 UTC> <https://wire.example/a|‹1›>');
    expect(textOf(shown)).toMatch(/ONE SIDE\s13:00\s‹1›/);
    expect(shown).toContain('href="https://wire.example/a"');
  });

  test('holds no element that came in a text', () => {
    const shown = draw(HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(shown).not.toMatch(/<(?:script|img)/);
  });
});

describe('a picture of the terminal', () => {
  test('shows formats as classes and text as it stands', () => {
    expect(ansiAsHtml('\u001B[1m\u001B[33mCORRECTED\u001B[39m <b>\u001B[22m & more')).toBe(
      '<span class="bold yellow">CORRECTED</span><span class="bold"> &lt;b&gt;</span> &amp; more',
    );
  });

  test('is not drawn of a sequence that nobody taught it', () => {
    expect(() => ansiAsHtml('\u001B[5mblink')).toThrow('sequence');
  });
});

test('every picture that a document shows is there', () => {
  const shown = ['README.md', ...globSync('docs/**/*.md')].flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(/!\[[^\]]*\]\((?!https?:)([^)]+)\)/g)].map(([, path = '']) =>
      join(dirname(document), path),
    ),
  );
  expect(shown).not.toEqual([]);
  expect(shown.filter((path) => !existsSync(path))).toEqual([]);
});
