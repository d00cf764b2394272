import type { WorkspaceId } from '#kernel/id.ts';
import type { PlayedNewsroom } from './played-newsroom.ts';
import type { Seat, Sight } from './seat.ts';

/** One thing that a new user did, and what they then had before them. */
export type Step = {
  /** When, in the zone of the reader. */
  readonly at: Date;
  readonly did: string;
  readonly sight: Sight;
  /** What its picture is called, where it is worth one. */
  readonly picture?: string;
  /** A heading that begins with it. */
  readonly heading?: string;
};

/** What somebody does next: a deed, and what the guide says of it. */
type Deed = Omit<Step, 'at' | 'sight'> & { readonly does: (seat: Seat) => Promise<Sight> | Sight };

const CALL = 'Macron Putin call';
/** More than a channel bears at once. */
const NOISY = 'Russia OR Ukraine OR France OR Iran OR Gaza';
const BETWEEN_DEEDS_SECONDS = 35;

/** The hours of the demo's day at which something has happened, in UTC. */
const ARRIVES = new Date('2025-07-01T15:30:00Z');
const FIRST_REPORT = new Date('2025-07-01T15:43:00Z');
const BOTH_SIDES = new Date('2025-07-01T16:50:00Z');
const CORRECTED = new Date('2025-07-01T19:00:00Z');
const NEXT_MORNING = new Date('2025-07-02T06:05:00Z');

const typing =
  (words: string, options: Readonly<Record<string, string>> = {}) =>
  (seat: Seat) =>
    seat.type(words, options);

/** Before the first report: a quarter of an hour. */
const ARRIVING = (seat: Seat): readonly Deed[] => {
  const typed = (words: string, options?: Readonly<Record<string, string>>) =>
    `Type \`${seat.typed(words, options)}\`.`;
  return [
    {
      heading: 'Looking around',
      did: `${typed('help')} What can be asked stands there by what one wants to do.`,
      does: typing('help'),
      picture: 'help',
    },
    {
      did: `${typed('status')} What is read, and how much is on hand.`,
      does: typing('status'),
      picture: 'status',
    },
    {
      did: `${typed('news latest')} Nothing is watched yet, and there is something to read.`,
      does: typing('news latest'),
      picture: 'latest',
    },
    {
      heading: 'The first topic',
      did: `${typed('watch test', { topic: CALL })} What would it have brought? Nothing is saved by that.`,
      does: typing('watch test', { topic: CALL }),
      picture: 'test',
    },
    {
      did: `${typed('watch add', { topic: 'Macron (Putin call' })} A bracket too many.`,
      does: typing('watch add', { topic: 'Macron (Putin call' }),
      picture: 'refused',
    },
    {
      did: 'Press **Yes, watch that**: the topic that was meant is watched.',
      does: (one) => one.press('Yes, watch that'),
      picture: 'watch-add',
    },
    {
      did: 'Press **Change**: a form asks what is to be otherwise. It may be closed again.',
      does: (one) => one.press('Change'),
      picture: 'form',
    },
    {
      did: `${typed('watch add', { topic: NOISY })} A topic that is in the news all day.`,
      does: typing('watch add', { topic: NOISY }),
      picture: 'noisy',
    },
    {
      did: `${typed('watch add', { topic: 'Iran IAEA inspection', digest: '08:00' })} This one as a digest in the morning.`,
      does: typing('watch add', { topic: 'Iran IAEA inspection', digest: '08:00' }),
      picture: 'watch-add-digest',
    },
    {
      did: `${typed('watch list')} What the channel watches now.`,
      does: typing('watch list'),
      picture: 'watch-list',
    },
  ];
};

const WITH_THE_CARD = (seat: Seat): readonly Deed[] => [
  {
    heading: 'The first card',
    did: 'A wire has reported. The card stands in the channel, for all.',
    does: (one) => one.look(1),
    picture: 'channel',
  },
  { did: 'Press **Why?** below it.', does: (one) => one.press('Why?'), picture: 'why' },
  {
    did: `Type \`${seat.typed('news contacts', { between: 'Macron Putin' })}\`. Have they spoken before?`,
    does: typing('news contacts', { between: 'Macron Putin' }),
    picture: 'contacts',
  },
];

const IN_THE_EVENING = (seat: Seat, story: string): readonly Deed[] => {
  const typed = (words: string, options?: Readonly<Record<string, string>>) =>
    `Type \`${seat.typed(words, options)}\`.`;
  return [
    {
      heading: 'Later: both sides have spoken',
      did: 'The same card now holds both accounts, and a line says so.',
      does: (one) => one.look(1),
      picture: 'pointer',
    },
    {
      did: 'Press **More…** on the card: what those who manage can do about it.',
      does: (one) => one.press('More…'),
      picture: 'more',
    },
    { did: typed('story sides', { story }), does: typing('story sides', { story }), picture: 'sides' },
    { did: typed('story sources', { story }), does: typing('story sources', { story }), picture: 'sources' },
    { did: typed('story history', { story }), does: typing('story history', { story }), picture: 'history' },
    {
      did: typed('news search', { words: 'ceasefire' }),
      does: typing('news search', { words: 'ceasefire' }),
      picture: 'search',
    },
    {
      did: typed('readout-admin settings', { quiet: '22:00-07:00', zone: 'Europe/Paris' }),
      does: typing('readout-admin settings', { quiet: '22:00-07:00', zone: 'Europe/Paris' }),
      picture: 'settings',
    },
    {
      did: typed('watch edit', { topic: CALL, urgent: 'yes' }),
      does: typing('watch edit', { topic: CALL, urgent: 'yes' }),
      picture: 'edit',
    },
    { did: 'Press **Undo**.', does: (one) => one.press('Undo'), picture: 'undone' },
    {
      did: `${typed('watch edit', { topic: CALL, lines: 'yes' })} Then press **More settings**: what had no room in the first form.`,
      does: async (one) => {
        await one.type('watch edit', { topic: CALL, lines: 'yes' });
        return one.press('More settings');
      },
      picture: 'more-settings',
    },
    { did: typed('readout-admin audit'), does: typing('readout-admin audit'), picture: 'audit' },
    { did: typed('feed health'), does: typing('feed health'), picture: 'health' },
    { did: typed('privacy'), does: typing('privacy'), picture: 'privacy' },
    { did: typed('watch mute', { story }), does: typing('watch mute', { story }), picture: 'mute' },
  ];
};

/** A new user's first minutes and their first evening at this seat, as they were answered. */
export async function* firstMinutes(seats: readonly Seat[], room: PlayedNewsroom) {
  await room.liveUntil(ARRIVES, 10);
  for (const seat of seats) yield* doAll(seat, ARRIVING(seat), room);
  await room.liveUntil(FIRST_REPORT, 1);
  for (const seat of seats) yield* doAll(seat, WITH_THE_CARD(seat), room);
  await room.liveUntil(BOTH_SIDES, 1);
  const story = await storyName(room);
  for (const seat of seats) yield* doAll(seat, IN_THE_EVENING(seat, story), room);
  await room.liveUntil(CORRECTED, 5);
  for (const seat of seats)
    yield* doAll(
      seat,
      [
        {
          did: 'The card of the muted story says who muted it.',
          does: (one) => one.find(story),
          picture: 'muted',
        },
        {
          did: 'Words that one side never said stood on it. A correction passes whatever is muted, and is never dropped.',
          does: (one) => one.look(1),
          picture: 'correction',
        },
      ],
      room,
    );
  await room.liveUntil(NEXT_MORNING, 5);
  for (const seat of seats)
    yield* doAll(
      seat,
      [
        {
          heading: 'The next morning',
          did: 'At eight the digest stands there.',
          does: (one) => one.look(1),
          picture: 'digest',
        },
        {
          did: `Type \`${seat.typed('news since', { time: '2025-07-01T20:00' })}\`.`,
          does: typing('news since', { time: '2025-07-01T20:00' }),
          picture: 'since',
        },
        {
          did: 'A card that nobody wants there can go: press **More…** on it, then **Remove this card**. It asks first.',
          does: async (one) => {
            await one.press('More…');
            return one.press('Remove this card');
          },
          picture: 'remove',
        },
      ],
      room,
    );
}

async function* doAll(seat: Seat, deeds: readonly Deed[], room: PlayedNewsroom) {
  for (const { does, ...deed } of deeds) {
    await room.passSeconds(BETWEEN_DEEDS_SECONDS);
    const step: Step = { at: room.now(), ...deed, sight: await does(seat) };
    yield { seat, step };
  }
}

/** The call's story by its short name, as its card shows it. */
async function storyName({ readout }: PlayedNewsroom): Promise<string> {
  const stories = await readout.ledger.stories.listRecent({
    since: ARRIVES,
    limit: 50,
    seenBy: 'nobody' as WorkspaceId,
  });
  const story = stories.toSorted((one, other) => other.account.outlets - one.account.outlets)[0];
  if (story === undefined) throw new Error('No story has come of the watch.');
  return story.shortName;
}
