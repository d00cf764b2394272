import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type MessageProps, Message as SlackMessage } from 'slack-blocks-to-jsx';
import { SECOND_MS } from '#kernel/clock.ts';
import { aSlack } from '../adapters/slack/a-slack.ts';
import { type Content, contentOf } from '../simulators/slack/world.ts';
import { escapeHtml } from './escape-html.ts';
import { pageOf } from './page.ts';
import { sayScene } from './say-scene.ts';
import type { Scene } from './scene.ts';
import { BLOCKS_STYLE } from './slack-style.ts';

type Look = {
  readonly at: Date;
  readonly zone: string;
  readonly theme: 'light' | 'dark';
  /** The text of the message that this one answers, in its thread and in the channel. */
  readonly answers?: string;
  /** Seen by who asked alone. */
  readonly isPrivate?: boolean;
};

/** The scene as a page: said by the real adapter to a simulated Slack, and drawn from what stands there then. */
export async function drawSlack(scene: Scene, theme: 'light' | 'dark'): Promise<string> {
  const { posted, shown, pointer } = scene;
  const { zone } = shown.card;
  await using slack = await aSlack();
  await sayScene(scene, slack.messenger, slack.channel);
  const [card, answer] = slack.simulator.messages(slack.channel.address).map(contentOf);
  if (card === undefined) throw new Error('No card stands in the channel.');
  const messages = [
    slackMessage(card, { at: posted.at, zone, theme }),
    ...(answer && pointer ? [slackMessage(answer, { at: pointer.at, zone, theme, answers: card.text })] : []),
  ];
  return pageOf(messages.join(''), 'slack.css', theme, BLOCKS_STYLE);
}

/** One message of the app as HTML. */
export function slackMessage(content: Content, { at, answers, isPrivate = false, ...look }: Look): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: look.zone });
  return `<article>
<b class="avatar">R</b>
${isPrivate ? '<small class="private">Only visible to you</small>' : ''}
<header><b>Readout</b><span class="app">APP</span><time>${hour.format(at)}</time></header>
${answers === undefined ? '' : `<p class="answers">replied to a thread: <a>${escapeHtml(answers)}</a></p>`}
${slackParts(content, look)}
</article>`;
}

/** What a message says, as HTML. */
export function slackParts({ blocks = [] }: Content, { zone, theme }: Pick<Look, 'zone' | 'theme'>): string {
  const drawn = createElement(SlackMessage, {
    blocks: withMarkup(blocks),
    theme,
    name: 'Readout',
    logo: '',
    withoutWrapper: true,
    hooks: { date: ({ timestamp, format }) => shownTime(Number(timestamp), format, zone) },
  });
  return renderToStaticMarkup(drawn);
}

/** To Slack `verbatim` means that nothing but its own marks is markup; the package takes it for no markup at all. */
const withMarkup = (blocks: Content['blocks']): MessageProps['blocks'] =>
  JSON.parse(JSON.stringify(blocks, (name, value: unknown) => (name === 'verbatim' ? undefined : value)));

/** A `<!date^…>` as a British reader sees it, on a later day than the card's. */
function shownTime(seconds: number, format: string, zone: string): string {
  const at = new Date(seconds * SECOND_MS);
  const inZone = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at);
  const date = inZone({ day: 'numeric', month: 'short', year: 'numeric' });
  return format.replace(/\{date_short(?:_pretty)?\}/, date).replace('{time}', inZone({ timeStyle: 'short' }));
}
