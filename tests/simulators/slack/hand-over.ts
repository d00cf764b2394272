import type { Found } from './payloads.ts';
import type { Slack } from './slack.ts';
import type { Envelope, Handed } from './socket-mode.ts';
import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';

/** Hands it to the app, where told a second time as well, and tells how the first time ended. */
export async function hand(slack: Slack, envelope: Envelope, twice = false): Promise<Handed> {
  const [how] = await Promise.all([
    slack.sockets.hand(envelope),
    ...(twice ? [slack.sockets.hand(envelope)] : []),
  ]);
  return how;
}

/** An envelope whose acknowledgement takes no answer, as most of what people press. */
export const interactive = (payload: Fields): Envelope => ({
  type: 'interactive',
  payload,
  accepts_response_payload: false,
});

/** What was chosen, as it stands in the action; nothing where it was a mere press. */
export function choice({ element }: Found, option: string | undefined): Fields {
  if (option === undefined) return {};
  const { options } = element;
  const offered = Array.isArray(options)
    ? options.filter(isFields).find((one) => one['value'] === option)
    : undefined;
  return { selected_option: offered ?? { text: { type: 'plain_text', text: option }, value: option } };
}
