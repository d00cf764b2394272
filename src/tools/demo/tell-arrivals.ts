import {
  DESK,
  type Look,
  type SimulatedPlatform,
  type StandingMessage,
} from '#tools/demo/simulated-platform.ts';

const LONGEST_WORDS = 140;

/** Gives, each time it is asked, a line for each card, edit and pointer that has arrived on the platforms since. */
export function arrivalTeller(platforms: readonly SimulatedPlatform[]): () => Promise<readonly string[]> {
  const tellers = platforms.map((platform) => {
    const tellNew = newOn(`${platform.name} #${DESK}`);
    return async () => tellNew(await platform.look());
  });
  return async () => (await Promise.all(tellers.map((tell) => tell()))).flat();
}

/** Begins with an empty channel. */
function newOn(where: string): (look: Look) => readonly string[] {
  const known = new Map<string, number>();
  return ({ messages }) =>
    messages.flatMap((message) => {
      const { id, said } = message;
      const before = known.get(id) ?? 0;
      known.set(id, said.length);
      return said.slice(before).map((_, place) => `  ${where} · ${tellRevision(message, before + place)}`);
    });
}

function tellRevision({ id, answers, said }: StandingMessage, place: number): string {
  const words = firstNewLine(said[place] ?? '', said[place - 1]);
  if (answers !== undefined) return `pointer ${id} on card ${answers} · ${words}`;
  return place === 0 ? `card ${id} posted · ${words}` : `card ${id} edited, revision ${place + 1} · ${words}`;
}

/** The first line that did not stand there before: an edit leaves the headline as it is. */
function firstNewLine(now: string, before = ''): string {
  const known = new Set(before.split('\n'));
  const line = now.split('\n').find((one) => one !== '' && !known.has(one)) ?? '(lines were taken away)';
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line;
}
