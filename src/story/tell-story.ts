import type { Article } from '#article/article.ts';
import type { ArticleStore } from '#article/article-store.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { withRuledSides } from '#statement/ruled-side.ts';
import type { Statement } from '#statement/statement.ts';
import { accountOf } from '#story/account-of.ts';
import type { Contact } from '#story/contact.ts';
import { contactOf } from '#story/contact-of.ts';
import type { ContactStore } from '#story/contact-store.ts';
import { type ContactsBefore, contactsBefore } from '#story/contacts-before.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { gatherFacts, officialFeeds } from '#story/gather-facts.ts';
import type { Grouping } from '#story/grouping.ts';
import { mergedAccount } from '#story/merged-account.ts';
import { advanceStory, openStory, storyIdOf } from '#story/open-story.ts';
import type { RulingStore } from '#story/ruling-store.ts';
import { freeShortName } from '#story/short-name.ts';
import type { Dossier, Story, StoryAccount, StoryId } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';
import type { StoryStore } from '#story/story-store.ts';
import type { StoryWindows } from '#story/story-windows.ts';
import { withoutApart } from '#story/without-apart.ts';

/** An article with what grouping and accounting need of it. */
export type ReadArticle = {
  readonly article: Article;
  readonly outlet: Outlet;
  readonly fingerprint: Fingerprint;
  readonly statements: readonly Statement[];
};

/** What a story is told with. */
export type Telling = {
  readonly ledger: {
    readonly stories: StoryStore;
    readonly articles: ArticleStore;
    readonly contacts: ContactStore;
    readonly feeds: FeedStore;
    readonly rulings: RulingStore;
  };
  readonly windows: StoryWindows;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly now: Date;
};

/** What a story is told anew with: nothing of it is grouped, but something may just have been decided. */
export type Retelling = Omit<Telling, 'windows' | 'ledger'> &
  Pick<StoryFacts, 'decided'> & { readonly ledger: Omit<Telling['ledger'], 'rulings'> };

/** The story after an article: what it amounts to now, and what it amounted to before. */
export type ToldStory = {
  readonly story: Story;
  readonly before?: StoryAccount;
  /** Other stories that this article shows to be the same one. */
  readonly merged: readonly Story[];
  /** The call, visit, meeting or letter that it tells of now, if it tells of one. */
  readonly contact?: Contact;
  readonly dossier: Dossier;
  /** What it was told from. */
  readonly facts: StoryFacts;
};

/** A story told anew without an article that came: something is known of one that it holds. */
export async function retellStory(
  earlier: Story,
  articles: readonly ArticleFacts[],
  telling: Retelling,
): Promise<ToldStory> {
  const { ledger, lexicon, catalogue, now, decided = [] } = telling;
  const outlets = catalogue.outletsFor(earlier.workspace);
  const feeds = await officialFeeds(ledger.feeds, catalogue);
  const facts = { articles, outlets, feeds, previous: earlier.account, decided, now };
  const account = accountOf(facts, lexicon);
  const story = advanceStory(earlier, account, earlier.lastArticleAt);
  const followed = story.follows && (await ledger.stories.find(story.follows));
  const contact = contactOf(story, articles, lexicon);
  const before = await contactsBefore(contact, ledger.contacts);
  return {
    story,
    before: earlier.account,
    merged: [],
    ...(contact && { contact }),
    dossier: dossierOf({ story, articles, outlets, followed, contactsBefore: before }),
    facts,
  };
}

/** Puts an article into its story and tells that story anew. Reads only: keeping what comes of it is the caller's. */
export async function tellStory(arrived: ReadArticle, telling: Telling): Promise<ToldStory> {
  const read = await asRuled(arrived, telling.ledger.rulings);
  const { ledger, lexicon, catalogue } = telling;
  const { workspace } = read.article;
  const outlets = catalogue.outletsFor(workspace);
  const grouping = await placeArticle(read, telling);
  const id = grouping.kind === 'joins' ? grouping.story : storyIdOf(read.article.id);
  const merges = grouping.kind === 'joins' ? grouping.merges : [];
  const earlier = await ledger.stories.find(id);
  const merged = (await Promise.all(merges.map((story) => ledger.stories.find(story)))).filter(
    (one) => one !== undefined,
  );
  const previous = earlier && mergedAccount(earlier, merged);

  const articles = await gatherFacts([id, ...merges], { ...read, state: 'read' }, ledger, outlets);
  const facts = {
    articles,
    outlets,
    feeds: await officialFeeds(ledger.feeds, catalogue),
    ...(previous && { previous }),
    now: telling.now,
  };
  const account = accountOf(facts, lexicon);
  const follows = grouping.kind === 'opens' && grouping.follows ? { follows: grouping.follows } : {};
  const story = earlier
    ? advanceStory(earlier, account, read.fingerprint.at)
    : openStory(read.fingerprint, account, {
        ...follows,
        shortName: await freeName(id, ledger.stories),
        workspace,
      });
  const followed = story.follows && (await ledger.stories.find(story.follows));
  const contact = contactOf(story, articles, lexicon);
  const before = await contactsBefore(contact, ledger.contacts);
  return {
    story,
    ...(previous && { before: previous }),
    merged,
    ...(contact && { contact }),
    dossier: dossierOf({ story, articles, outlets, followed, contactsBefore: before }),
    facts,
  };
}

function dossierOf(told: {
  readonly story: Story;
  readonly articles: readonly ArticleFacts[];
  readonly outlets: ReadonlyMap<OutletId, Outlet>;
  readonly followed: Story | undefined;
  readonly contactsBefore: ContactsBefore | undefined;
}): Dossier {
  const { story, articles, outlets, followed, contactsBefore } = told;
  return {
    story,
    articles: articles.map((one) => one.article),
    statements: articles.flatMap((one) => one.statements),
    outlets,
    ...(followed && { followed: followed.shortName }),
    ...(contactsBefore && { contactsBefore }),
  };
}

const freeName = (id: StoryId, stories: StoryStore): Promise<string> =>
  freeShortName(id, (name) => stories.isNameTaken(name));

/** Of an article that was there before, something may have been ruled. */
async function asRuled(read: ReadArticle, rulings: RulingStore): Promise<ReadArticle> {
  const { article, statements } = read;
  if (article.edition === 1) return read;
  return { ...read, statements: withRuledSides(statements, await rulings.sidesIn([article.id])) };
}

/** A new edition stays in its story; anything else goes where the window says. */
async function placeArticle(
  { article, fingerprint }: ReadArticle,
  { ledger, windows }: Telling,
): Promise<Grouping> {
  const known = await ledger.stories.storyOf(article.id);
  if (known === undefined) {
    const grouping = windows.of(article.workspace).group(fingerprint);
    return withoutApart(grouping, (one, other) => ledger.rulings.areApart(one, other));
  }
  return { kind: 'joins', story: known, nearest: known, score: 1, because: ['new edition'], merges: [] };
}
