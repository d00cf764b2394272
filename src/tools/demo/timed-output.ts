import { Writable } from 'node:stream';

/** Where a demo is shown; a terminal, or a pipe. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** An output that writes the demo's hour above whatever is printed in a new minute of it. */
export type TimedOutput = Screen & {
  /** How often something was printed; tells whether a step of the walk showed anything. */
  readonly printed: () => number;
};

/** Wraps the real output; `hour` names the demo's present minute. */
export function timedOutput(screen: Screen, hour: () => string): TimedOutput {
  let lastHour = '';
  let printed = 0;
  const writable = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed += 1;
      const now = hour();
      const head = now === lastHour ? '' : `\n${now}\n\n`;
      lastHour = now;
      screen.write(`${head}${chunk.toString('utf8')}`, done);
    },
  });
  return Object.assign(writable, {
    printed: () => printed,
    ...(screen.isTTY !== undefined && { isTTY: screen.isTTY }),
    ...(screen.columns !== undefined && { columns: screen.columns }),
  });
}
