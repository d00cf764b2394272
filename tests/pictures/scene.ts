import type { Tone } from '#card/card.ts';
import type { Seen, SeenCard, SeenLine } from './seen.ts';

/** One moment of one card: how it was posted, how it stands, and the line that answers it then, if there is one. */
export type Scene = {
  readonly posted: SeenCard;
  readonly shown: SeenCard;
  readonly pointer?: SeenLine;
};

/** The moments that the pictures show. */
export type Scenes = Readonly<Record<'firstReport' | 'bothSides' | 'corrected' | 'withdrawn', Scene>>;

/** Finds the moments in what a desk saw. Throws where the day has none of a kind. */
export function scenesOf(seen: readonly Seen[]): Scenes {
  const { message } = cardIn(seen, 'blue');
  const call = seen.filter((what) => what.message === message);
  return {
    firstReport: sceneOf(call, cardIn(call, 'grey')),
    bothSides: sceneOf(call, cardIn(call, 'blue')),
    corrected: sceneOf(call, cardIn(call, 'amber')),
    withdrawn: sceneOf(seen, cardIn(seen, 'red')),
  };
}

/** The first card of this tone. */
function cardIn(seen: readonly Seen[], tone: Tone): SeenCard {
  const found = seen.filter(isCard).find(({ card }) => card.tone === tone);
  if (found === undefined) throw new Error(`No card of this day is ${tone}.`);
  return found;
}

function sceneOf(seen: readonly Seen[], shown: SeenCard): Scene {
  const own = seen.filter(({ message }) => message === shown.message);
  const [posted = shown] = own.filter(isCard);
  const next = own[own.indexOf(shown) + 1];
  return { posted, shown, ...(next?.kind === 'line' && { pointer: next }) };
}

const isCard = (what: Seen): what is SeenCard => what.kind === 'card';
