import { expect, test } from 'vitest';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';

test('what asks for a watch again keeps all that was filled in beside the topic', () => {
  const options = { topic: 'Iran talks', digest: '08:00', in: '900', anyway: 'yes' };
  expect(topicToWatch({ kind: 'command', path: ['watch', 'add'], options })).toEqual({
    line: 'digest:08:00 in:900 anyway:yes Iran talks',
    place: '900',
  });
});
