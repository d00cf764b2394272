import { timeOf } from '#article/article.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventStatus } from '#lexicon/event.ts';
import { actsFor } from '#lexicon/side-of.ts';
import type { Contact, ContactSource, ContactState } from '#story/contact.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import { sideSpokenForBy } from '#story/own-texts-of.ts';
import type { Story, StoryAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** Enough to check it by. */
const MOST_SOURCES = 5;

/**
 * The contact that a story tells of: its event is one, two sides at least are parties to it, and some report has it as
 * held or planned. One that is only called for, or lies in the past, is none.
 */
export function contactOf(
  story: Story,
  articles: readonly ArticleFacts[],
  lexicon: Lexicon,
): Contact | undefined {
  const { account } = story;
  const kind = account.event && contactKindOf(account.event);
  const state = stateOf(account, articles, lexicon);
  if (kind === undefined || state === undefined || account.sides.length < 2) return undefined;

  const sides = account.sides.map(({ side }) => side);
  const { workspace, shortName } = story;
  const day = account.status.kind === 'announced' ? account.status.for : undefined;
  return {
    story: story.id,
    shortName,
    ...(workspace === undefined ? {} : { workspace }),
    kind,
    state,
    at: state === 'announced' && day !== undefined ? day : story.openedAt,
    sides,
    persons: sides.flatMap((side) => personOf(side, articles, lexicon) ?? []),
    sources: sourcesOf(articles, lexicon),
  };
}

function stateOf(
  { status, event, denial }: StoryAccount,
  articles: readonly ArticleFacts[],
  lexicon: Lexicon,
): ContactState | undefined {
  if (status.kind === 'withdrawn') return 'withdrawn';
  if (denial !== undefined) return 'denied';

  const told = (wanted: EventStatus): readonly ArticleFacts[] =>
    articles.filter(({ fingerprint }) =>
      fingerprint.events.some((one) => one.event === event && one.status === wanted),
    );
  const held = told('happened');
  const planned = told('planned').filter((one) => !held.includes(one));
  if (held.some((one) => isOwnText(one, lexicon))) return 'held';
  if (planned.length > held.length) return 'announced';
  return held.length > 0 ? 'held' : undefined;
}

/** Whom the reports name most among those who act for the side. */
function personOf(side: ActorId, articles: readonly ArticleFacts[], lexicon: Lexicon): ActorId | undefined {
  const weights = new Map<ActorId, number>();
  for (const { fingerprint } of articles) {
    const at = new Date(fingerprint.at);
    for (const [actor, weight] of Object.entries(fingerprint.actors) as [ActorId, number][]) {
      if (lexicon.actors.get(actor)?.kind !== 'person' || !actsFor(actor, lexicon, at).includes(side))
        continue;
      weights.set(actor, (weights.get(actor) ?? 0) + weight);
    }
  }
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0];
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
