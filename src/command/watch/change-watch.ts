import type { Action } from '#channel/action.ts';
import type { Ask, Desk } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { decideAnew } from '#delivery/decide-anew.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** How a change is told in the audit; `opposite` comes nearest to taking it back later. */
type Telling = {
  readonly what: string;
  readonly detail: string;
  readonly opposite: string | undefined;
};

/** Keeps a changed watch; what it holds is decided on anew. Gives the button that takes the change back. */
export async function changeWatch(
  { before, after }: { readonly before: Subscription; readonly after: Subscription },
  { what, detail, opposite }: Telling,
  ask: Ask,
  desk: Desk,
): Promise<readonly Action[]> {
  const made = await makeChange(what, ask, desk, async ({ subscriptions, deliveries }, now) => {
    await subscriptions.update(after);
    await decideAnew(before.channel, deliveries, now);
    const standing = (await subscriptions.find(after.id)) ?? after;
    return {
      result: undefined,
      detail,
      ...(opposite !== undefined && { opposite }),
      inverse: { kind: 'change-watch', before, after: standing },
    };
  });
  return made?.undo ?? [];
}
