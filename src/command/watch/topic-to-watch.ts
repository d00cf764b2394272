import type { Asked } from '#command/inbound.ts';
import { quoted } from '#command/quoted.ts';

const WATCH_ADD = /^\/?(?:watch|veille)\s+(?:add|ajouter)\s+/i;
const IN = /(?:^|\s)(?:in|dans):(\S+)/i;

/** What somebody asks to have watched. */
export type TopicToWatch = {
  /** What asks for the same when it is typed behind `watch add`. */
  readonly line: string;
  /** Where, by the platform's own id; absent: where it is asked. */
  readonly place?: string;
};

/** The topic that somebody asks to have watched, in words or by the command; absent where they ask anything else. */
export function topicToWatch(asked: Asked): TopicToWatch | undefined {
  switch (asked.kind) {
    case 'command':
      return asked.path.join(' ') === 'watch add' ? ofOptions(asked.options) : undefined;
    case 'words':
      return WATCH_ADD.test(asked.words) ? ofWords(asked.words.replace(WATCH_ADD, '')) : undefined;
    case 'form':
    case 'why':
      return undefined;
  }
}

function ofOptions({ topic, ...others }: Readonly<Record<string, string>>): TopicToWatch | undefined {
  if (topic === undefined) return undefined;
  const place = others['in'];
  const filled = Object.entries(others).map(([name, value]) => `${name}:${quoted(value)}`);
  return { line: [...filled, topic].join(' '), ...(place !== undefined && { place }) };
}

function ofWords(line: string): TopicToWatch {
  const [, place] = IN.exec(line) ?? [];
  return place === undefined ? { line } : { line, place };
}
