import type { TokenStanding } from '#adapters/slack/token-standing.ts';
import type { Messenger } from '#channel/messenger.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** About as often as the program looks whether it can connect. */
const TRY_AGAIN_MS = 30 * SECOND_MS;

type Waiting = {
  readonly kind: 'later';
  readonly retryAfterMs: number;
  readonly isEverywhere: true;
  readonly detail: string;
};

/**
 * The same messenger, with an eye on the token: the answer that Slack takes it no more ends the connection, as does
 * its word on that between two messages. What was to be sent is not refused by its channel: it waits for a new token.
 */
export function heedingRefusals(messenger: Messenger, standing: TokenStanding): Messenger {
  const heeded = async <Outcome extends { readonly kind: string }>(
    sending: Promise<Outcome>,
  ): Promise<Outcome | Waiting> => {
    const outcome = await sending;
    const told: { readonly kind: string; readonly reason?: string; readonly detail?: string } = outcome;
    if (told.kind !== 'refused' || told.reason !== 'not-authorised') return outcome;
    const { detail = 'not authorised' } = told;
    standing.refuse(detail);
    return { kind: 'later', retryAfterMs: TRY_AGAIN_MS, isEverywhere: true, detail };
  };
  return {
    ...messenger,
    create: (...told) => heeded(messenger.create(...told)),
    edit: (...told) => heeded(messenger.edit(...told)),
    remove: (...told) => heeded(messenger.remove(...told)),
    reply: (...told) => heeded(messenger.reply(...told)),
    digest: (...told) => heeded(messenger.digest(...told)),
    say: (...told) => heeded(messenger.say(...told)),
  };
}
