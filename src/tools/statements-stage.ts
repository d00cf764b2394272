import type { Knowledge } from '#compose/open-knowledge.ts';
import { analyse } from '#language/analyse.ts';
import type { Span } from '#language/analysis.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { findAttributions } from '#statement/find-attributions.ts';
import { findOwnWords } from '#statement/own-words.ts';
import { identifier, optionalDate, optionalText, text, texts } from '#tools/input-fields.ts';
import { outletNamed } from '#tools/outlet-named.ts';
import type { LineStage } from '#tools/stage-lines.ts';

/**
 * `statements`: texts → who said what in them, with offsets in UTF-16 units of `text`; for an official `outlet`
 * `own` as well: the stretches that count as its side's own words.
 */
export function statementsStage(knowledge: Knowledge, now: Date): LineStage {
  return (fields) => {
    const id = identifier(fields, 'id');
    const at = optionalDate(fields, 'date') ?? now;
    const { lang, ...parts } = texts(fields, ['title', 'lang']);
    const analysis = analyse(
      { ...parts, text: text(fields, 'text'), ...(lang && { language: lang }) },
      knowledge.detect,
    );
    const voiceOf = outletNamed(optionalText(fields, 'outlet') ?? '', knowledge)?.voiceOf;
    const ownSide = voiceOf && sideOf(voiceOf, knowledge.lexicon, at);
    const mentions = findMentions(analysis, knowledge.lexicon, at);
    const found = findAttributions(
      { analysis, mentions, at, ...(voiceOf && { voiceOf }) },
      knowledge.lexicon,
    );
    const attributions = found
      .filter(({ place }) => place === 'text')
      .map(({ source, cue, content, speaker, sides }) => ({
        source: source ? pairOf(source) : null,
        cue: pairOf(cue),
        content: content.map(pairOf),
        speaker: speaker ?? null,
        side: sides[0] ?? null,
        sides,
        hand: ownSide !== undefined && sides.includes(ownSide) ? 'own' : 'second',
      }));
    if (!voiceOf || !ownSide) return [{ id, attributions }];

    const voice = { voiceOf, ownSide };
    const own = findOwnWords(found, { analysis, mentions, at }, voice, knowledge.lexicon)
      .filter(({ place }) => place === 'text')
      .map(({ spans, speaker, isQuoted }) => ({ content: spans.map(pairOf), speaker, isQuoted }));
    return [{ id, attributions, own }];
  };
}

const pairOf = ({ start, end }: Span): readonly [number, number] => [start, end];
