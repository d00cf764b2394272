import { type Article, timeOf } from '#article/article.ts';
import type { Desk } from '#command/command.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';

/** With room to spare: a lead ends earlier. */
const LONGEST_LEAD = 2_000;

/** A stored article, read anew as far as matching needs it. */
export function readAgain(article: Article, { detect, lexicon, catalogue }: Desk): ArticleReading {
  const analysis = analyse(titleAndLead(article), detect);
  const at = new Date(timeOf(article));
  const outlet = catalogue.outlet(article.outlet);
  const about = { outletName: outlet?.name ?? article.outlet, ...outlet };
  return { article: article.id, analysis, mentions: findMentions(analysis, lexicon, at), about, at };
}

/** Where alone a strong match can stand: all that comes after would be read for nothing, and takes four times as long. */
function titleAndLead({ title, summary, text, language }: Article) {
  const lead = summary ? { summary } : text && { text: text.slice(0, LONGEST_LEAD) };
  return { title, ...lead, ...(language !== undefined && { language }) };
}
