import type { Faults } from './faults.ts';
import type { Json } from './message.ts';
import type { Limit } from './rate-limits.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** What the parts of the simulator share. */
export type Discord = {
  readonly world: World;
  readonly faults: Faults;
  /** Edits of a channel's messages older than an hour. */
  readonly oldEdits: Limit;
  /** Says what the bot did that the real Discord would not take, or would punish. */
  readonly violate: (what: string) => void;
  /** Sends an event to the bot, now or when it resumes. */
  readonly dispatch: (event: string, data: Json) => void;
  readonly gatewayUrl: string;
  /** How often the bot may still identify today. */
  readonly identifiesLeft: () => number;
};

/** A record that must be there, since something else names it. */
export function mustHave<T>(things: ReadonlyMap<Snowflake, T>, id: Snowflake): T {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`nothing has the id ${id}`);
  return thing;
}
