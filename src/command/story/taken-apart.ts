import type { ArticleId } from '#article/article.ts';
import { type Composing, startComposing } from '#card/composing.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import type { Ask, Desk } from '#command/command.ts';
import { dossierFor } from '#command/story/dossier-for.ts';
import { viewFor } from '#command/story/story-cards.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { Hidden } from '#story/hidden.ts';
import type { Story } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { partsOf, type StoryParts } from '#story/story-parts.ts';

/** A story for looking into: its parts by name, as whoever asks reads them, and what its workspace hides of it. */
export type TakenApart = {
  readonly facts: readonly ArticleFacts[];
  readonly parts: StoryParts;
  readonly hidden: readonly Hidden[];
  /** For saying who said what; without what is hidden. */
  readonly composing: Composing;
  readonly nameOf: (article: ArticleId) => string;
  /** The same with the names of reports in the place of a card's numbers. */
  readonly withNames: (phrase: Phrase) => Phrase;
};

/** Takes a story apart for somebody in a channel, in the language in which they are answered. */
export async function takeApart(story: Story, ask: Ask, desk: Desk): Promise<TakenApart> {
  const { channel } = ask;
  const { ledger, catalogue } = desk;
  const language = ownLanguage(ask, await wordsFor(ask, desk));
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const parts = partsOf(facts);
  const dossier = await dossierFor(story, channel.workspace, desk);
  const numbers = new Map(facts.map(({ article }, index) => [article.id, index + 1]));
  const composing = {
    ...startComposing(dossier, await viewFor(channel, desk, language), desk),
    numberOf: (article: ArticleId): number => numbers.get(article) ?? 0,
  };
  return {
    facts,
    parts,
    hidden: await ledger.hidden.listIn([...numbers.keys()], channel.workspace),
    composing,
    nameOf: (article) => `A${numbers.get(article) ?? '?'}`,
    withNames: (phrase) =>
      phrase.map((piece) => (piece.kind === 'source' ? text(`A${piece.number}`, 'code') : piece)),
  };
}
