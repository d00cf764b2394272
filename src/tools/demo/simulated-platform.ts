import type { Settings } from '#config/settings.ts';

/** A chat platform played by a simulator. What stands in it outlives the program that posts there. */
export type SimulatedPlatform = {
  readonly platform: 'discord' | 'slack';
  /** As people call it. */
  readonly name: string;
  /** How the program's settings reach it. */
  readonly settings: Pick<Settings, 'discord' | 'slack'>;
  setClock(now: Date): Promise<void>;
  /** Somebody of the desk types the command that watches a topic in #desk; resolves to what they are answered. */
  watch(topic: string): Promise<string>;
  readonly look: () => Promise<Look>;
};

/** What stands in #desk for all to see, oldest first, and what the program did against the platform's rules. */
export type Look = {
  readonly messages: readonly StandingMessage[];
  readonly violations: readonly string[];
};

/** A message with all that it ever said; the last is what people see. `answers`: the message that it replies to. */
export type StandingMessage = {
  readonly id: string;
  readonly answers?: string;
  readonly said: readonly string[];
};

/** The channel that watches. Both simulators have one, with somebody in it who may change watches. */
export const DESK = 'desk';

/** A command must be answered, or the platform tells people that the program does not respond. */
export function mustAnswer(name: string, topic: string, answer: string | undefined): string {
  if (answer === undefined) throw new Error(`${name}: to watch “${topic}” was not answered.`);
  return answer;
}
