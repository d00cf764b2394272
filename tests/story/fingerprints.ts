import type { ArticleId } from '#article/article.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { storyIdOf } from '#story/open-story.ts';
import type { StoryId } from '#story/story.ts';
import { StoryWindow } from '#story/story-window.ts';

/** A fingerprint in short: words as they would be stemmed, actors with the weight of a headline. */
export function fingerprint(
  article: string,
  at: string,
  about: {
    words?: string;
    actors?: string;
    events?: string;
    numbers?: string;
    form?: Fingerprint['form'];
    status?: EventStatus;
  },
): Fingerprint {
  return {
    article: article as ArticleId,
    outlet: `outlet of ${article}` as Fingerprint['outlet'],
    at: `2025-07-${at}:00.000Z`,
    form: about.form ?? 'report',
    actors: Object.fromEntries(listed(about.actors).map((actor) => [actor, 3])),
    events: listed(about.events).map((event) => ({
      event: event as EventTypeId,
      status: about.status ?? 'happened',
    })),
    numbers: listed(about.numbers),
    terms: Object.fromEntries(listed(about.words).map((word) => [word, 1])),
  };
}

/** Groups the articles one after the other, as the journey does, and says which stand together. */
export function storiesOf(arriving: readonly Fingerprint[]): readonly (readonly string[])[] {
  const window = new StoryWindow();
  const stories = new Map<StoryId, string[]>();
  for (const one of arriving) {
    const grouping = window.group(one);
    const story = grouping.kind === 'joins' ? grouping.story : storyIdOf(one.article);
    window.add(story, one);
    stories.set(story, [...(stories.get(story) ?? []), one.article]);
    if (grouping.kind === 'opens') continue;
    for (const younger of grouping.merges) {
      window.merge(story, younger);
      stories.set(story, [...(stories.get(story) ?? []), ...(stories.get(younger) ?? [])]);
      stories.delete(younger);
    }
  }
  return [...stories.values()]
    .map((articles) => articles.toSorted(byText))
    .toSorted((one, other) => byText(one.join(' '), other.join(' ')));
}

const byText = (one: string, other: string): number => one.localeCompare(other);

const listed = (text = ''): readonly string[] => text.split(' ').filter((word) => word !== '');
