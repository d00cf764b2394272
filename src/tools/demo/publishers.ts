import { askSimulator, startSimulator } from '#tools/demo/simulator-process.ts';

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
  readonly state_controlled?: { readonly en: string } & Readonly<Record<string, string>>;
};

/** Publishers on loopback, in a process of their own: what they serve moves with their clock. */
export type Publishers = AsyncDisposable & {
  readonly announcement: Announcement;
  setClock(now: Date): Promise<void>;
};

/** Starts the publishers' process. Throws when it ends before it is ready. */
export async function startPublishers(arguments_: readonly string[]): Promise<Publishers> {
  const process = await startSimulator<Announcement>('publishers', arguments_);
  return { ...publishersAt(process.announced), [Symbol.asyncDispose]: () => process[Symbol.asyncDispose]() };
}

/** Publishers whose process somebody else has started. */
export const publishersAt = (announcement: Announcement): Omit<Publishers, keyof AsyncDisposable> => ({
  announcement,
  async setClock(now) {
    await askSimulator(`http://127.0.0.1:${announcement.port}/-/clock`, { now: now.toISOString() });
  },
});
