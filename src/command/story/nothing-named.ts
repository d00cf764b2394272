import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { optionNameIn } from '#command/name-of.ts';
import { cardOption } from '#command/story/story-option.ts';
import { usageOf } from '#command/usage-of.ts';
import { storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** How somebody says of which story they want to know, who named none where no card is. */
export async function nothingNamed(command: Command, ask: Ask, desk: Desk): Promise<Reply> {
  const { language, missing, actions } = await wordsFor(ask, desk);
  const words = storyWordsIn(language);
  const { platform } = ask.channel;
  const newest = { label: actions.allTopics, command: 'news latest' };
  if (ask.isOfNoCard === true) return { kind: 'refused', lines: [words.noCard], actions: [newest] };
  const usage = usageOf(command, platform, language);
  return {
    kind: 'refused',
    lines: [missing(optionNameIn(cardOption, language), usage), ...words.atItsCard[platform]],
  };
}
