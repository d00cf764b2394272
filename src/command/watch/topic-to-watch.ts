import type { Asked } from '#command/inbound.ts';

const WATCH_ADD = /^\/?(?:watch|veille)\s+(?:add|ajouter)\s+/i;

/** The topic that somebody asks to have watched, as written, in words or by the command; absent where they ask anything else. */
export function topicToWatch(asked: Asked): string | undefined {
  switch (asked.kind) {
    case 'command':
      return asked.path.join(' ') === 'watch add' ? asked.options['topic'] : undefined;
    case 'words':
      return WATCH_ADD.test(asked.words) ? asked.words.replace(WATCH_ADD, '') : undefined;
    case 'form':
    case 'why':
      return undefined;
  }
}
