import type { Asked } from './asked.ts';
import type { Row } from './row.ts';
import { type Burst, sendBurst } from './send-burst.ts';

const POSTS = 10_000;
const CHANNELS = 200;
/** What may be lost to everything but waiting for the platform. */
const ALLOWED = 1.2;

/**
 * A burst of cards on a platform whose limits are those it announces: how long it takes beside the least that the limits
 * allow, and how many requests were refused for being too many. Throws where a card did not arrive exactly once.
 */
export async function burst({ platform, posts = POSTS }: Asked): Promise<readonly Row[]> {
  const sent = await sendBurst({ platform, posts, channels: Math.min(CHANNELS, posts) });
  const about = `${posts.toLocaleString('en')} posts in ${sent.channels} channels of ${platform}`;
  const least = leastSeconds(platform, sent);
  const once = { runs: 1 };
  return [
    { ...once, name: `${about}: all sent after`, value: sent.seconds, unit: 's' },
    { ...once, name: 'least time by the announced limits', value: least, unit: 's' },
    {
      ...once,
      name: 'times the least',
      value: sent.seconds / Math.max(1, least),
      unit: '×',
      target: `≤ ${ALLOWED}`,
    },
    { ...once, name: 'requests', value: sent.requests, unit: 'requests' },
    { ...once, name: '429 of an announced bucket', value: sent.limited, unit: 'answers', target: '0' },
    { ...once, name: '429 of the limit for all a bot does', value: sent.limitedEverywhere, unit: 'answers' },
    { ...once, name: 'processor time of program and simulator', value: sent.cpuSeconds, unit: 'cpu-s' },
  ];
}

/** Discord: 5 in 5 s a channel and kind of request, 50 a second in all. Slack: one a second in a channel. */
function leastSeconds(platform: Asked['platform'], { posts, channels, requests }: Burst): number {
  const mostInOne = Math.ceil(posts / channels);
  if (platform === 'slack') return mostInOne - 1;
  return Math.max((Math.ceil(mostInOne / 5) - 1) * 5, Math.ceil(requests / 50) - 1);
}
