import { describe, expect, test } from 'vitest';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { WhichEvent } from '#story/fingerprint.ts';
import { isAnotherOfItsKind, likelihoodOf } from '#story/likelihood-of.ts';
import type { Act } from '#story/same-event.ts';
import { wordsNeeded } from '#story/words-needed.ts';

const listed = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** An hour of the first days of a year; who leads, who else is named, and which events are told. */
function act(
  hour: number,
  leading: string,
  events: string,
  more: Partial<Act> & { also?: string } = {},
): Act {
  const { also = '', ...rest } = more;
  const principals = listed(leading) as readonly ActorId[];
  return {
    at: Date.UTC(2025, 0, 1, hour),
    language: 'en',
    voices: [],
    hasNames: true,
    principals,
    named: [...principals, ...(listed(also) as readonly ActorId[])],
    events: listed(events) as readonly EventTypeId[],
    ...rest,
  };
}

const call = act(12, 'freedonia sylvania', 'call');

describe('another event of its kind', () => {
  test('has other people at its head', () => {
    expect(isAnotherOfItsKind(act(13, 'freedonia ruritania', 'call'), [call])).toBe(true);
    expect(isAnotherOfItsKind(act(13, 'freedonia', 'call'), [call])).toBe(false);
    expect(isAnotherOfItsKind(act(13, 'freedonia sylvania', 'call'), [call])).toBe(false);
  });

  test('is none where one of both names who leads the other, or the event is not of its kind', () => {
    const other = act(13, 'freedonia ruritania', 'call', { also: 'sylvania' });
    expect(isAnotherOfItsKind(other, [call])).toBe(false);
    expect(isAnotherOfItsKind(act(13, 'freedonia ruritania', 'visit'), [call])).toBe(false);
    expect(isAnotherOfItsKind(act(13, 'freedonia ruritania', 'call'), [])).toBe(false);
  });

  test('is none where a single report of the story is led by the same people', () => {
    const ofAll = act(13, 'freedonia ruritania', 'call');
    expect(isAnotherOfItsKind(act(14, 'freedonia ruritania', 'call'), [call, ofAll])).toBe(false);
  });

  test('is the next call that one office tells of, hours after its first text', () => {
    const voices = ['freedonia' as ActorId];
    const told = { ...call, voices };
    expect(isAnotherOfItsKind({ ...told, at: Date.UTC(2025, 0, 1, 18) }, [told])).toBe(true);
    expect(isAnotherOfItsKind({ ...told, at: Date.UTC(2025, 0, 1, 13) }, [told])).toBe(false);
    expect(isAnotherOfItsKind({ ...call, at: Date.UTC(2025, 0, 1, 18) }, [told])).toBe(false);
  });
});

const of = (one: Act, acts: readonly Act[], things = 4, names = 2): number =>
  likelihoodOf({ likeness: 0.4, things, names, act: one, acts });

describe('how likely an article is of a story', () => {
  const again = act(13, 'freedonia sylvania', 'call');

  test('never suffices for another event of its kind, however alike', () => {
    expect(
      likelihoodOf({
        likeness: 1,
        things: 9,
        names: 4,
        act: act(13, 'freedonia ruritania', 'call'),
        acts: [call],
      }),
    ).toBeLessThan(0);
  });

  test('grows with the same event, and falls with time, other people, other names and little in common', () => {
    expect(of(again, [call])).toBeGreaterThan(of(act(13, 'freedonia sylvania', ''), [call]));
    expect(of(act(20, 'freedonia sylvania', 'call'), [call])).toBeLessThan(of(again, [call]));
    expect(of(act(13, 'freedonia ruritania', ''), [call])).toBeLessThan(of(act(13, 'freedonia', ''), [call]));
    expect(of(again, [call], 4, 0)).toBeLessThan(of(again, [call], 4, 1));
    expect(of(again, [call], 1, 1)).toBeLessThan(of(again, [call], 3, 1));
  });

  test('asks for one thing more in common with a story that opened the day before', () => {
    const withThings = (things: number, hour: number) =>
      of(act(hour, 'freedonia', ''), [act(12, 'freedonia', '')], things);
    expect(withThings(4, 30) - withThings(3, 30)).toBeCloseTo(0);
    expect(withThings(4, 40) - withThings(3, 40)).toBeCloseTo(0.04);
    expect(withThings(5, 40) - withThings(4, 40)).toBeCloseTo(0);
  });

  test('falls at once where the same people do the same on another day', () => {
    const hours = (later: number) => of(act(12 + later, 'freedonia sylvania', 'call'), [call]);
    expect(hours(24) - hours(25)).toBeGreaterThan(0.09);
    expect(hours(23) - hours(24)).toBeLessThan(0.01);
  });
});

describe('the same type of event', () => {
  test('speaks less for a story that opened the day before, where events of that type last a day', () => {
    const gain = (event: string, hour: number) =>
      of(act(hour, 'freedonia', event), [act(12, 'freedonia', event)]) -
      of(act(hour, 'freedonia', ''), [act(12, 'freedonia', event)]);
    expect(gain('attack', 20)).toBeCloseTo(0.06);
    expect(gain('attack', 40)).toBeCloseTo(0.03);
    expect(gain('unrest', 40)).toBeCloseTo(0.06);
  });

  test('is what a call is to be of: one among reports of other matters is another matter', () => {
    const row = act(12, 'freedonia sylvania', 'threat');
    expect(of(call, [row])).toBeLessThan(of(act(12, 'freedonia sylvania', 'vote'), [row]) - 0.09);
    expect(of(call, [act(12, 'freedonia sylvania', '')])).toBe(
      of(act(12, 'freedonia sylvania', ''), [act(12, 'freedonia sylvania', '')]),
    );
  });
});

describe('which one of its type an event is', () => {
  const told = (hour: number, which: WhichEvent): Act =>
    act(hour, 'freedonia sylvania', 'attack', { which: new Map([['attack' as EventTypeId, which]]) });
  const sides = (text: string) => listed(text) as readonly ActorId[];

  test('is told by its day, by who does it to whom, and by “again”', () => {
    const first = told(12, { day: '2025-01-01', by: sides('freedonia'), to: sides('sylvania') });
    expect(isAnotherOfItsKind(told(13, { day: '2025-01-01' }), [first])).toBe(false);
    expect(isAnotherOfItsKind(told(13, { day: '2025-01-02' }), [first])).toBe(true);
    expect(isAnotherOfItsKind(told(13, { by: sides('sylvania'), to: sides('freedonia') }), [first])).toBe(
      true,
    );
    expect(isAnotherOfItsKind(told(13, { by: sides('freedonia'), to: sides('ruritania') }), [first])).toBe(
      true,
    );
    expect(isAnotherOfItsKind(told(18, { again: true }), [first])).toBe(true);
    expect(isAnotherOfItsKind(told(13, { again: true }), [first])).toBe(false);
  });

  test('is the same where one report of the story says the same', () => {
    const acts = [told(12, { day: '2025-01-01' }), told(14, { day: '2025-01-02' })];
    expect(isAnotherOfItsKind(told(15, { day: '2025-01-02' }), acts)).toBe(false);
    expect(isAnotherOfItsKind(told(15, { day: '2025-01-03' }), acts)).toBe(true);
    expect(isAnotherOfItsKind(told(15, {}), acts)).toBe(false);
  });
});

describe('the words that an article must have in common with a story', () => {
  test('are two, and one where both tell of one event within a day', () => {
    expect(wordsNeeded(act(20, 'ruritania', 'call'), [call])).toBe(1);
    expect(wordsNeeded(act(12 + 25, 'ruritania', 'call'), [call])).toBe(2);
    expect(wordsNeeded(act(20, 'freedonia sylvania', 'visit'), [call])).toBe(2);
    expect(wordsNeeded(act(20, 'freedonia sylvania', ''), [call])).toBe(2);
    expect(wordsNeeded(call, [])).toBe(2);
  });
});
