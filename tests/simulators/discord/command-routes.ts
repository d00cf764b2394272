import { type Answer, done, invalidForm, REFUSALS } from './answer.ts';
import { type CommandRequest, commandProblems } from './command-rules.ts';
import type { Discord } from './discord.ts';
import type { Json } from './message.ts';
import type { RestRequest, Route } from './route.ts';
import type { Command, CommandOption } from './world.ts';

const CHAT_INPUT = 1;

/** Reading and replacing the bot's commands, everywhere or in one server (docs: interactions/application-commands). */
export function commandRoutes({ world }: Discord): readonly Route[] {
  const listed = (guild: string | undefined): readonly Command[] =>
    [...world.commands.values()].filter((command) => command.guild_id === guild);
  const read = ({ params, query }: RestRequest): Answer => {
    const isTranslated = query.get('with_localizations') === 'true';
    return done(listed(params['guild']).map((command) => (isTranslated ? command : untranslated(command))));
  };
  const replace = ({ params, body }: RestRequest): Answer => {
    if (params['application'] !== world.bot.id) return REFUSALS.missingAccess;
    const guild = params['guild'];
    if (guild !== undefined && !world.guilds.has(guild)) return REFUSALS.missingAccess;
    const requests = body as unknown as readonly CommandRequest[];
    const problems = commandProblems(requests);
    if (problems.length > 0) return invalidForm(problems);

    const before = listed(guild);
    for (const { id } of before) world.commands.delete(id);
    for (const request of requests) {
      const type = request.type ?? CHAT_INPUT;
      const known = before.find((command) => command.name === request.name && command.type === type);
      const id = known?.id ?? world.newId();
      world.commands.set(id, {
        default_member_permissions: null,
        description: '',
        contexts: null,
        integration_types: [0],
        nsfw: false,
        ...request,
        type,
        id,
        application_id: world.bot.id,
        version: world.newId(),
        ...(guild !== undefined && { guild_id: guild }),
      } as Command);
    }
    return done(listed(guild));
  };
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path): readonly Route[] => [
      { method: 'GET', path, access: 'bot', answer: read },
      { method: 'PUT', path, access: 'bot', body: 'commands', answer: replace },
    ],
  );
}

/** Docs: "Get Global Application Commands": translations stand there only `with_localizations`. */
const untranslated = (command: CommandOption): Json => ({
  ...Object.fromEntries(Object.entries(command).filter(([key]) => !key.endsWith('_localizations'))),
  ...(command.options && { options: command.options.map(untranslated) }),
});
