import { groundOf, typedGround } from '#command/watch/ground-choices.ts';
import { rhythmOf, typedRhythm } from '#command/watch/rhythm-of.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** What of a watch is taken from one channel to another: its topic and conditions, not who began it or whom it mentions. */
export type WatchWish = Pick<
  Subscription,
  'name' | 'isPaused' | 'needs' | 'isUrgent' | 'inThread' | 'digest'
>;

const OPTION = /^(needs|urgent|thread|paused|days|at):(\S+)$/;

/**
 * Watches as lines that people can read and edit: `needs:own-text days:daily at:08:00 Macron Putin call;`. The semicolon
 * ends a line also where a platform makes one line of many.
 */
export const writeWatchLines = (watches: readonly WatchWish[]): string =>
  watches.map((watch) => `${[...optionsOf(watch), watch.name].join(' ')};\n`).join('');

const optionsOf = ({ needs, isUrgent, inThread, isPaused, digest }: WatchWish): readonly string[] => [
  ...(needs === undefined ? [] : [`needs:${typedGround(needs)}`]),
  ...(isUrgent ? ['urgent:yes'] : []),
  ...(inThread ? ['thread:yes'] : []),
  ...(isPaused ? ['paused:yes'] : []),
  ...(digest === undefined ? [] : [typedRhythm(digest)]),
];

/** Reads such lines, of which empty ones and those that begin with # say nothing. */
export const readWatchLines = (text: string): readonly WatchWish[] =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);

function readLine(line: string): WatchWish {
  const words = line.split(/\s+/);
  const ends = words.findIndex((word) => !OPTION.test(word));
  const given = new Map(
    words.slice(0, Math.max(0, ends)).map((word) => {
      const [, name = '', value = ''] = OPTION.exec(word) ?? [];
      return [name, value];
    }),
  );
  const needs = groundOf(given.get('needs') ?? '');
  const [days, at] = [given.get('days'), given.get('at')];
  const digest = days === undefined && at === undefined ? undefined : rhythmOf(days, at);
  return {
    name: words.slice(Math.max(0, ends)).join(' '),
    isPaused: given.get('paused') === 'yes',
    ...(needs !== undefined && needs !== 'one-report' && { needs }),
    ...(given.get('urgent') === 'yes' && { isUrgent: true }),
    ...(given.get('thread') === 'yes' && { inThread: true }),
    ...(digest !== undefined && { digest }),
  };
}
