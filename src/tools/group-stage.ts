import type { ArticleId } from '#article/article.ts';
import type { Knowledge } from '#compose/open-knowledge.ts';
import type { OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';
import { storyIdOf } from '#story/open-story.ts';
import type { StoryId } from '#story/story.ts';
import { StoryWindow } from '#story/story-window.ts';
import { identifier, optionalDate, optionalText, text, texts } from '#tools/input-fields.ts';
import { BadLine, type LineStage } from '#tools/stage-lines.ts';

type Row = { readonly id: string; readonly window: string | undefined; story: StoryId };

/** `group`: articles in order of arrival → the story each was put into, seeing only earlier lines of its window. */
export type GroupStage = {
  readonly stage: LineStage;
  /** The stories after later merges: what `--final` prints. */
  readonly final: () => readonly Row[];
};

/** Groups with the function the journey uses; each `window` of the input is a world of its own. */
export function groupStage(knowledge: Knowledge): GroupStage {
  const windows = new Map<string, StoryWindow>();
  const rows: Row[] = [];

  const stage: LineStage = (fields) => {
    const id = identifier(fields, 'id');
    const at = optionalDate(fields, 'date');
    if (!at) throw new BadLine('“date” is missing');
    const name = optionalText(fields, 'window');
    const window = windows.getOrInsertComputed(name ?? '', () => new StoryWindow());

    const { lang, ...parts } = texts(fields, ['title', 'summary', 'text', 'lang']);
    const analysis = analyse({ ...parts, ...(lang && { language: lang }) }, knowledge.detect);
    const source = text(fields, 'source');
    const article = {
      id: id as ArticleId,
      outlet: source as OutletId,
      at: at.toISOString(),
      ...voiceOf(source, knowledge),
    };
    const fingerprint = fingerprintOf(
      article,
      analysis,
      findMentions(analysis, knowledge.lexicon, at),
      knowledge.lexicon,
    );

    const grouping = window.group(fingerprint);
    const story = grouping.kind === 'joins' ? grouping.story : storyIdOf(article.id);
    window.add(story, fingerprint);
    if (grouping.kind === 'joins') {
      for (const merged of grouping.merges) mergeInto(story, merged, window, rows);
    }
    rows.push({ id, window: name, story });
    return [{ id, window: name ?? null, story }];
  };
  return { stage, final: () => rows };
}

/** As in the journey: an outlet of the catalogue, by its name or id, may be an office's own voice. */
function voiceOf(source: string, { outlets }: Knowledge): { readonly voiceOf?: ActorId } {
  const outlet = outlets.find(({ id, name }) => id === source || name === source);
  return outlet?.voiceOf === undefined ? {} : { voiceOf: outlet.voiceOf };
}

function mergeInto(into: StoryId, from: StoryId, window: StoryWindow, rows: readonly Row[]): void {
  window.merge(into, from);
  for (const row of rows) if (row.story === from) row.story = into;
}
