import { describe, expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { findCommand, findNamed } from '#command/find-command.ts';

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

  test('give an option several words in quotation marks of any kind', () => {
    for (const quoted of ['"World Wire"', '“World Wire”', '«World Wire»', '« World Wire »'])
      expect(find(`news search outlet:${quoted} Macron`)).toEqual({
        path: 'news search',
        options: { outlet: 'World Wire', words: 'Macron' },
      });
    expect(find('news search outlet:"World Macron')).toMatchObject({
      options: { outlet: '"World', words: 'Macron' },
    });
    expect(find('watch add topic:"gas deal" Iran')).toMatchObject({ options: { topic: '"gas deal" Iran' } });
  });

  test('read an hour in several words as one, and any colon behind a name', () => {
    for (const until of ['until:22 h 30', 'until:22h30', 'jusque：22 h 30', 'until:22 H 30'])
      expect(find(`watch pause ${until} Iran`)).toMatchObject({
        options: { until: expect.stringMatching(/^22h30$/i), topic: 'Iran' },
      });
    for (const span of ['8 h', '8 heures', '8 hours', '3 days', '90 min'])
      expect(find(`watch pause until:${span} Iran`)).toMatchObject({
        options: { until: span, topic: 'Iran' },
      });
    expect(find('watch pause until:22:00 30 talks')).toMatchObject({
      options: { until: '22:00', topic: '30 talks' },
    });
  });

  test('may be French, in any case', () => {
    expect(find('Veille ajouter Syldavie')).toEqual({ path: 'watch add', options: { topic: 'Syldavie' } });
    expect(find('aide')).toMatchObject({ path: 'help' });
    expect(find('actus dernieres')).toMatchObject({ path: 'news latest' });
    expect(find('veille add Syldavie')).toMatchObject({ path: 'watch add' });
  });

  test('may name options, and what they are, in French', () => {
    expect(find('veille ajouter --quand-même synthèse:8h Syldavie')).toEqual({
      path: 'watch add',
      options: { topic: 'Syldavie', anyway: 'yes', digest: '8h' },
    });
    expect(find('veille modifier 1 exige:Deux-Origines urgent:oui')).toEqual({
      path: 'watch edit',
      options: { topic: '1', needs: 'two-origins', urgent: 'yes' },
    });
    expect(find('watch edit 1 needs:rumours')).toMatchObject({ options: { needs: 'rumours' } });
  });

  test('give an hour no minutes that are the first word of a topic', () => {
    expect(find('watch add digest:8 h 24 Hours Ruritania')).toMatchObject({
      options: { topic: '24 Hours Ruritania', digest: '8 h' },
    });
    expect(find('watch digest at:8 h 10 Canal Street')).toMatchObject({
      options: { topic: '10 Canal Street', at: '8 h' },
    });
    expect(find('watch digest at:8 h 45 Ruritania')).toMatchObject({
      options: { topic: 'Ruritania', at: '8h45' },
    });
  });

  test('need what the command cannot do without', () => {
    expect(find('watch add')).toMatchObject({ kind: 'missing', option: { name: 'topic' } });
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
    expect(find('veille danser 1')).toMatchObject({ kind: 'root', isWhole: false });
    const found = findCommand(['news'], commands);
    expect(found.kind === 'root' && found.commands.map(({ path }) => path.join(' '))).toEqual([
      'news latest',
      'news since',
      'news search',
      'news topics',
      'news contacts',
    ]);
  });

  test.each([
    ['add Ruritania', ['watch', 'add'], 'Ruritania'],
    ['ajouter Ruritanie', ['watch', 'add'], 'Ruritanie'],
    ['dernieres', ['news', 'latest'], ''],
    ['search truce', ['news', 'search'], 'truce'],
    ['R-7K2Q', ['story', 'show'], 'R-7K2Q'],
    ['follow Ruritania', ['watch', 'add'], 'Ruritania'],
    ['Suivre Ruritanie', ['watch', 'add'], 'Ruritanie'],
    ['unwatch 1', ['watch', 'remove'], '1'],
    ['stop', ['watch', 'remove'], ''],
    ['arrêter Ruritanie', ['watch', 'remove'], 'Ruritanie'],
  ])('without their root are understood, and asked about: %s', (typed, path, following) => {
    expect(find(typed)).toMatchObject({ kind: 'near', command: { path }, following });
  });

  test.each([
    ['watch Ruritania', 'root', ['watch', 'add'], 'Ruritania'],
    ['news Ruritania talks', 'root', ['news', 'latest'], 'Ruritania talks'],
    ['story R-7K2Q', 'root', ['story', 'show'], 'R-7K2Q'],
    ['Ruritania Syldavia talks', 'none', ['watch', 'add'], 'Ruritania Syldavia talks'],
    ['stop the Syldavian war', 'none', ['watch', 'add'], 'stop the Syldavian war'],
  ])('without their verb leave open what was meant, with a guess: %s', (typed, kind, path, following) => {
    expect(find(typed)).toMatchObject({ kind, guess: { command: { path }, following } });
  });

  test('that are none leave nothing to guess', () => {
    expect(find('')).toEqual({ kind: 'none' });
    expect(findNamed({ path: ['make', 'coffee'], options: {} }, commands)).toEqual({ kind: 'none' });
  });
});

describe('the French names of commands', () => {
  test('say the path word for word, each first word always the same', () => {
    const lengths = commands.map(({ path, pathInFrench }) => path.length - pathInFrench.length);
    expect(lengths.filter((difference) => difference !== 0)).toEqual([]);
    const roots = Map.groupBy(
      commands.filter(({ path }) => path.length > 1),
      ({ path }) => path[0],
    );
    for (const ours of roots.values())
      expect(new Set(ours.map(({ pathInFrench }) => pathInFrench[0])).size).toBe(1);
  });

  test('call one command each, as do the names of its options', () => {
    for (const { path, pathInFrench, options } of commands) {
      expect(find(`${pathInFrench.join(' ')} 1`)).toMatchObject(
        options.some(({ isRequired, kind }) => isRequired && kind !== 'text') ? {} : { path: path.join(' ') },
      );
      const names = options.flatMap(({ name, nameInFrench }) => [...new Set([name, nameInFrench])]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
