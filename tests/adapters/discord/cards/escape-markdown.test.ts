import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { hostileText } from '../hostile-cards.ts';

describe('words of others', () => {
  test.each([
    [
      '**bold** _it_ ~~no~~ `code` ||spoiler||',
      String.raw`\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|`,
    ],
    ['[click](https://evil.example)', String.raw`\[click\](https\://evil.example)`],
    ['HTTPS://EVIL.EXAMPLE/x', String.raw`HTTPS\://EVIL.EXAMPLE/x`],
    ['@everyone <@1> <@&1> <#1>', String.raw`\@everyone \<\@1> \<\@&1> \<#1>`],
    ['<t:0:R> </cmd:1> <id:browse> <:a:1>', String.raw`\<t\:0:R> \</cmd:1> \<id:browse> \<\:a:1>`],
    ['come to discord.gg/abc', String.raw`come to discord.gg\/abc`],
    ['# head', String.raw`\# head`],
    ['-# small', String.raw`\-# small`],
    ['#desk', '#desk'],
    ['> quote', String.raw`\> quote`],
    ['12. list', String.raw`12\. list`],
    ['ends in https:', String.raw`ends in https\:`],
    ['Talks: 12:30, 3-1, a (b) #c', 'Talks: 12:30, 3-1, a (b) #c'],
    ['Переговоры: «мир» — 和平', 'Переговоры: «мир» — 和平'],
  ])('%s is shown and not obeyed', (written, escaped) => {
    expect(escapeMarkdown(written)).toBe(escaped);
  });

  test('stay in one line, without what nobody sees', () => {
    expect(escapeMarkdown('two\nlines\u202e\u200b\u0000 end\ufeff')).toBe('two lines end');
    expect(escapeMarkdown('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('are cut between whole characters, and never inside an escape', () => {
    expect(escapeMarkdown('****', 4)).toBe(String.raw`\*…`);
    expect(escapeMarkdown('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 14)).toBe('👩‍👩‍👧‍👦…');
    expect(escapeMarkdown('four', 4)).toBe('four');
  });

  test('never are longer than asked', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        expect(escapeMarkdown(text, limit).length).toBeLessThanOrEqual(limit);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
