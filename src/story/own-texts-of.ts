import type { Outlet } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { OwnText } from '#statement/check-second-hand.ts';
import { withoutOthersTurns } from '#statement/others-turns.ts';
import { surelyOwnText } from '#statement/surely-own-text.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** What sides published about the event themselves, as far as it is stored. */
export function ownTextsOf(articles: readonly ArticleFacts[], lexicon: Lexicon): readonly OwnText[] {
  return articles.flatMap(({ article, outlet, fingerprint }) => {
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
    return [{ ...own, ...(language === undefined ? {} : { language }) }];
  });
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
