import { groundOf, typedGround } from '#command/watch/ground-choices.ts';
import { rhythmOf, typedRhythm } from '#command/watch/rhythm-of.ts';
import { wishesAsTyped } from '#command/watch/watch-wishes.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** What of a watch is taken from one channel to another: its topic and conditions, not who began it or whom it mentions. */
export type WatchWish = Pick<
  Subscription,
  'name' | 'isPaused' | 'mutedUntil' | 'needs' | 'isUrgent' | 'inThread' | 'digest' | 'digestsRelated'
>;

/** A line that was read; `wishes` are options of `watch edit` that only a workspace can make sense of. */
export type ReadLine = { readonly wish: WatchWish; readonly wishes: Readonly<Record<string, string>> };

const OPTION = /^(needs|urgent|thread|paused|days|at|related|languages|outlets|lines):(\S+)$/;
const WISHES: readonly string[] = ['languages', 'outlets', 'lines'];

/**
 * Watches as lines that people can read and edit: `needs:own-text days:daily at:08:00 Macron Putin call;`. The semicolon
 * ends a line also where a platform makes one line of many; one that belongs to a topic has a backslash before it.
 */
export const writeWatchLines = (watches: readonly Subscription[]): string =>
  watches.map((watch) => `${[...optionsOf(watch), written(watch.name)].join(' ')};\n`).join('');

function optionsOf(watch: Subscription): readonly string[] {
  const { needs, isUrgent, inThread, isPaused, mutedUntil, digest, digestsRelated } = watch;
  return [
    ...(needs === undefined ? [] : [`needs:${typedGround(needs)}`]),
    ...(isUrgent ? ['urgent:yes'] : []),
    ...(inThread ? ['thread:yes'] : []),
    ...(isPaused ? ['paused:yes'] : []),
    ...(mutedUntil === undefined || isPaused ? [] : [`paused:${mutedUntil}`]),
    ...(digest === undefined ? [] : [typedRhythm(digest)]),
    ...(digestsRelated ? ['related:yes'] : []),
    ...wishesAsTyped(watch),
  ];
}

/** A topic whose beginning looks like an option or a remark, or that holds a semicolon, stays what it is. */
function written(name: string): string {
  const line = name.replaceAll(/[\\;]/gu, String.raw`\$&`).replaceAll(/\s+/gu, ' ').trim();
  const [first = ''] = line.split(' ');
  return line.startsWith('#') || OPTION.test(first) ? `\\${line}` : line;
}

/** Reads such lines, of which empty ones and those that begin with # say nothing. */
export const readWatchLines = (text: string): readonly ReadLine[] =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.match(/(?:\\.|[^;\\]|\\$)+/gsu) ?? [])
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);

function readLine(line: string): ReadLine {
  const words = line.split(/\s+/);
  const ends = words.findIndex((word) => !OPTION.test(word));
  const begins = ends < 0 ? words.length : ends;
  const given = Object.fromEntries(
    words.slice(0, begins).map((word) => {
      const [, name = '', value = ''] = OPTION.exec(word) ?? [];
      return [name, value];
    }),
  );
  return {
    wish: wishOf(words.slice(begins).join(' ').replaceAll(/\\(.)/gsu, '$1'), given),
    wishes: Object.fromEntries(Object.entries(given).filter(([name]) => WISHES.includes(name))),
  };
}

function wishOf(name: string, given: Readonly<Record<string, string>>): WatchWish {
  const { needs: ground = '', days, at, paused = 'no' } = given;
  const needs = groundOf(ground);
  const digest = days === undefined && at === undefined ? undefined : rhythmOf(days, at);
  const until = Date.parse(paused);
  return {
    name,
    isPaused: paused === 'yes',
    ...(!Number.isNaN(until) && { mutedUntil: new Date(until).toISOString() }),
    ...(needs !== undefined && needs !== 'one-report' && { needs }),
    ...(given['urgent'] === 'yes' && { isUrgent: true }),
    ...(given['thread'] === 'yes' && { inThread: true }),
    ...(digest !== undefined && { digest }),
    ...(given['related'] === 'yes' && { digestsRelated: true }),
  };
}
