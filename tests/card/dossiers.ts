import type { Card } from '#card/card.ts';
import { composeCard } from '#card/compose-card.ts';
import type { Phrase } from '#card/phrase.ts';
import { withSalon } from '#card/phrase-of.ts';
import type { View } from '#card/view.ts';
import { accountOf } from '#story/account-of.ts';
import { openStory } from '#story/open-story.ts';
import type { Dossier, StoryAccount } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import { clock, factsOf, lexicon, outlets, report, says } from '../story/invented-world.ts';

export const english: View = { languages: ['en'], zone: 'UTC', topics: ['Berg Moran call'] };
export const french: View = { languages: ['fr', 'en'], zone: 'UTC', topics: ['Berg Moran appel'] };

/** 15:38, World Wire quotes Norland's president. */
export const firstReport = report('wire', '15:38', {
  title: 'Berg and Moran speak by phone for the first time in years, Norland says',
  summary:
    'The two presidents spoke by telephone on Tuesday, Norland said, in their first publicly known call since 2022. It said the call lasted more than two hours.',
  said: [says('norland', 'a substantive conversation')],
});

/** 15:55, Norland's own text. */
export const northText = report('north', '15:55', {
  title: 'Telephone conversation with the President of Surland',
  text: 'The presidents spoke for two hours. “Any settlement has to last.”',
  isFullText: true,
  said: [says('norland', 'Any settlement has to last.', { hand: 'own' })],
});

/** 16:12, Le Courrier puts words under Norland that are Surland's. */
export const misplaced = report('courrier', '16:12', {
  title: 'Berg et Moran se parlent au téléphone',
  summary: 'Les deux présidents se sont entretenus mardi pendant deux heures.',
  said: [says('norland', 'un règlement durable', { language: 'fr' })],
});

/** 16:40, Surland's own text. */
export const southText = report('south', '16:40', {
  title: 'Entretien avec la présidente de Norlande',
  text: 'Le Président a demandé une trêve. « Il faut un règlement durable. »',
  isFullText: true,
  said: [says('surland', 'Il faut un règlement durable.', { hand: 'own', language: 'fr' })],
});

/** The account after each arrival, as the journey makes it. */
export function accountsOf(
  steps: readonly { readonly articles: readonly ArticleFacts[]; readonly at: string }[],
  more: Partial<StoryFacts> = {},
): readonly StoryAccount[] {
  const accounts: StoryAccount[] = [];
  for (const { articles, at } of steps) {
    const previous = accounts.at(-1);
    const facts = factsOf(articles, { now: new Date(clock(at)), ...more, ...(previous ? { previous } : {}) });
    accounts.push(accountOf(facts, lexicon));
  }
  return accounts;
}

export function dossierOf(articles: readonly ArticleFacts[], account?: StoryAccount): Dossier {
  const [first] = articles;
  if (!first) throw new Error('a story has an article');
  return {
    story: openStory(first.fingerprint, account ?? accountOf(factsOf(articles), lexicon)),
    articles: articles.map(({ article }) => article),
    statements: articles.flatMap(({ statements }) => statements),
    outlets,
  };
}

export function cardOf(dossier: Dossier, view: View = english): Card {
  return composeCard(dossier, view, { lexicon, summarizer: extractiveSummarizer, detect: () => undefined });
}

/** A phrase as plain text: times in UTC, sources as `[n]`, struck words between `~~`. */
export function plain(phrase: Phrase = []): string {
  return phrase
    .map((one) => {
      const piece = withSalon(one);
      switch (piece.kind) {
        case 'text':
          return piece.style === 'struck' ? `~~${piece.text}~~` : piece.text;
        case 'time':
          return piece.at.slice(11, 16);
        case 'source':
          return `[${piece.number}]`;
        case 'person':
        case 'group':
          return piece.id;
      }
    })
    .join('');
}
