import { SECOND_MS } from '#kernel/clock.ts';
import { escapeHtml } from './escape-html.ts';

type Rule = {
  readonly pattern: RegExp;
  readonly show: (found: readonly string[], zone: string) => string;
};

/** What each `<t:…>` shape shows to a British reader (docs: reference, "Timestamp Styles"). */
const TIME_SHAPES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
};

/** The markdown that Readout writes inside a line; the first that fits is taken, all else is shown as it stands. */
const RULES: readonly Rule[] = [
  { pattern: /\\([^\sA-Za-z0-9])/y, show: ([character = '']) => escapeHtml(character) },
  { pattern: /`([^`]+)`/y, show: ([code = '']) => `<code>${escapeHtml(code)}</code>` },
  {
    pattern: /<t:(\d+):([tDf])>/y,
    show: ([seconds = '', shape = ''], zone) => `<time>${timeOf(Number(seconds), shape, zone)}</time>`,
  },
  {
    pattern: /<@(\d+)>/y,
    show: () => '<span class="person">@Ben</span>',
  },
  {
    pattern: /__((?:\\.|[^\\_])+?)__/y,
    show: ([words = ''], zone) => `<u>${inLine(words, zone)}</u>`,
  },
  {
    pattern: /\[((?:\\.|[^\\])+?)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y,
    show: ([label = '', url = ''], zone) => `<a href="${escapeHtml(url)}">${inLine(label, zone)}</a>`,
  },
  {
    pattern: /\*\*((?:\\.|[^\\])+?)\*\*/y,
    show: ([words = ''], zone) => `<strong>${inLine(words, zone)}</strong>`,
  },
  { pattern: /~~((?:\\.|[^\\])+?)~~/y, show: ([words = ''], zone) => `<del>${inLine(words, zone)}</del>` },
];

/** Discord's markdown as HTML, times in `zone`: the part of it that Readout writes. */
export const discordMarkdown = (markdown: string, zone: string): string =>
  markdown
    .split('\n')
    .map((line) => block(line, zone))
    .join('');

function block(line: string, zone: string): string {
  const [, mark = '', rest = line] = /^(### |-# |> )(.*)$/s.exec(line) ?? [];
  const words = inLine(rest, zone);
  switch (mark) {
    case '### ':
      return `<h3>${words}</h3>`;
    case '-# ':
      return `<small>${words}</small>`;
    case '> ':
      return `<blockquote>${words}</blockquote>`;
    default:
      return `<p>${words}</p>`;
  }
}

function inLine(markdown: string, zone: string): string {
  let shown = '';
  let at = 0;
  while (at < markdown.length) {
    const found = findRule(markdown, at);
    shown += found ? found.rule.show(found.match.slice(1), zone) : escapeHtml(markdown.charAt(at));
    at += found ? found.match[0].length : 1;
  }
  return shown;
}

function findRule(markdown: string, at: number) {
  for (const rule of RULES) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(markdown);
    if (match) return { rule, match };
  }
  return undefined;
}

const timeOf = (seconds: number, shape: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...TIME_SHAPES[shape], timeZone: zone }).format(
    new Date(seconds * SECOND_MS),
  );
