import type { Ask } from '#command/command.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';

/** The language of whoever asks, where they are answered in it; absent where we have no words for it, or do not know it. */
export const ownLanguage = ({ language }: Ask, words: Pick<ReplyWords, 'language'>): string | undefined =>
  language === words.language ? language : undefined;
