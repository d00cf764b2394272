import { timeOf } from '#article/article.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventStatus } from '#lexicon/event.ts';
import { actsFor } from '#lexicon/side-of.ts';
import type { Contact, ContactSource, ContactState } from '#story/contact.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import { isCourtesy } from '#story/is-courtesy.ts';
import { sideSpokenForBy } from '#story/own-texts-of.ts';
import type { Story, StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** Enough to check it by. */
const MOST_SOURCES = 5;

/**
 * The contact that a story tells of: its event is one, some report has it as held or planned, and two parties at least
 * are named where it is told; an organisation, of which a name may be only the subject, by a person. One that is only
 * called for, or lies in the past, is none.
 */
export function contactOf(
  story: Story,
  articles: readonly ArticleFacts[],
  lexicon: Lexicon,
): Contact | undefined {
  const { account, workspace, shortName } = story;
  const kind = account.event && contactKindOf(account.event);
  // A call may be made to congratulate; a message that recalls a visit is none, and an explainer reports none.
  const telling = articles.filter(
    ({ article, fingerprint }) =>
      fingerprint.form === 'report' && (kind === 'call' || !isCourtesy(article.title)),
  );
  const state = stateOf(account, telling, lexicon);
  if (kind === undefined || state === undefined) return undefined;

  const parts = partsOf(account, telling, lexicon);
  if (parts.length < 2) return undefined;
  const day = state === 'announced' ? announcedFor(account, telling) : undefined;
  return {
    story: story.id,
    shortName,
    ...(workspace === undefined ? {} : { workspace }),
    kind,
    state,
    at: day ?? timeOfContact(story, state, telling),
    isDated: state !== 'announced' || day !== undefined,
    sides: parts.map(({ side }) => side),
    persons: parts.flatMap(({ person }) => person ?? []),
    sources: sourcesOf(telling, lexicon),
  };
}

/** A side that took part, and who for it. */
type TakingPart = { readonly side: ActorId; readonly person?: ActorId };

function partsOf(
  { event, sides }: StoryAccount,
  articles: readonly ArticleFacts[],
  lexicon: Lexicon,
): readonly TakingPart[] {
  const named = articles.flatMap(({ fingerprint }) => {
    const actors = fingerprint.events.flatMap((told) => (told.event === event ? (told.between ?? []) : []));
    const at = new Date(fingerprint.at);
    return [...new Set(actors)].map((actor) => ({
      actor,
      weight: fingerprint.actors[actor] ?? 0,
      isPerson: lexicon.actors.get(actor)?.kind === 'person',
      sides: [actor, ...actsFor(actor, lexicon, at)],
    }));
  });
  return sides.flatMap(({ side }): readonly TakingPart[] => {
    const present = named.filter((one) => one.sides.includes(side));
    const person = heaviest(present.filter(({ isPerson }) => isPerson));
    if (person !== undefined) return [{ side, person }];
    const isByName = lexicon.actors.get(side)?.kind !== 'organisation';
    return present.length > 0 && isByName ? [{ side }] : [];
  });
}

/** Whom the reports name most. */
function heaviest(
  persons: readonly { readonly actor: ActorId; readonly weight: number }[],
): ActorId | undefined {
  const weights = new Map<ActorId, number>();
  for (const { actor, weight } of persons) weights.set(actor, (weights.get(actor) ?? 0) + weight);
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** The one day that the reports which plan it name between them. */
function announcedFor(
  { announcement, event }: StoryAccount,
  articles: readonly ArticleFacts[],
): string | undefined {
  const days = articles.flatMap(({ fingerprint }) =>
    fingerprint.events.flatMap(({ event: told, on }) => (told === event && on !== undefined ? [on] : [])),
  );
  const [only, ...others] = new Set(days);
  return announcement?.for ?? (others.length === 0 ? only : undefined);
}

/** The first report that has it as held, else the story's beginning. */
function timeOfContact(
  { account: { event }, openedAt }: Story,
  state: ContactState,
  articles: readonly ArticleFacts[],
): string {
  if (state === 'announced') return openedAt;
  const held = articles.filter((one) => tells(one, event, 'happened')).map(({ article }) => timeOf(article));
  return held.toSorted()[0] ?? openedAt;
}

/** By what it says of the event first: a report of a plan may go on to name an earlier or another one that took place. */
const tells = ({ fingerprint }: ArticleFacts, event: StoryAccount['event'], wanted: EventStatus): boolean =>
  fingerprint.events.find((one) => one.event === event)?.status === wanted;

function stateOf(
  { status, event, denial }: StoryAccount,
  articles: readonly ArticleFacts[],
  lexicon: Lexicon,
): ContactState | undefined {
  if (status.kind === 'withdrawn') return 'withdrawn';
  if (denial !== undefined) return 'denied';

  const held = articles.filter((one) => tells(one, event, 'happened'));
  const planned = articles.filter((one) => tells(one, event, 'planned'));
  if (held.some((one) => isOwnText(one, lexicon))) return 'held';
  if (planned.length > held.length) return 'announced';
  return held.length > 0 ? 'held' : undefined;
}

function sourcesOf(articles: readonly ArticleFacts[], lexicon: Lexicon): readonly ContactSource[] {
  const reports = articles.filter(({ fingerprint }) => fingerprint.form === 'report');
  return reports
    .map((one) => ({ one, isOwn: isOwnText(one, lexicon) }))
    .toSorted((one, other) => Number(other.isOwn) - Number(one.isOwn))
    .slice(0, MOST_SOURCES)
    .map(({ one: { article }, isOwn }) => ({
      outlet: article.outlet,
      title: article.title,
      ...(article.link === undefined ? {} : { link: article.link }),
      at: timeOf(article),
      isOwnText: isOwn,
    }));
}

const isOwnText = ({ outlet, fingerprint }: ArticleFacts, lexicon: Lexicon): boolean =>
  sideSpokenForBy(outlet, lexicon, new Date(fingerprint.at)) !== undefined;
