import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What the publishers' process says when it is ready. */
export type Announcement = {
  readonly port: number;
  readonly note?: string;
  readonly feeds: readonly AnnouncedFeed[];
  /** ISO 8601: when the first visit is to be, so that what is older is the archive. */
  readonly starts?: string;
  /** ISO 8601: when its oldest item was published, and every moment at which something new is. */
  readonly oldest?: string;
  readonly moments: readonly string[];
};

/** One feed that the process serves; what it knows of the outlet. */
export type AnnouncedFeed = {
  readonly path: string;
  readonly outlet: string;
  readonly name: string;
  readonly kind?: 'official' | 'wire' | 'media' | 'analysis';
  readonly owner?: string;
  readonly country?: string;
  readonly languages?: readonly string[];
  readonly voice_of?: string;
  readonly state_controlled?: string;
};

/** Publishers on loopback, in a process of their own: what they serve moves with their clock. */
export type Publishers = AsyncDisposable & {
  readonly announcement: Announcement;
  setClock(now: Date): Promise<void>;
};

/** Starts the publishers' process. Throws when it ends before it is ready. */
export async function startPublishers(arguments_: readonly string[]): Promise<Publishers> {
  const child = spawn(process.execPath, ['tests/simulators/publishers/main.ts', ...arguments_], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const announcement = await readAnnouncement(child);
  return {
    announcement,
    async setClock(now) {
      const answer = await fetch(`http://127.0.0.1:${announcement.port}/-/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: now.toISOString() }),
      });
      if (!answer.ok) throw new Error(`The publishers refused their clock: ${answer.status}`);
      await answer.arrayBuffer();
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function readAnnouncement(child: ChildProcess): Promise<Announcement> {
  const { stdout } = child;
  if (!stdout) throw new Error('The publishers have no output.');
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as Announcement;
  throw new Error('The publishers ended before they were ready; what they said stands above.');
}
