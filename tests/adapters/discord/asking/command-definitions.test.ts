import { InteractionContextType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { commandDefinitions, type Definition } from '#adapters/discord/asking/command-definitions.ts';
import { commands } from '#command/commands.ts';

const definitions = commandDefinitions(commands);
const root = (name: string): Definition => {
  const found = definitions.find((definition) => definition.name === name);
  if (found === undefined) throw new Error(`no root is called ${name}`);
  return found;
};
const namesIn = ({ options = [] }: Definition) => options.map(({ name }) => name);

describe('commands as Discord offers them', () => {
  test('are six roots: what changes for those who manage the server, what looks for all', () => {
    expect(definitions.map(({ name, default_member_permissions: rights }) => [name, rights])).toEqual([
      ['watch', '32'],
      ['news', null],
      ['story', null],
      ['feed', '32'],
      ['readout-admin', '32'],
      ['readout', null],
    ]);
  });

  test('hold every command once', () => {
    expect(definitions.flatMap(namesIn)).toHaveLength(commands.length);
    expect(namesIn(root('readout'))).toEqual(expect.arrayContaining(['status', 'help']));
  });

  test('have French names where people say them in French', () => {
    expect(root('watch').name_localizations).toEqual({ fr: 'veille' });
    expect(root('watch').options?.find(({ name }) => name === 'add')?.name_localizations).toEqual({
      fr: 'ajouter',
    });
  });

  test('are offered in servers only', () => {
    const everywhere = definitions.filter(
      ({ contexts }) => String(contexts) !== String([InteractionContextType.Guild]),
    );
    expect(everywhere).toEqual([]);
  });
});
