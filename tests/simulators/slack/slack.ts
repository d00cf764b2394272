import type { AnswerRights } from './answer-rights.ts';
import type { Faults } from './faults.ts';
import type { MovableClock } from './movable-clock.ts';
import type { RateLimiter } from './rate-limits.ts';
import type { SocketMode } from './socket-mode.ts';
import type { World } from './world.ts';

/** Everything one simulated Slack is made of. */
export type Slack = {
  readonly world: World;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly limit: RateLimiter;
  readonly answerRights: AnswerRights;
  readonly sockets: SocketMode;
  socketUrl(): string;
  responseUrl(id: string): string;
  violate(what: string): void;
};
