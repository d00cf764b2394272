import { analyse } from '#language/analyse.ts';
import type { Detector } from '#language/detector.ts';
import type { Summarizer } from '#summary/summarizer.ts';
import { identifier, text, texts } from '#tools/input-fields.ts';
import type { LineStage } from '#tools/stage-lines.ts';

/** `summarize`: texts → at most three sentences of them, with their offsets in `text`. */
export function summarizeStage(detect: Detector, summarizer: Summarizer): LineStage {
  return (fields) => {
    const id = identifier(fields, 'id');
    const { lang, ...parts } = texts(fields, ['title', 'lang']);
    const analysis = analyse(
      { ...parts, text: text(fields, 'text'), ...(lang && { language: lang }) },
      detect,
    );
    const chosen = summarizer.summarize([{ key: id, analysis }]).filter(({ place }) => place === 'text');
    return [
      {
        id,
        summary: chosen.map(({ words }) => words).join(' '),
        sentences: chosen.map(({ start, end }) => [start, end]),
      },
    ];
  };
}
