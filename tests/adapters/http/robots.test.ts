import { describe, expect, test } from 'vitest';
import { readRobots } from '#adapters/http/robots.ts';

const permits = (text: string, path: string, product = 'Readout'): boolean =>
  readRobots(text, product).permits(path);

const all = (...rules: readonly string[]): string => ['User-agent: *', ...rules].join('\n');

describe('whom a group of rules is for', () => {
  test('nobody is refused where nothing is ruled', () => {
    expect(permits('', '/news/1')).toBe(true);
    expect(permits('Sitemap: https://news.example/map.xml\nDisallow: /', '/news/1')).toBe(true);
  });

  test('the rules for our name count, and those for all do not count beside them', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: readout\nDisallow: /private/';
    expect(permits(text, '/news/1')).toBe(true);
    expect(permits(text, '/private/1')).toBe(false);
    expect(permits(text, '/news/1', 'Otherbot')).toBe(false);
  });

  test('names that stand together share their rules, and groups of one name add up', () => {
    const text = [
      'User-agent: other',
      'User-agent: Readout/2.0',
      'Disallow: /a/',
      'Crawl-delay: 5',
      'User-agent: elsewhere',
      'Disallow: /',
      'User-agent: READOUT',
      'Disallow: /b/',
    ].join('\r\n');
    expect(permits(text, '/a/1')).toBe(false);
    expect(permits(text, '/b/1')).toBe(false);
    expect(permits(text, '/c/1')).toBe(true);
  });

  test('a name that only contains ours is somebody else', () => {
    expect(permits('User-agent: readouts\nDisallow: /', '/')).toBe(true);
  });
});

describe('which rule decides', () => {
  test.each([
    [['Disallow: /'], '/any', false],
    [['Disallow:'], '/any', true],
    [['Disallow: /news'], '/newspaper', false],
    [['Disallow: /news/'], '/news', true],
    [['Disallow: /news', 'Allow: /news/open'], '/news/open/1', true],
    [['Allow: /news', 'Disallow: /news/closed'], '/news/closed/1', false],
    [['Disallow: /page', 'Allow: /page'], '/page', true],
    [['Disallow: /*.pdf$'], '/files/text.pdf', false],
    [['Disallow: /*.pdf$'], '/files/text.pdf?page=1', true],
    [['Disallow: /*/print/*'], '/en/print/1', false],
    [['Disallow: /*?session='], '/en?session=1', false],
    [['Disallow: /exact$'], '/exact', false],
    [['Disallow: /exact$'], '/exactly', true],
    [['Disallow: /a*b*c$'], '/abbbc', false],
    [['Disallow: /a*b*c$'], '/abbb', true],
    [['Disallow: /caf%C3%A9'], '/caf%c3%a9/1', false],
    [['Disallow: /café'], '/caf%C3%A9/1', false],
    [['Disallow: /%7Eana'], '/~ana/1', false],
    [['Disallow: / # everything'], '/any', false],
    [['Disallow: /'], '/robots.txt', true],
  ] as const)('%j makes %s %s', (rules, path, expected) => {
    expect(permits(all(...rules), path)).toBe(expected);
  });

  test('a rule made to take long takes no time', () => {
    const begun = performance.now();
    expect(permits(all(`Disallow: /${'*a'.repeat(1_000)}b`), `/${'a'.repeat(50_000)}`)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test.each([
    ['spaces within', `Disallow: a${' '.repeat(400_000)}b`],
    ['spaces before the colon', `Disallow${' '.repeat(400_000)}b: /`],
    ['spaces before anything', `${' '.repeat(400_000)}b`],
    ['colons', `Disallow${':'.repeat(400_000)}`],
    ['a long rule that holds much that is to be escaped', `Disallow: /${'é'.repeat(200_000)}`],
  ])('a line made to take long is read at once: %s', (_what, line) => {
    const begun = performance.now();
    expect(permits(all(line, 'Disallow: /private'), '/private')).toBe(false);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  test('a short rule counts, however much space and comment comes after it', () => {
    const padding = ' '.repeat(5_000);
    expect(permits(all(`Disallow: /private${padding}# ${'why '.repeat(5_000)}`), '/private')).toBe(false);
  });
});
