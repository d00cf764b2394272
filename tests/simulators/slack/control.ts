import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Fault } from './faults.ts';
import type { Interaction } from './interaction.ts';
import { peopleOf } from './people.ts';
import type { By } from './seen-by.ts';
import { sendJson } from './send-json.ts';
import type { Slack } from './slack.ts';
import type { Filled } from './view-state.ts';

type Controlled = Slack & { readonly violations: readonly string[] };
type Press = By & { readonly action: string; readonly ts: string; readonly option?: string };

/**
 * The simulator's own addresses, for those who started it as a process: `GET /-/state`, and by POST with JSON
 * `faults`, `clock`, `sockets`, `slash`, `press` and `submit`.
 */
export async function answerControl(
  what: string,
  request: IncomingMessage,
  response: ServerResponse,
  slack: Controlled,
): Promise<void> {
  const told: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : undefined;
  const answer = await control(what, told, slack);
  sendJson(response, answer === undefined ? 404 : 200, answer ?? { error: `no such control: ${what}` });
}

async function control(what: string, told: unknown, slack: Controlled): Promise<unknown> {
  const people = peopleOf(slack);
  switch (what) {
    case 'state':
      return stateOf(slack);
    case 'faults':
      slack.faults.add(...(told as readonly Fault[]));
      return {};
    case 'clock':
      return moveClock(slack, told as { readonly now?: string; readonly advanceMs?: number });
    case 'sockets':
      slack.sockets[(told as { readonly do: 'terminate' | 'warn' | 'refresh' }).do]();
      return {};
    case 'slash': {
      const { text, ...by } = told as By & { readonly text: string };
      return shown(await people.slash(text, by));
    }
    case 'press': {
      const { action, ...by } = told as Press;
      return shown(await people.press(action, by));
    }
    case 'submit': {
      const { view, filled } = told as { readonly view: string; readonly filled: Filled };
      return people.submitView(view, filled);
    }
    default:
      return undefined;
  }
}

function moveClock(
  { clock }: Slack,
  { now, advanceMs = 0 }: { readonly now?: string; readonly advanceMs?: number },
): unknown {
  if (now !== undefined) clock.moveTo(new Date(now));
  clock.advance(advanceMs);
  return { now: clock.now().toISOString() };
}

const shown = (interaction: Interaction): unknown => ({ ...interaction, replies: interaction.replies() });

/** All that a judge of our program needs: messages with every form they had, and what must not have happened. */
const stateOf = ({ world, clock, sockets, violations }: Controlled): unknown => ({
  now: clock.now().toISOString(),
  connections: sockets.size,
  violations,
  channels: world.channels,
  views: world.views,
});
