import type { Action } from '#channel/action.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { lineOf } from '#command/line-of.ts';
import { optionNameIn } from '#command/name-of.ts';
import { usageOf } from '#command/usage-of.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** As many as stand in one row on every platform. */
const MOST_OFFERED = 5;
/** A button shows no more. */
const LONGEST_LABEL = 60;

/** Asks which topic of the channel is meant by a command that named none, each with a button where there are buttons. */
export async function chooseWatch(command: Command, ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const { language } = words;
  const usage = usageOf(command, ask.channel.platform, language);
  return {
    kind: 'refused',
    lines: [words.missing(optionNameIn(watchedTopic, language), usage)],
    option: watchedTopic.name,
    actions: await watchesToChoose(command, ask, desk),
  };
}

/** The command for each topic that it can be about here; nothing for who may look only. */
export async function watchesToChoose(command: Command, ask: Ask, desk: Desk): Promise<readonly Action[]> {
  if (ask.isLookingOnly === true) return [];
  const watches = await desk.ledger.subscriptions.listByChannel(ask.channel.id);
  return watches
    .filter((watch) => isOf(command, watch, ask, desk.clock()))
    .slice(0, MOST_OFFERED)
    .map(({ name }) => ({
      label: name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL)}…` : name,
      command: lineOf(command, { ...ask.options, [watchedTopic.name]: name }),
    }));
}

/** Nobody resumes what is not paused, or takes out of a digest what is in none. */
function isOf({ path }: Command, watch: Subscription, { options }: Ask, now: Date): boolean {
  switch (path.join(' ')) {
    case 'watch pause':
      return !isSilent(watch, now);
    case 'watch resume':
      return isSilent(watch, now);
    case 'watch digest':
      return options['off'] === undefined || watch.digest !== undefined;
    default:
      return true;
  }
}
