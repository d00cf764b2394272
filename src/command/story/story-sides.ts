import { headlineOf } from '#card/headline-of.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import { labelOf, quotedWords } from '#card/quote-of.ts';
import { silencePhrase } from '#card/silence-phrase.ts';
import { takenOff } from '#card/taken-off.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { hiddenLine } from '#command/story/hidden-line.ts';
import { storyAsked } from '#command/story/story-asked.ts';
import { cardOption } from '#command/story/story-option.ts';
import { type TakenApart, takeApart } from '#command/story/taken-apart.ts';
import { type StoryWords, storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { SideStatement, Story } from '#story/story.ts';

/** More of one side is a text, not an answer. */
const MOST_A_SIDE = 12;

/** `story sides R-7K2Q`: everything each side said, with the report that has it, or why nothing of it is there. */
export const storySides: Command = {
  path: ['story', 'sides'],
  pathInFrench: ['dossier', 'parties'],
  description: { en: 'Who said what, side by side', fr: 'Qui a dit quoi, partie par partie' },
  options: [cardOption],
  isChanging: false,
  run: async (ask, desk) => {
    const named = await storyAsked(storySides, ask, desk);
    return named.kind === 'none' ? named.reply : tellSides(named.story, ask, desk);
  },
};

async function tellSides(story: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const words = storyWordsIn((await wordsFor(ask, desk)).language);
  const apart = await takeApart(story, ask, desk);
  const { composing } = apart;
  const { account } = composing;
  return {
    kind: 'answer',
    lines: [
      words.sidesOf(story.shortName, headlineOf(composing).words),
      ...account.sides.flatMap(({ side, statements, silence }) => [
        words.side(composing.nameOf(side)),
        ...statementLines(statements, apart, words),
        ...(statements.length > 0 ? [] : [apart.withNames(silencePhrase(silence, composing))]),
      ]),
      ...(account.others.length === 0
        ? []
        : [words.side(words.others), ...statementLines(account.others, apart, words)]),
      ...takenOff(composing).map(words.takenOff),
      ...hiddenLine(apart, words),
    ],
    actions: [
      { label: words.actions.sources, command: `story sources ${story.shortName}` },
      { label: words.actions.wrongSide, command: `story hide ${story.shortName} what:statements` },
    ],
  };
}

function statementLines(
  statements: readonly SideStatement[],
  { composing, parts, nameOf }: TakenApart,
  words: StoryWords,
): readonly Phrase[] {
  const lines = statements.slice(0, MOST_A_SIDE).flatMap(({ statement: id, isNotInOwnText }): Phrase[] => {
    const statement = composing.statementOf(id);
    if (statement === undefined) return [];
    const told = {
      name: parts.statements.find((one) => one.statement.id === id)?.name ?? 'S?',
      report: nameOf(statement.article),
      label: [text(labelOf(statement, composing))],
      words: quotedWords(statement, composing),
      isNotInOwnText,
    };
    return [words.statement(told)];
  });
  const left = statements.length - MOST_A_SIDE;
  return left > 0 ? [...lines, words.more(left)] : lines;
}
