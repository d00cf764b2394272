import type { Ask, Desk, Reply } from '#command/command.ts';
import { OPENED } from '#command/watch/stale-form.ts';
import { topicMeant } from '#command/watch/topic-meant.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { parseQuery } from '#topic/parse-query.ts';

/** A watch of the channel that somebody named, or what to reply where it has none of that name. */
export type FoundWatch =
  | { readonly kind: 'found'; readonly watch: Subscription }
  | { readonly kind: 'none'; readonly reply: Reply };

/** Finds the watch that `topic` names: by its name, by anything that means the same, or by its number in the list. */
export async function findWatch(ask: Ask, desk: Desk): Promise<FoundWatch> {
  const named = (ask.options['topic'] ?? '').trim();
  const watched = await desk.ledger.subscriptions.listByChannel(ask.channel.id);
  const watch = namedWatch(named, watched, desk);
  if (watch !== undefined) return { kind: 'found', watch };
  const words = await wordsFor(ask, desk);
  const { name } = ask.channel;
  const isFromForm = ask.options[OPENED] !== undefined;
  const reply: Reply = {
    kind: 'refused',
    lines: [
      isFromForm ? editWordsIn(words.language).isGone(name) : words.doesNotWatch(name, named, watched.length),
    ],
    actions: [{ label: words.actions.list, command: 'watch list' }],
  };
  return { kind: 'none', reply };
}

function namedWatch(
  named: string,
  watched: readonly Subscription[],
  { lexicon }: Desk,
): Subscription | undefined {
  if (/^\d{1,3}$/.test(named)) return watched[Number(named) - 1];
  const byName = watched.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
  if (byName !== undefined) return byName;
  const parsed = parseQuery(topicMeant(named, lexicon), lexicon);
  return parsed.kind === 'topic' ? watched.find(({ topic }) => topic === parsed.topic.id) : undefined;
}
