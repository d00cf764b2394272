import type { Outlet } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { OwnText } from '#statement/check-second-hand.ts';
import { namesJointText } from '#statement/joint-text.ts';
import { withoutOthersTurns } from '#statement/others-turns.ts';
import type { Statement } from '#statement/statement.ts';
import { surelyOwnText } from '#statement/surely-own-text.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** What sides published about the event themselves, as far as it is stored; a joint statement for each of them. */
export function ownTextsOf(articles: readonly ArticleFacts[], lexicon: Lexicon): readonly OwnText[] {
  return articles.flatMap(({ article, outlet, fingerprint, statements }) => {
    const at = new Date(fingerprint.at);
    const side = sideSpokenForBy(outlet, lexicon, at);
    if (side === undefined) return [];
    const language = article.language ?? fingerprint.language;
    const voice = { side, at, ...(language !== undefined && { language }) };
    const parts = [article.title, article.summary, article.text].flatMap((part) =>
      part === undefined ? [] : [withoutOthersTurns(part, voice, lexicon)],
    );
    const surelyOwn = once(() => parts.map((part) => surelyOwnText(part, voice, lexicon)).join('\n'));
    const own = { side, article: article.id, text: parts.join('\n'), surelyOwn };
    const written = { ...own, ...(language === undefined ? {} : { language }) };
    return [written, ...partnersTexts(written, statements)];
  });
}

/** The same text for those whose joint statement it is; of a text that only has joint words, these alone. */
function partnersTexts(own: OwnText, statements: readonly Statement[]): readonly OwnText[] {
  const joint = statements.filter(({ hand, sides }) => hand === 'own' && sides.length > 1);
  const isWhole = joint.some(({ isQuoted, words }) => !isQuoted && !namesJointText(words));
  const words = joint.map((statement) => statement.words).join('\n');
  const shared = isWhole ? own : { ...own, text: words, surelyOwn: () => words };
  const partners = new Set(joint.flatMap(({ sides }) => sides).filter((side) => side !== own.side));
  return [...partners].map((side) => ({ ...shared, side, isPartners: true }));
}

/** Reading a text for who says what takes long, and few quotations ask for it. */
function once(work: () => string): () => string {
  let done: string | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** For whom an official outlet speaks at that time; undefined for every other outlet. */
export function sideSpokenForBy(outlet: Outlet, lexicon: Lexicon, at: Date): ActorId | undefined {
  if (outlet.kind !== 'official' || outlet.voiceOf === undefined) return undefined;
  return sideOf(outlet.voiceOf, lexicon, at);
}
