import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { commandsDocument } from './commands-document.ts';

test('docs/commands.md shows every command as it is', async () => {
  await expect(commandsDocument(commands)).toMatchFileSnapshot('../../docs/commands.md');
});
