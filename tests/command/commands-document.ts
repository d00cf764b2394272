import { findDefined } from '#adapters/discord/asking/command-definitions.ts';
import type { Command, Option } from '#command/command.ts';
import { usageOf } from '#command/usage-of.ts';

const HEAD = `# Commands

Written from the registry of commands by \`tests/command/commands-document.test.ts\`; that test fails when this page is stale, and
\`npx vitest run tests/command/commands-document.test.ts -u\` writes it anew. Everything can be asked in English and French, with or without
accents: on Slack behind \`/readout\`, in a terminal behind \`npm run -s readout --\`.

*Anyone* may look where the workspace lets them (\`/readout-admin settings looking:managers\`); what *changes* is for those who manage: on
Discord who the server lets use the command, on Slack whom the settings name, and the role or group that \`/readout-admin settings
manager:…\` names. A look-up is answered to who asked alone; where *can be shown* stands, a button shows it to the channel. A change of
what is watched, read or set can be undone for 15 minutes; so can a message that was sent again or dropped, until it is on its way,
and a sample until news makes it the card of its story; where there are platforms to remove it from its card is removed. What has no
way back: a card that was removed is gone from its platform, and a card that was moved after its watch stays there, so that the move
itself cannot be undone any more; what \`feed release\` let through is news by then, and what \`feed drop\` dropped is deleted.
`;

const GAPS = `## Where the platforms differ, and why

| what | Discord | Slack | terminal |
|---|---|---|---|
| who is shown a command | \`/news\`, \`/story\` and \`/readout\`: everybody. \`/watch\`, \`/feed\` and \`/readout-admin\`, their look-ups too: *Manage Server*, until the server gives them to others; Discord knows rights for the first word only | everybody all of them; who may not change is refused | whoever runs it |
| options | each by itself, checked by Discord | typed as \`name:value\`: Slack gives a bot one line of text | the same |
| suggestions while typing | yes | none: Slack has them in forms only; what is nearly a command is asked about | none |
| forms | yes | yes | none: what is missing is asked in words |
| buttons | yes | yes | the command stands below the answer, to be typed |
| a list of feeds from a file | attached | pasted, or by its link: a Slack command carries no file | by the file's name |
| a list of feeds into a file | attached | as text | to the output |
| other channels, roles and groups | by Discord's own pickers | as Slack writes them: \`<#C…>\`, \`<!subteam^…>\` | none: a terminal is one channel |
| a story that is not named | in the thread of its card, in its post of a forum, or from the menu of a message: **Apps** → **Show this story** | from the menu of a message: *Show this story*; Slack lets nobody type a command in a thread | none: by its name |
| beginning from a message | **Apps** → **Watch this**, for those who manage | *Watch this* | none |
| who may read a channel and not write in it | is offered neither “Show here” nor to send a topic to those who manage | is offered both: Slack documents who may post in a channel for admins of Enterprise alone (\`admin.conversations.getConversationPrefs\`), for no bot | – |
| “Show here” | yes | yes | none: nobody else looks on |
`;

/** All commands as `docs/commands.md` shows them. */
export const commandsDocument = (commands: readonly Command[]): string =>
  [HEAD, ...roots(commands), GAPS].join('\n');

const roots = (commands: readonly Command[]): readonly string[] =>
  [...Map.groupBy(commands, ({ path }) => (path.length === 1 ? 'readout' : path[0]))].map(
    ([root, ours]) => `## ${root}\n\n${ours.map((one) => section(one, ours)).join('\n')}`,
  );

/** Discord shows a look-up to no more people than the changes that begin with the same word. */
function whoOf({ path, isChanging }: Command, siblings: readonly Command[]): string {
  if (isChanging) return 'changes';
  const [root, last = root] = path;
  const isRestricted = path.length > 1 && findDefined(root, last, siblings)?.isChangingRoot === true;
  return isRestricted ? `anyone; on Discord those who have \`/${root}\`` : 'anyone';
}

function section(command: Command, siblings: readonly Command[]): string {
  const { description, isShareable, isForAnyone, options } = command;
  const notes = [
    whoOf(command, siblings),
    ...(isForAnyone ? ['always'] : []),
    ...(isShareable ? ['can be shown'] : []),
    ...(command.form === undefined ? [] : ['has a form']),
  ];
  return [
    `### \`${usageOf(command, 'discord', 'en')}\``,
    '',
    `French: \`${usageOf(command, 'discord', 'fr')}\` · ${notes.join(' · ')}`,
    '',
    `${description.en}. *${description.fr}.*`,
    '',
    ...options.map(optionLine),
    ...(options.length === 0 ? [] : ['']),
  ].join('\n');
}

function optionLine({
  name,
  nameInFrench,
  description,
  kind,
  isRequired,
  choices,
  suggests,
  isOfCard,
}: Option): string {
  const notes = [
    kind,
    ...(isRequired ? ['required'] : []),
    ...(choices === undefined ? [] : [choices.map(({ value }) => value).join(' / ')]),
    ...(suggests === undefined ? [] : [`suggests ${suggests}`]),
    ...(isOfCard ? ['not needed at its card'] : []),
  ];
  return `- \`${name}\` (\`${nameInFrench}\`): ${description.en}. ${notes.join(', ')}`;
}
