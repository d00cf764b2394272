import { parseArgs } from 'node:util';
import type { Publication } from './publication.ts';
import { publishDay } from './publish-day.ts';
import { publishFolder } from './publish-folder.ts';
import { readDay } from './read-day.ts';
import { servePublications } from './serve-publications.ts';

/** What there is to publish, and what is said about the whole of it. */
type Programme = {
  readonly publications: readonly Publication[];
  readonly note?: string;
  readonly starts?: string;
};

// A process of its own: says on one line of output where it listens and what it serves, then serves until it gets
// SIGTERM or its input closes, so that it never outlives the one who started it.
const { publications, ...told } = readProgramme();
const moments = [
  ...new Set(publications.flatMap((feed) => feed.moments.map((moment) => moment.toISOString()))),
].sort();
const server = await servePublications(publications, new Date(0));
const announcement = {
  port: server.port,
  ...told,
  feeds: publications.map(({ path, outlet }) => ({ path, ...outlet })),
  ...(moments[0] && { oldest: moments[0] }),
  moments,
};
process.stdout.write(`${JSON.stringify(announcement)}\n`);
process.stdin.resume();
process.stdin.once('end', stop);
process.once('SIGTERM', stop);

function readProgramme(): Programme {
  const { values } = parseArgs({ options: { day: { type: 'string' }, from: { type: 'string' } } });
  if (values.from) return { publications: publishFolder(values.from) };
  if (!values.day) throw new Error('Say what to publish: --day FILE or --from FOLDER');
  const day = readDay(values.day);
  return { publications: publishDay(day), note: day.note, ...(day.starts && { starts: day.starts }) };
}

function stop(): void {
  void server[Symbol.asyncDispose]().then(() => process.exit(0));
}
