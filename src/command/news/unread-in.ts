import type { Ask, Desk } from '#command/command.ts';
import { fitsOutlet } from '#command/watch/unmet-restrictions.ts';
import type { Restriction, Topic } from '#topic/topic.ts';

/** The first restriction to outlets or countries that none of what this workspace reads can ever meet. */
export function unreadIn(
  { restrictions }: Pick<Topic, 'restrictions'>,
  { channel }: Pick<Ask, 'channel'>,
  { catalogue }: Pick<Desk, 'catalogue'>,
): Restriction | undefined {
  const read = [...catalogue.outletsFor(channel.workspace).values()];
  return restrictions
    .filter(({ field, isNegated }) => (field === 'outlet' || field === 'country') && !isNegated)
    .find((restriction) => !read.some((outlet) => fitsOutlet(outlet, restriction)));
}
