import { foldWord } from '#language/fold-word.ts';
import type { Fingerprint } from '#story/fingerprint.ts';

type Form = Fingerprint['form'];

/**
 * Headline words by which newsrooms mark what is not a report of one event, in en, fr and ru, on the folded title.
 * The first that holds counts.
 */
const FORM_MARKS: readonly (readonly [Form, RegExp])[] = [
  [
    'live',
    /\b(?:live(?: updates?| blog)?|as it happened|en direct|direct)\s*[:|–—-]|^(?:live|direct)\b.*\b(?:updates?|latest|blog)\b|\b(?:live updates|live blog|as it happened|en direct)\b|(?:^|\s)(?:онлайн|прямая трансляция|хроника)(?:\s|:|$)/u,
  ],
  [
    'roundup',
    /^(?:the papers|newspaper headlines|front pages?|letters|quiz(?: of the week)?)\s*(?:[:|–—-]|$)|\b(?:round-?up|briefing|week in review|in pictures|what the papers say|what we know on day|at a glance|five things|news digest|morning mail|evening briefing|the week in|l'essentiel|revue de presse|a retenir|ce qu'il faut retenir)\b|(?:^|\s)(?:главное за|итоги дня|итоги недели|обзор прессы|дайджест)(?:\s|:|$)/u,
  ],
  [
    'opinion',
    /^(?:opinion|editorial|analysis|comment|commentary|column|letters?|tribune|analyse|chronique|edito(?:rial)?|billet|point de vue|мнение|колонка|анализ)\s*[:|–—-]|[:|–—-]\s*(?:opinion|editorial|comment|analysis|tribune|analyse)$/u,
  ],
  [
    'explainer',
    /^(?:explainer|explained|factbox|timeline|fact check|q&a|decryptage|chronologie|что известно)\b|\bexplained$|^(?:who|what|why|how) (?:is|are|was|were|do|does|did|can|could|would)\b.*|^(?:qui est|qu'est-ce que|pourquoi|comment)\b/u,
  ],
];

/** What form of journalism the headline says the article is; a report where it says nothing. */
export function formOf(title: string): Form {
  const folded = title
    .replaceAll(/[\p{L}\p{M}\p{N}]+/gu, foldWord)
    .replaceAll('’', "'")
    .trim();
  return FORM_MARKS.find(([, mark]) => mark.test(folded))?.[0] ?? 'report';
}
