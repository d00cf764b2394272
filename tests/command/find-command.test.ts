import { describe, expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';

const find = (typed: string) => {
  const found = findCommand(typed.split(' '), commands);
  return found.kind === 'command' ? { path: found.command.path.join(' '), options: found.options } : found;
};

describe('words that call a command', () => {
  test('give the rest of the line to its text', () => {
    expect(find('watch add Ruritania Syldavia call')).toEqual({
      path: 'watch add',
      options: { topic: 'Ruritania Syldavia call' },
    });
  });

  test('may name their option, and set flags wherever they stand', () => {
    expect(find('watch add --anyway topic:Ruritania talks')).toEqual({
      path: 'watch add',
      options: { topic: 'Ruritania talks', anyway: 'yes' },
    });
  });

  test('may come as one word, as a shell hands over what stands in quotes', () => {
    expect(findCommand(['watch', 'add', 'Ruritania  talks'], commands)).toMatchObject({
      options: { topic: 'Ruritania talks' },
    });
  });

  test('keep the operators of a query', () => {
    expect(find('news search (truce OR ceasefire) -sport title:talks')).toMatchObject({
      options: { words: '(truce OR ceasefire) -sport title:talks' },
    });
  });

  test('may be French, in any case', () => {
    expect(find('Veille ajouter Syldavie')).toEqual({ path: 'watch add', options: { topic: 'Syldavie' } });
    expect(find('aide')).toMatchObject({ path: 'help' });
  });

  test('need what the command cannot do without', () => {
    expect(find('watch add')).toMatchObject({ kind: 'missing', option: 'topic' });
    expect(find('news latest')).toMatchObject({ path: 'news latest', options: {} });
  });
});

describe('words that nearly call a command', () => {
  test.each([
    ['wach ad Iran', ['watch', 'add'], 'Iran'],
    ['wathc lsit', ['watch', 'list'], ''],
    ['statsu', ['status'], ''],
  ])('are understood, and asked about: %s', (typed, path, following) => {
    expect(find(typed)).toMatchObject({ kind: 'near', command: { path }, following });
  });

  test('of which only the first is known bring all that begin so', () => {
    expect(find('watch')).toMatchObject({ kind: 'root', isWhole: true });
    expect(find('veille suspendre 1')).toMatchObject({ kind: 'root', isWhole: false });
    const found = findCommand(['news'], commands);
    expect(found.kind === 'root' && found.commands.map(({ path }) => path.join(' '))).toEqual([
      'news latest',
      'news search',
    ]);
  });

  test('are not guessed at when they are far off', () => {
    expect(find('make coffee')).toEqual({ kind: 'none' });
    expect(find('')).toEqual({ kind: 'none' });
  });
});
