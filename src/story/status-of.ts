import type { OutletId } from '#feed/outlet.ts';
import type { StoryAccount, StoryStatus } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';

type Parts = Omit<StoryAccount, 'status'>;

/** The story's status: the gravest thing that holds, by the order of `StoryStatus`. */
export function statusOf(account: Parts, facts: StoryFacts): StoryStatus {
  return (
    withdrawn(account, facts) ??
    vanished(account, facts) ??
    corrected(account) ??
    denied(account) ??
    bothSpoken(account) ??
    announced(account) ??
    oneSpoke(account) ?? { kind: 'reported', origins: account.origins }
  );
}

/** A story is withdrawn only when nothing but the withdrawn reports carries it. */
function withdrawn({ withdrawals = [], origins }: Parts, facts: StoryFacts): StoryStatus | undefined {
  const last = withdrawals.findLast(({ outlet }) => carriesAlone(outlet, origins, facts));
  return last && { kind: 'withdrawn', by: last.outlet, at: last.at, article: last.article };
}

/** A story has vanished only when nothing of it stands at its address: another report of the same outlet does. */
function vanished({ origins, vanished: gone = [] }: Parts, facts: StoryFacts): StoryStatus | undefined {
  const last = gone.findLast(({ outlet }) => {
    const own = facts.articles.filter((one) => one.outlet.id === outlet);
    return own.every(({ state }) => state === 'vanished') && carriesAlone(outlet, origins, facts);
  });
  return last && { kind: 'vanished', ...last };
}

/** True when no report of the story rests on anything but this outlet. */
function carriesAlone(outlet: OutletId, origins: StoryAccount['origins'], facts: StoryFacts): boolean {
  return (
    facts.articles.every((one) => one.outlet.id === outlet) ||
    origins.every((origin) => origin.kind !== 'side' && origin.outlet === outlet)
  );
}

function corrected({ corrections }: Parts): StoryStatus | undefined {
  const last = corrections.at(-1);
  return last && { kind: 'corrected', at: last.takenOffAt, correction: last };
}

const denied = ({ denial }: Parts): StoryStatus | undefined => denial && { kind: 'denied', ...denial };

/** Whether one side or more have spoken is worth a word only where there are two. */
function bothSpoken({ sides }: Parts): StoryStatus | undefined {
  const spoke = sides.flatMap(({ side, spokeAt }) => (spokeAt === undefined ? [] : [{ side, at: spokeAt }]));
  if (spoke.length < 2) return undefined;
  return {
    kind: 'both-sides',
    spoke: spoke.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))),
  };
}

function oneSpoke({ sides }: Parts): StoryStatus | undefined {
  const spoke = sides.find(({ spokeAt }) => spokeAt !== undefined);
  if (!spoke || sides.length < 2) return undefined;
  const silent = sides.filter(({ spokeAt }) => spokeAt === undefined).map(({ side }) => side);
  return { kind: 'one-side', spoke: spoke.side, silent };
}

const announced = ({ announcement }: Parts): StoryStatus | undefined =>
  announcement && { kind: 'announced', ...announcement };
