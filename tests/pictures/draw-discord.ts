import { aNewsroom } from '../adapters/discord/a-newsroom.ts';
import { COMPONENTS, type Component, type MessageBody, shownBody } from '../simulators/discord/message.ts';
import { discordMarkdown } from './discord-markdown.ts';
import { escapeHtml } from './escape-html.ts';
import { pageOf } from './page.ts';
import { sayScene } from './say-scene.ts';
import type { Scene } from './scene.ts';

/** Discord's number for a button that opens an address. */
const LINK_STYLE = 5;

/** The colour of a container is no matter of the simulator's rules. */
type Drawn = Component & { readonly accent_color?: number };

type Heading = {
  readonly at: Date;
  readonly zone: string;
  readonly isEdited: boolean;
  readonly answers: boolean;
  /** Seen by who asked alone. */
  readonly isPrivate?: boolean;
};

/** The scene as a page: said by the real adapter to a simulated Discord, and drawn from what stands there then. */
export async function drawDiscord(scene: Scene, theme: 'light' | 'dark'): Promise<string> {
  const { posted, shown, pointer } = scene;
  const { zone } = shown.card;
  await using newsroom = await aNewsroom();
  await sayScene(scene, newsroom.messenger, newsroom.channel);
  const [card, answer] = [...newsroom.discord.world.messages.values()].map(shownBody);
  if (card === undefined) throw new Error('No card stands in the channel.');
  const messages = [
    discordMessage(card, { at: posted.at, zone, isEdited: shown !== posted, answers: false }),
    ...(answer && pointer
      ? [discordMessage(answer, { at: pointer.at, zone, isEdited: false, answers: true })]
      : []),
  ];
  return pageOf(messages.join(''), 'discord.css', theme);
}

/** One message of the bot as HTML. Throws for a component that no card of ours has. */
export function discordMessage(
  body: MessageBody,
  { at, zone, isEdited, answers, isPrivate = false }: Heading,
): string {
  const hour = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return `<article>
${answers ? '<div class="answered"><i></i><b class="avatar small">R</b><b>Readout</b></div>' : ''}
<b class="avatar">R</b>
<header><b>Readout</b><span class="app">APP</span><time>${hour.format(at)}</time></header>
${discordParts(body, zone)}
${isPrivate ? '<small class="edited">Only you can see this</small>' : ''}${isEdited ? '<small class="edited">(edited)</small>' : ''}
</article>`;
}

/** What a message says, as HTML. Throws for a component that no card of ours has. */
export function discordParts({ content, components, files = [] }: MessageBody, zone: string): string {
  const said = content === '' ? '' : discordMarkdown(content, zone);
  return `${said}${components.map((part) => component(part, zone)).join('')}${files.length > 0 ? `<p class="file">${files.map(({ name }) => escapeHtml(name)).join(' ')}</p>` : ''}`;
}

function component({ type, content = '', components = [], ...rest }: Drawn, zone: string): string {
  const inside = components.map((part) => component(part, zone)).join('');
  switch (type) {
    case COMPONENTS.CONTAINER:
      return `<section style="border-left-color: ${accentOf(rest)}">${inside}</section>`;
    case COMPONENTS.TEXT:
      return discordMarkdown(content, zone);
    case COMPONENTS.SEPARATOR:
      return '<hr>';
    case COMPONENTS.ACTION_ROW:
      return `<nav>${inside}</nav>`;
    case COMPONENTS.FILE:
      return '';
    case COMPONENTS.BUTTON:
      return `<button>${escapeHtml(rest.label ?? '')}${rest.style === LINK_STYLE ? '<i>↗</i>' : ''}</button>`;
    default:
      throw new Error(`No card of ours has a component of type ${type}.`);
  }
}

function accentOf({ accent_color: colour = 0 }: Pick<Drawn, 'accent_color'>): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
