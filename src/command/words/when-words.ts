import type { Phrase } from '#card/phrase.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { Ground } from '#subscription/ground.ts';
import type { Rhythm } from '#subscription/rhythm.ts';

/** What is said to people about when they are told. */
export type WhenWords = {
  readonly rhythm: (rhythm: Rhythm) => string;
  readonly digestSet: (name: string, rhythm: Rhythm, zone: string, next: string) => Phrase;
  readonly relatedToo: Phrase;
  readonly noneRelated: Phrase;
  readonly atOnceSet: (name: string) => Phrase;
  readonly noSuchRhythm: (typed: string) => Phrase;
  readonly paused: (name: string, until?: string) => Phrase;
  readonly resumed: (name: string) => Phrase;
  readonly noSuchMoment: (typed: string) => Phrase;
  /** `elsewhere`: the channel that is meant, where it is another than the one in which it is said. */
  readonly muted: (story: string, until?: string, elsewhere?: string) => Phrase;
  readonly unmuted: (story: string, elsewhere?: string) => Phrase;
  readonly notMuted: (story: string, elsewhere?: string) => Phrase;
  readonly conditions: (name: string, needs: Ground, isUrgent: boolean) => Phrase;
  readonly noSuchGround: (typed: string) => Phrase;
  readonly settings: (channel: string, settings: ChannelSettings & { readonly zone: string }) => Phrase;
  readonly noSuchZone: (typed: string) => Phrase;
  readonly noSuchHours: (typed: string) => Phrase;
  readonly noSuchBudget: (typed: string) => Phrase;
  readonly ground: Readonly<Record<Ground, string>>;
  readonly unaccounted: (stories: number) => Phrase;
  readonly total: (stories: number, states: Phrase) => Phrase;
};
