import type { SlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { type Content, contentOf, type Message, momentOfTs, type View } from '../simulators/slack/world.ts';
import type { Around } from './discord-seat.ts';
import { type FormDrawn, formAsHtml } from './draw-form.ts';
import { slackMessage, slackParts } from './draw-slack.ts';
import { pageOf } from './page.ts';
import { commandCalled, linesIn, type Options, type Seat, type Sight } from './seat.ts';
import { BLOCKS_STYLE } from './slack-style.ts';

type Place = { readonly user: string; readonly channel: string };

/** Somebody at a simulated Slack, in one channel. */
export function slackSeat(slack: SlackSimulator, place: Place, { now, zone }: Around): Seat {
  let last: Message | undefined;
  const sightOf = (messages: readonly Message[]): Sight => ({
    lines: messages.flatMap((message) => linesIn(slackParts(contentOf(message), { zone, theme: 'light' }))),
    page: (theme) =>
      pageOf(
        messages
          .map((message) =>
            slackMessage(contentOf(message), {
              at: message.visibleTo === undefined ? momentOfTs(message.ts) : now(),
              zone,
              theme,
              isPrivate: message.visibleTo !== undefined,
              ...answered(message),
            }),
          )
          .join(''),
        'slack.css',
        theme,
        BLOCKS_STYLE,
      ),
  });
  const answered = ({ threadTs }: Message): { readonly answers?: string } => {
    const card = slack.messages(place.channel).find(({ ts }) => ts === threadTs);
    return card === undefined ? {} : { answers: contentOf(card).text };
  };
  const openForm = (known: ReadonlySet<string>): View | undefined =>
    slack.world.views.find(({ id, isOpen }) => isOpen && !known.has(id));
  const see = async (deed: () => Promise<{ replies(): readonly Message[] }>): Promise<Sight> => {
    const known = new Set(slack.world.views.map(({ id }) => id));
    const before = last && JSON.stringify(contentOf(last));
    const done = await deed();
    // A slow machine says “One moment …” first, which has no blocks.
    const found = await slack.until(
      () =>
        openForm(known) ??
        done.replies().find((message) => contentOf(message).blocks !== undefined) ??
        (last !== undefined && JSON.stringify(contentOf(last)) !== before && last),
    );
    if ('shown' in found) return viewSight(found, zone);
    last = found.visibleTo === undefined ? undefined : found;
    return sightOf([found]);
  };
  const forAll = (): readonly Message[] =>
    slack.messages(place.channel).filter(({ visibleTo }) => visibleTo === undefined);
  const withButton = (label: string): { readonly message: Message; readonly action: string } => {
    const all = slack.messages(place.channel).toReversed();
    for (const message of [...(last === undefined ? [] : [last]), ...all]) {
      const action = actionCalled(label, contentOf(message).blocks);
      if (action !== undefined) return { message, action };
    }
    throw new Error(`No message has a button “${label}”.`);
  };
  return {
    platform: 'Slack',
    typed: (words, options = {}) => `/readout ${lineOf(words, options)}`.trim(),
    type: (words, options = {}) => see(() => slack.people.slash(lineOf(words, options), place)),
    press: (label) => {
      const { message, action } = withButton(label);
      return see(() => slack.people.press(action, { ...place, ts: message.ts }));
    },
    look: (messages) => sightOf(forAll().slice(-messages)),
    find(words) {
      const found = forAll().findLast((message) => JSON.stringify(contentOf(message)).includes(words));
      if (found === undefined) throw new Error(`No message on Slack says “${words}”.`);
      return sightOf([found]);
    },
  };
}

/** The text of a command stands as it is, other options by their names. */
function lineOf(words: string, options: Options): string {
  const given = Object.entries(options).map(([name, value]) => {
    const kind = commandCalled(words).options.find((option) => option.name === name)?.kind;
    if (kind === 'text') return value;
    return kind === 'flag' ? `--${name}` : `${name}:${value}`;
  });
  return [words, ...given].join(' ');
}

/** The button of this label, by its action id. */
function actionCalled(label: string, part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { type, text, action_id: action } = part as Block;
  if (type === 'button' && (text as Words).text === label) return String(action);
  return Object.values(part)
    .map((inner) => actionCalled(label, inner))
    .find((found) => found !== undefined);
}

type Block = Readonly<Record<string, unknown>>;
type Words = { readonly text?: string };

function viewSight({ shown }: View, zone: string): Sight {
  const blocks = (shown['blocks'] ?? []) as readonly Block[];
  if (!blocks.some(({ type }) => type === 'input')) {
    const content = { text: '', blocks: blocks as Content['blocks'] } as Content;
    return {
      lines: linesIn(slackParts(content, { zone, theme: 'light' })),
      page: (theme) =>
        pageOf(
          `<div class="form">${slackParts(content, { zone, theme })}</div>`,
          'slack.css',
          theme,
          BLOCKS_STYLE,
        ),
    };
  }
  const said = (words: unknown): string => (words as Words | undefined)?.text ?? '';
  const drawn: FormDrawn = {
    title: said(shown['title']),
    fields: blocks.map((block) => {
      const element = (block['element'] ?? {}) as Block;
      const chosen = (element['initial_option'] as { readonly text?: Words } | undefined)?.text?.text;
      return {
        label: said(block['label']),
        hint: said(block['hint']),
        value: chosen ?? writtenIn(element),
        isMenu: element['type'] !== 'plain_text_input',
      };
    }),
    close: said(shown['close']),
    send: said(shown['submit']),
  };
  return {
    lines: linesIn(formAsHtml(drawn)),
    page: (theme) => pageOf(formAsHtml(drawn), 'slack.css', theme),
  };
}

/** What the Home tab shows this person, who opens it now; absent where the app has none. */
export async function homeTab(slack: SlackSimulator, user: string, zone: string): Promise<Sight> {
  await slack.people.openHome(user);
  const view = await slack.until(() =>
    slack.world.views.find((one) => one.user === user && one.shown.type === 'home'),
  );
  return viewSight(view, zone);
}

function writtenIn({ initial_value: written }: Block): string {
  return typeof written === 'string' ? written : '';
}
