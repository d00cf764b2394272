import { randomUUID } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Channel, Message, Team } from './world.ts';

/** docs.slack.dev, "Modals": a trigger opens one view within three seconds. */
const TRIGGER_LIFE_MS = 3 * SECOND_MS;
/** docs.slack.dev, "Handling user interaction": five uses within thirty minutes. */
const RESPONSE_URL_LIFE_MS = 30 * MINUTE_MS;
const RESPONSE_URL_USES = 5;

/** Where an answer to somebody's interaction goes. */
export type AnswerTo = {
  readonly team: Team;
  readonly channel: Channel;
  readonly user: string;
  readonly trigger: string;
  /** The message whose button was pressed. */
  readonly source?: Message;
};

/** What a trigger or a response address is good for now. */
export type TriggerUse =
  | { readonly kind: 'used'; readonly user: string }
  | { readonly kind: 'refused'; readonly error: string };
export type ResponseUse =
  | { readonly kind: 'used'; readonly to: AnswerTo }
  | { readonly kind: 'refused'; readonly error: string };

/** What interactions gave the app to answer with. */
export type AnswerRights = {
  issueTrigger(user: string, now: Date): string;
  useTrigger(id: unknown, now: Date): TriggerUse;
  /** Answers the last part of the address. */
  issueResponse(to: AnswerTo, now: Date): string;
  useResponse(id: string, now: Date): ResponseUse;
};

/** No interaction has happened yet. */
export function noAnswerRights(): AnswerRights {
  const triggers = new Map<string, { user: string; at: number; isUsed: boolean }>();
  const responses = new Map<string, { to: AnswerTo; at: number; uses: number }>();
  return {
    issueTrigger: (user, now) => {
      const id = `${triggers.size + 1}.${randomUUID()}`;
      triggers.set(id, { user, at: now.getTime(), isUsed: false });
      return id;
    },
    useTrigger: (id, now) => {
      const trigger = triggers.get(String(id));
      if (trigger === undefined) return { kind: 'refused', error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { kind: 'refused', error: 'exchanged_trigger_id' };
      if (now.getTime() - trigger.at > TRIGGER_LIFE_MS)
        return { kind: 'refused', error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { kind: 'used', user: trigger.user };
    },
    issueResponse: (to, now) => {
      const id = randomUUID();
      responses.set(id, { to, at: now.getTime(), uses: 0 });
      return id;
    },
    useResponse: (id, now) => {
      const response = responses.get(id);
      if (response === undefined) return { kind: 'refused', error: 'no_such_url' };
      if (now.getTime() - response.at > RESPONSE_URL_LIFE_MS)
        return { kind: 'refused', error: 'expired_url' };
      if (response.uses >= RESPONSE_URL_USES) return { kind: 'refused', error: 'used_url' };
      response.uses += 1;
      return { kind: 'used', to: response.to };
    },
  };
}
