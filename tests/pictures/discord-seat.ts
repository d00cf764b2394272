import type { DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import {
  allComponents,
  COMPONENTS,
  type Message,
  readAloud,
  shownBody,
} from '../simulators/discord/message.ts';
import type { Place, Seen } from '../simulators/discord/people.ts';
import { discordMessage, discordParts } from './draw-discord.ts';
import { type FormDrawn, formAsHtml } from './draw-form.ts';
import { pageOf } from './page.ts';
import { commandCalled, linesIn, type Options, type Seat, type Sight } from './seat.ts';

/** What a seat needs to know of the world around it. */
export type Around = { readonly now: () => Date; readonly zone: string };

/** Somebody at a simulated Discord, in one channel. */
export function discordSeat(discord: DiscordSimulator, place: Place, { now, zone }: Around): Seat {
  let last: Message | undefined;
  const sightOf = (messages: readonly Message[], isPrivate: boolean): Sight => ({
    lines: messages.flatMap((message) => linesIn(discordParts(shownBody(message), zone))),
    page: (theme) =>
      pageOf(
        messages
          .map((message) =>
            discordMessage(shownBody(message), {
              at: isPrivate ? now() : message.at,
              zone,
              isEdited: !isPrivate && message.revisions.length > 2,
              answers: message.answers !== undefined,
              isPrivate,
            }),
          )
          .join(''),
        'discord.css',
        theme,
      ),
  });
  const see = (seen: Seen): Sight => {
    if (seen.kind === 'form') return formSight(seen);
    if (seen.kind === 'message') {
      last = seen.isPrivate ? seen.message : undefined;
      return sightOf([seen.message], seen.isPrivate);
    }
    if (seen.kind === 'still-thinking') return sightOf(discord.people.followUps(seen.interaction), false);
    throw new Error(`Discord showed ${seen.kind}.`);
  };
  const withButton = (label: string): Message => {
    const all = discord.messagesIn(place.channel).toReversed();
    const found = [...(last === undefined ? [] : [last]), ...all].find((message) =>
      hasButton(message, label),
    );
    if (found === undefined) throw new Error(`No message has a button “${label}”.`);
    return found;
  };
  return {
    platform: 'Discord',
    typed: (words, options = {}) =>
      `/${rooted(words)}${Object.entries(options)
        .map(([name, value]) => ` ${name}:${value}`)
        .join('')}`,
    async type(words, options = {}) {
      return see(await discord.people.slash(rooted(words), valuesOf(words, options), place));
    },
    async press(label) {
      return see(await discord.people.press(withButton(label).id, label, place));
    },
    look: (messages) => sightOf(discord.messagesIn(place.channel).slice(-messages), false),
    find(words) {
      const found = discord
        .messagesIn(place.channel)
        .findLast((message) => readAloud(shownBody(message)).includes(words));
      if (found === undefined) throw new Error(`No message on Discord says “${words}”.`);
      return sightOf([found], false);
    },
  };
}

/** Commands of one word stand below /readout on Discord. */
const rooted = (words: string): string => (words.includes(' ') ? words : `readout ${words}`);

const valuesOf = (words: string, options: Options) =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const kind = commandCalled(words).options.find((option) => option.name === name)?.kind;
      return [name, kind === 'flag' ? value === 'yes' : kind === 'number' ? Number(value) : value];
    }),
  );

const hasButton = (message: Message, label: string): boolean =>
  allComponents(shownBody(message).components).some(
    (part) => part.type === COMPONENTS.BUTTON && part.label === label && part.custom_id !== undefined,
  );

function formSight({ form }: Extract<Seen, { readonly kind: 'form' }>): Sight {
  const drawn: FormDrawn = {
    title: form.title,
    fields: form.components.map((label) => {
      const { label: name = '', component } = label;
      const { description: hint = '' } = label as { readonly description?: string };
      const { value = '', type = 0, options = [] } = (component ?? {}) as Filled;
      const chosen = options.find((option) => option.default === true)?.label;
      return { label: name, hint, value: chosen ?? value, isMenu: type !== TEXT_INPUT };
    }),
    close: 'Cancel',
    send: 'Submit',
  };
  return {
    lines: linesIn(formAsHtml(drawn)),
    page: (theme) => pageOf(formAsHtml(drawn), 'discord.css', theme),
  };
}

/** Docs: components/reference, "Text Input". */
const TEXT_INPUT = 4;

/** What stands in a field that is shown. */
type Filled = {
  readonly type?: number;
  readonly value?: string;
  readonly options?: readonly { readonly label: string; readonly default?: boolean }[];
};
