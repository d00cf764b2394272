import type { Headed } from '#card/headed.ts';

/** For whom a card is composed: what one channel reads and may see. */
export type View = {
  /** Primary subtags in order of preference; the first is the language of the card's own words. */
  readonly languages: readonly string[];
  /** IANA time zone. */
  readonly zone: string;
  /** Names of the topics by which this channel got the story, as its people wrote them. */
  readonly topics: readonly string[];
  /** The headline under which this channel was first shown the story: it stays. */
  readonly headed?: Headed;
  /** Shown on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string;
};
