import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { phrasebookOf } from '#lexicon/find-mentions.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { evidenceOf } from '#match/evidence-of.ts';
import { leadOf } from '#match/lead-of.ts';
import type { Evidence } from '#match/match.ts';
import { spotAt } from '#match/spot.ts';
import { eventsIn } from '#match/ways-to-meet.ts';
import type { Part } from '#topic/topic.ts';

/** So many words behind the phrase tell what it is about: "call on Putin to accept". */
const WORDS_BEHIND = 3;

/** Words of title and lead that look like an event of this part and are none: "call on", "call for", "car maker recalls". */
export function findLookalikes(part: Part, read: ArticleReading, lexicon: Lexicon): readonly Evidence[] {
  const events = eventsIn(part);
  if (events.length === 0) return [];
  const book = phrasebookOf(read.analysis, lexicon);
  return leadOf(read.analysis).flatMap((sentence) =>
    sentence.words.flatMap((_, first) =>
      book
        .events(sentence.words, first)
        .filter(({ value }) => value.force === 'not' && events.includes(value.event))
        .map(({ last }) => {
          const end = Math.min(last + WORDS_BEHIND, sentence.words.length - 1);
          return evidenceOf(part.written, spotAt(sentence, first, end));
        }),
    ),
  );
}
