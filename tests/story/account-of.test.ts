import { describe, expect, test } from 'vitest';
import type { Statement } from '#statement/statement.ts';
import { accountOf } from '#story/account-of.ts';
import type { StoryAccount } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';
import { actor, clock, factsOf, feedOf, lexicon, outlets, report, says } from './invented-world.ts';

const account = (facts: StoryFacts): StoryAccount => accountOf(facts, lexicon);

const firstReport = report('wire', '15:38', { said: [says('norland', 'a good talk')] });
const quoting = (hour: string, words: string, more: Partial<Statement> = {}) =>
  report('courier', hour, { said: [says('norland', words, more)] });
const northText = report('north', '15:55', {
  text: 'The presidents spoke for two hours. “Any settlement has to last.”',
  said: [says('norland', 'Any settlement has to last.', { hand: 'own' })],
});
const southText = report('south', '16:40', {
  language: 'en',
  text: 'The President asked for a truce. “A lasting settlement must come first.”',
  said: [says('surland', 'A lasting settlement must come first.', { hand: 'own' })],
});

/** Norland announces the event, for this day where one is named. */
function announcing(hour: string, on?: string): ArticleFacts {
  const said = [says('norland', 'The President will travel to Surland', { isQuoted: false })];
  const one = report('wire', hour, { status: 'planned', said });
  const events = one.fingerprint.events.map((told) => ({ ...told, ...(on !== undefined && { on }) }));
  return { ...one, fingerprint: { ...one.fingerprint, events } };
}

describe('sides', () => {
  test('the two whose presidents telephone are parties; whom they talk about is not', () => {
    expect(account(factsOf([firstReport])).sides.map(({ side }) => side)).toEqual(['norland', 'surland']);
  });

  test('one side so far, while only one was heard', () => {
    expect(account(factsOf([firstReport])).status).toEqual({
      kind: 'one-side',
      spoke: 'norland',
      silent: ['surland'],
    });
  });

  test('both sides have spoken, each at the time of its first words', () => {
    const { status, sides } = account(factsOf([firstReport, northText, southText]));
    expect(status).toEqual({
      kind: 'both-sides',
      spoke: [
        { side: 'norland', at: clock('15:38') },
        { side: 'surland', at: clock('16:40') },
      ],
    });
    expect(sides[0]).toMatchObject({ side: 'norland', ownTextAt: clock('15:55') });
  });

  test('an own text comes before what others quote', () => {
    const [norland] = account(factsOf([firstReport, northText])).sides;
    expect(norland?.statements.map(({ statement }) => statement)).toEqual([
      'norland: Any settlement has to last.',
      'norland: a good talk',
    ]);
  });

  test('the same words in a second outlet are shown once', () => {
    const repeated = report('courier', '15:50', {
      said: [says('norland', 'A good talk', { id: 'again' as never })],
    });
    expect(account(factsOf([firstReport, repeated])).sides[0]?.statements).toHaveLength(1);
  });

  test('words inside longer ones already told are shown once, and heard when they were first told', () => {
    const longer = report('courier', '15:20', {
      said: [says('norland', 'The call was a good talk', { isQuoted: false })],
    });
    const [norland] = account(factsOf([firstReport, longer])).sides;
    expect(norland?.statements.map(({ statement }) => statement)).toEqual(['norland: a good talk']);
    expect(norland?.spokeAt).toBe(clock('15:20'));
  });

  test('a headline that leaves articles out repeats the words of another', () => {
    const said = ['speak by phone for the first time', 'speak by phone for first time'];
    const facts = factsOf(said.map((words, hour) => quoting(`15:0${hour}`, words, { isQuoted: false })));
    expect(account(facts).sides[0]?.statements).toHaveLength(1);
  });

  test('what a side denies is not taken for a repetition of what it says', () => {
    const denying = report('courier', '15:50', {
      said: [says('norland', 'a good talk', { denies: true, id: 'no' as never })],
    });
    expect(account(factsOf([firstReport, denying])).sides[0]?.statements).toHaveLength(2);
  });

  test('the longest quotation of an own text comes first, whatever was quoted before it', () => {
    const own = report('north', '15:55', {
      said: ['We shall talk.', 'Any settlement has to last.'].map((words) =>
        says('norland', words, { hand: 'own' }),
      ),
    });
    expect(
      account(factsOf([firstReport, own])).sides[0]?.statements.map(({ statement }) => statement),
    ).toEqual(['norland: Any settlement has to last.', 'norland: We shall talk.', 'norland: a good talk']);
  });

  test('others’ words: quoted before reported, an office before a country, early before late', () => {
    const facts = factsOf([
      quoting('15:00', 'The two spoke at length', { isQuoted: false }),
      quoting('15:10', 'Early words'),
      quoting('15:20', 'Late words'),
      quoting('15:30', 'Palace words', { speaker: actor('north-palace') }),
    ]);
    expect(account(facts).sides[0]?.statements.map(({ statement }) => statement)).toEqual([
      'norland: Palace words',
      'norland: Early words',
      'norland: Late words',
      'norland: The two spoke at length',
    ]);
  });

  test('two or three reported words are no account of a side', () => {
    const thin = report('courier', '15:50', {
      said: [says('surland', 'spoke by phone', { isQuoted: false })],
    });
    expect(account(factsOf([firstReport, thin])).status.kind).toBe('one-side');
  });

  test('a joint statement counts for each side', () => {
    const together = report('wire', '15:38', {
      said: [says('norland', 'We shall go on talking', { sides: [actor('norland'), actor('surland')] })],
    });
    expect(account(factsOf([together])).status.kind).toBe('both-sides');
  });

  test('a speaker who stands for no party stands apart', () => {
    const bay = report('courier', '15:50', {
      said: [says('estland-bay', 'We were told nothing', { speaker: actor('estland-bay') })],
    });
    const { sides, others } = account(factsOf([firstReport, bay]));
    expect(sides.map(({ side }) => side)).not.toContain('estland-bay');
    expect(others.map(({ statement }) => statement)).toEqual(['estland-bay: We were told nothing']);
  });

  test('words that only an unverified outlet gives stand apart, and make no side speak, deny or announce', () => {
    const planned = report('finder', '15:38', {
      status: 'planned',
      said: [says('norland', 'a good talk'), says('surland', 'There was no call', { denies: true })].map(
        (said) => ({ ...said, speakerWords: 'the President' }),
      ),
    });
    const { sides, others, status, denial } = account(factsOf([planned]));
    expect(sides.flatMap(({ statements }) => statements)).toEqual([]);
    expect(sides.map(({ spokeAt }) => spokeAt)).toEqual([undefined, undefined]);
    expect(others).toHaveLength(2);
    expect(denial).toBeUndefined();
    expect(status).toEqual({ kind: 'reported', origins: [] });
  });

  test('a live blog puts no words under a side', () => {
    const live = report('courier', '15:20', { form: 'live', said: [says('surland', 'Something else')] });
    expect(account(factsOf([live, firstReport])).sides[1]?.statements).toEqual([]);
  });
});

describe('a side without words', () => {
  const silenceOfSouth = (facts: StoryFacts) =>
    account(facts).sides.find(({ side }) => side === 'surland')?.silence;

  test('published nothing yet, as of the last reading of its feed', () => {
    expect(silenceOfSouth(factsOf([firstReport]))).toEqual({
      kind: 'nothing-yet',
      outlet: 'south',
      readAt: clock('17:40'),
    });
  });

  test('cannot be judged while its feed does not answer', () => {
    const feeds = [feedOf('south', { lastReadAt: clock('14:50'), failingSince: clock('15:00') })];
    expect(silenceOfSouth(factsOf([firstReport], { feeds }))).toEqual({
      kind: 'feed-down',
      outlet: 'south',
      since: clock('15:00'),
    });
  });

  test('has no sentence on it in its text, which is claimed as far as the text was read', () => {
    const read = report('south', '16:40', { isFullText: true });
    expect(silenceOfSouth(factsOf([firstReport, read]))).toEqual({
      kind: 'no-sentence',
      article: read.article.id,
      readAt: clock('16:43'),
      isFullText: true,
    });
  });

  test('is not read directly where no feed of it is listed', () => {
    expect(silenceOfSouth(factsOf([firstReport], { feeds: [] }))).toEqual({ kind: 'not-read-directly' });
  });
});

describe('second-hand quotations', () => {
  const misplaced = report('courrier', '16:12', {
    language: 'en',
    said: [says('norland', 'A lasting settlement must come first')],
  });
  const before = account(factsOf([firstReport, misplaced]));
  const after = account(factsOf([firstReport, misplaced, southText], { previous: before }));

  test('one that stands in the other side’s own text is taken off and said so', () => {
    expect(before.sides[0]?.statements).toHaveLength(2);
    expect(after.sides[0]?.statements.map(({ statement }) => statement)).toEqual(['norland: a good talk']);
    expect(after.corrections).toEqual([
      {
        statement: 'norland: A lasting settlement must come first',
        side: 'norland',
        belongsTo: 'surland',
        foundIn: southText.article.id,
        stoodFrom: clock('16:15'),
        takenOffAt: clock('21:00'),
      },
    ]);
    expect(after.status.kind).toBe('corrected');
  });

  test('a correction stays said, with its times, whatever comes later', () => {
    const later = factsOf([firstReport, misplaced, southText, northText], {
      previous: after,
      now: new Date(clock('23:00')),
    });
    expect(account(later).corrections).toEqual(after.corrections);
  });

  test('one that never stood on a card is kept off without a correction', () => {
    const { corrections, sides } = account(factsOf([firstReport, southText, misplaced]));
    expect(corrections).toEqual([]);
    expect(sides[0]?.statements.map(({ statement }) => statement)).toEqual(['norland: a good talk']);
  });

  test('one that its own side’s text does not hold is marked', () => {
    expect(account(factsOf([firstReport, northText])).sides[0]?.statements).toContainEqual({
      statement: 'norland: a good talk',
      isNotInOwnText: true,
    });
  });
});

describe('denial, withdrawal, absence', () => {
  const planned = report('courrier', '18:40', {
    title: 'Berg to fly to Surland next week',
    status: 'planned',
  });
  const denial = report('wire', '19:35', {
    title: 'North Palace denies a visit is planned',
    status: 'denied',
    said: [says('norland', 'No such visit is planned', { denies: true })],
  });

  test('an event that all reports place ahead and a side announces is announced', () => {
    const announcing = report('wire', '18:50', {
      status: 'planned',
      said: [says('norland', 'The President will travel to Surland', { isQuoted: false })],
    });
    expect(account(factsOf([planned, announcing])).status).toEqual({ kind: 'announced' });
  });

  test('an announcement is for the day that its reports name, and for none where they name two', () => {
    const [fourteenth, fifteenth] = ['2025-07-14T12:00:00.000Z', '2025-07-15T12:00:00.000Z'];
    expect(account(factsOf([announcing('18:40'), announcing('18:50', fourteenth)])).status).toEqual({
      kind: 'announced',
      for: fourteenth,
    });
    const disagreeing = [announcing('18:40', fourteenth), announcing('18:50', fifteenth)];
    expect(account(factsOf(disagreeing)).status).toEqual({ kind: 'announced' });
  });

  test('a plan of which no side speaks is only reported', () => {
    expect(account(factsOf([planned])).status.kind).toBe('reported');
  });

  test('a denial at the head of a report changes the status', () => {
    expect(account(factsOf([planned, denial])).status).toEqual({
      kind: 'denied',
      by: 'norland',
      at: clock('19:35'),
      article: denial.article.id,
    });
  });

  test('a denial of something further down denies nothing here', () => {
    const aside = report('wire', '19:35', {
      said: [says('norland', 'No list exists', { denies: true, place: 'text' })],
    });
    expect(account(factsOf([firstReport, aside])).status.kind).toBe('one-side');
  });

  test('an event that all reports say did not take place is not named, unless a side denies it', () => {
    const negated = report('courier', '19:10', { title: 'No phone call took place', status: 'denied' });
    expect(account(factsOf([negated]))).toMatchObject({ status: { kind: 'reported' } });
    expect(account(factsOf([negated])).event).toBeUndefined();
    expect(account(factsOf([negated, denial])).event).toBe('call');
    expect(account(factsOf([negated, firstReport])).event).toBe('call');
  });

  const takenBack = report('courrier', '18:40', {
    title: 'Withdrawn: Berg to fly to Surland next week',
    edition: 2,
    earlier: planned.article,
  });
  const withdrawn = account(factsOf([takenBack, denial], { now: new Date(clock('20:10')) }));

  test('a report whose outlet takes it back withdraws the story that rests on it', () => {
    expect(withdrawn.status).toEqual({
      kind: 'withdrawn',
      by: 'courrier',
      at: clock('20:10'),
      article: takenBack.article.id,
    });
    expect(withdrawn.withdrawals?.[0]?.stood).toMatchObject({ title: 'Berg to fly to Surland next week' });
    expect(withdrawn.denial?.by).toBe('norland');
  });

  test('once withdrawn it stays so, at the same time', () => {
    const later = factsOf([takenBack, denial], { previous: withdrawn });
    expect(account(later).withdrawals).toEqual(withdrawn.withdrawals);
  });

  test('a story that rests on others too is not withdrawn with one report', () => {
    const { status, withdrawals } = account(factsOf([takenBack, firstReport]));
    expect(status.kind).toBe('one-side');
    expect(withdrawals).toHaveLength(1);
  });

  test('troops withdrawn are not a report withdrawn', () => {
    const troops = report('courrier', '18:40', { title: 'Withdrawn troops return to Norland' });
    expect(account(factsOf([troops])).withdrawals).toEqual([]);
  });

  test('a report gone from its address is called gone, not withdrawn', () => {
    const gone = report('courrier', '18:40', { state: 'vanished', stateSince: clock('20:10') });
    expect(account(factsOf([gone])).status).toEqual({
      kind: 'vanished',
      article: gone.article.id,
      outlet: 'courrier',
      since: clock('20:10'),
    });
  });
});

describe('origins', () => {
  const origins = (...articles: readonly ReturnType<typeof report>[]) => account(factsOf(articles)).origins;

  test('what an aggregator passed on rests on the outlet that it names, and never on the aggregator', () => {
    const passedOn = report('echo', '15:40', { outletName: 'WORLD WIRE' });
    expect(origins(passedOn)).toEqual([{ kind: 'wire', outlet: 'wire', name: 'World Wire' }]);
    expect(origins(report('echo', '15:40', { outletName: 'Village Leaf' }))).toEqual([]);
  });

  test('an aggregator’s word makes no side speak', () => {
    expect(origins(report('echo', '15:40', { outletName: 'North Palace' }))).toEqual([]);
  });

  test('an unverified outlet makes nobody an origin: whom it quotes, cites or says it passes on', () => {
    const quoting = report('finder', '15:40', {
      said: [says('norland', 'a good talk', { speaker: actor('north-palace') })],
    });
    const citing = report('finder', '15:41', { summary: 'They spoke for two hours, World Wire reports.' });
    expect(origins(quoting)).toEqual([]);
    expect(origins(citing)).toEqual([]);
    expect(origins(report('finder', '15:42', { outletName: 'World Wire' }))).toEqual([]);
  });

  test('a report like one of an unverified outlet is no reprint of it', () => {
    const terms = 'presid spoke phone two hour long first year truce';
    expect(origins(report('finder', '15:38', { terms }), report('courier', '15:40', { terms }))).toEqual([
      { kind: 'outlet', outlet: 'courier' },
    ]);
  });

  test('outlets are counted by who published: one that comes twice, by itself and passed on, is one', () => {
    const [own, passedOn] = [report('wire', '15:38'), report('echo', '15:40', { outletName: 'World Wire' })];
    expect(account(factsOf([own, passedOn]))).toMatchObject({ outlets: 1, owners: 1 });
    const leaf = report('echo', '15:41', { outletName: 'Village Leaf' });
    expect(account(factsOf([own, passedOn, leaf]))).toMatchObject({ outlets: 2, owners: 2 });
  });

  test('an unverified outlet counts as one, whatever sources it names', () => {
    const named = ['World Wire', 'Village Leaf', 'Echo'].map((outletName, minute) =>
      report('finder', `15:4${minute}`, { outletName }),
    );
    expect(account(factsOf(named))).toMatchObject({ outlets: 1, owners: 1 });
  });

  test('reports that quote the same side rest on it once, however many outlets there are', () => {
    const quoting = ['wire', 'courier', 'echo'].map((by) =>
      report(by, '15:38', { said: [says('norland', `words to ${by}`, { speaker: actor('north-palace') })] }),
    );
    expect(origins(...quoting, northText)).toEqual([{ kind: 'side', actor: 'north-palace' }]);
  });

  test('a report that names no one rests on its own outlet', () => {
    expect(origins(report('courier', '15:38'))).toEqual([{ kind: 'outlet', outlet: 'courier' }]);
  });

  test('what a wire is said to report rests on the wire', () => {
    const cited = report('courier', '15:38', { summary: 'The two spoke for two hours, World Wire reports.' });
    expect(origins(cited)).toEqual([{ kind: 'wire', outlet: 'wire', name: 'World Wire' }]);
  });

  test('a wire that many outlets pass on, by whatever name, is one origin', () => {
    const leads = ['PORT ELSA (WW) - The two spoke.', 'Стороны поговорили, передают Мировые вести.'];
    const reports = leads.map((summary, minute) =>
      report(['courier', 'echo'][minute] ?? '', `15:4${minute}`, { summary }),
    );
    expect(origins(...reports)).toEqual([{ kind: 'wire', outlet: 'wire', name: 'World Wire' }]);
  });

  test('an outlet that cites a report of the story adds nothing to what that rests on', () => {
    const cited = report('courier', '15:50', { summary: 'The two spoke for two hours, World Wire reports.' });
    const quoted = report('wire', '15:38', {
      said: [says('norland', 'a good talk', { speaker: actor('north-palace') })],
    });
    expect(origins(quoted, cited)).toEqual([{ kind: 'side', actor: 'north-palace' }]);
  });

  test('a denial adds no origin to what it denies', () => {
    const denial = report('wire', '19:35', {
      said: [says('norland', 'No', { denies: true }), says('norland', 'Nothing of the kind is planned')],
    });
    expect(origins(report('courier', '15:38'), denial)).toEqual([{ kind: 'outlet', outlet: 'courier' }]);
  });

  test('a reprint adds no origin', () => {
    const terms = 'presid spoke phone two hour long first year truce';
    const original = report('courier', '15:38', { terms });
    const reprint = report('echo', '15:58', { terms });
    expect(origins(original, reprint)).toEqual([{ kind: 'outlet', outlet: 'courier' }]);
  });

  test('outlets and owners are counted apart', () => {
    const one = report('courier', '15:38');
    expect(account(factsOf([one, report('echo', '15:58')]))).toMatchObject({ outlets: 2, owners: 1 });
  });
});

test('equal facts give equal accounts', () => {
  const facts = factsOf([firstReport, northText, southText]);
  expect(account(facts)).toEqual(account({ ...facts, outlets: new Map(outlets) }));
});
