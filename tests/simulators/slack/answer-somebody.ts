import type { AnswerTo } from './answer-rights.ts';
import type { Arguments } from './method.ts';
import { isSet } from './method.ts';
import { readContent } from './read-content.ts';
import { inWords } from './value-rules.ts';
import type { Message, World } from './world.ts';
import { nextTs } from './world.ts';

/** How answering went; `problems` is what no program should do. */
export type Answered =
  | { readonly kind: 'done'; readonly message?: Message; readonly problems: readonly string[] }
  | { readonly kind: 'refused'; readonly error: string; readonly problems: readonly string[] };

/** Shows an answer to an interaction as its body says: only to that user unless it is `in_channel`. */
export function answerSomebody(
  body: Arguments,
  to: AnswerTo,
  { world, now }: { readonly world: World; readonly now: Date },
): Answered {
  const problems = unsaidOf(body, to);
  if (isSet(body['delete_original']) && to.source) {
    to.source.deletedAt = now.toISOString();
    return { kind: 'done', problems };
  }
  const reading = readContent(body);
  if (reading.kind === 'refused')
    return {
      kind: 'refused',
      error: reading.error,
      problems: [...problems, [reading.error, ...reading.details].join('; ')],
    };
  const version = { ...reading.content, at: now.toISOString() };
  if (version.text.trim() === '') problems.push('no text beside the blocks of an answer');
  if (to.source && isReplacing(body)) {
    to.source.versions.push(version);
    return { kind: 'done', message: to.source, problems };
  }
  const { thread_ts: threadTs, response_type: responseType } = body;
  const message: Message = {
    ts: nextTs(world, now),
    user: to.team.botUser,
    isBroadcast: false,
    answers: to.trigger,
    versions: [version],
    ...(threadTs !== undefined && { threadTs: inWords(threadTs) }),
    ...(responseType !== 'in_channel' && { visibleTo: to.user }),
  };
  to.channel.messages.push(message);
  return { kind: 'done', message, problems };
}

/** Absent, it replaces: people report it, no page says so. */
const isReplacing = ({ replace_original: replaces }: Arguments): boolean =>
  replaces === undefined || isSet(replaces);

function unsaidOf(body: Arguments, { source }: AnswerTo): string[] {
  const type = body['response_type'];
  const problems: string[] = [];
  if (type !== undefined && type !== 'ephemeral' && type !== 'in_channel')
    problems.push(`response_type is ephemeral or in_channel, not ${inWords(type)}`);
  if (source && body['replace_original'] === undefined && body['delete_original'] === undefined)
    problems.push(
      'an answer to a button must say replace_original: what its absence means is not documented',
    );
  return problems;
}
