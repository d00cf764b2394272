import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { namedStory } from '#command/story/named-story.ts';
import { storyOption } from '#command/story/story-option.ts';
import { type TakenApart, takeApart } from '#command/story/taken-apart.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { type StoryWords, storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { type HiddenTold, hiddenTidings } from '#delivery/hidden-tidings.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import type { Stores } from '#ledger.ts';
import { type Hidden, isArticleHidden, isStatementHidden } from '#story/hidden.ts';
import type { Story } from '#story/story.ts';
import { findArticle, findStatement } from '#story/story-parts.ts';

/** As many buttons as every platform shows in one reply. */
const MOST_CHOICES = 10;
const MOST_LABEL = 60;

/**
 * `story hide R-7K2Q A3`: a report of another event, or words under the wrong side, are left out of this workspace's
 * cards; `--off` lets them count again. Without a name it asks which.
 */
export const storyHide: Command = {
  path: ['story', 'hide'],
  pathInFrench: ['dossier', 'masquer'],
  description: {
    en: 'Leave a report or words out of the cards here',
    fr: 'Écarter un article ou des propos des fiches d’ici',
  },
  options: [
    storyOption,
    {
      name: 'what',
      nameInFrench: 'quoi',
      description: {
        en: 'A report such as A3, or words such as S5',
        fr: 'Un article, par exemple A3, ou des propos, par exemple S5',
      },
      kind: 'word',
      isRequired: false,
    },
    {
      name: 'off',
      nameInFrench: 'non',
      description: { en: 'Let it count again', fr: 'Le compter de nouveau' },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const [typed = '', behind] = (ask.options['story'] ?? '').trim().split(/\s+/);
    const named = await namedStory(typed, ask, desk);
    if (named.kind === 'none') return named.reply;
    const words = storyWordsIn((await wordsFor(ask, desk)).language);
    const asked = { story: named.story, what: ask.options['what'] ?? behind ?? 'articles', words };
    return ask.options['off'] === undefined ? hide(asked, ask, desk) : show(asked, ask, desk);
  },
};

/** What is to be hidden or shown, as it was typed. */
type Asked = { readonly story: Story; readonly what: string; readonly words: StoryWords };

/** What was found under the name that was typed. */
type Part = Pick<HiddenTold, 'part' | 'what'> & Pick<Hidden, 'article' | 'words'>;

async function hide({ story, what, words }: Asked, ask: Ask, desk: Desk): Promise<Reply> {
  const apart = await takeApart(story, ask, desk);
  if (what === 'articles' || what === 'statements') return choices(what, apart, story, words);
  const part = partCalled(what, apart);
  if (part === undefined) return { kind: 'refused', lines: [words.noSuchPart(what, story.shortName)] };
  if (wouldLeaveNothing(part, apart))
    return {
      kind: 'refused',
      lines: [words.nothingLeft(story.shortName)],
      actions: [{ label: words.actions.muteIt, command: `watch mute ${story.shortName}` }],
    };

  const { channel, who } = ask;
  const at = desk.clock().toISOString();
  const hidden: Hidden = { workspace: channel.workspace, ...keyOf(part), by: who, at };
  const tidings = await hiddenTidings({ ...part, hidden, story }, desk.ledger.workspaces);
  const made = await makeChange('story hide', ask, desk, async (stores, now) => {
    if (!(await stores.hidden.hide(hidden))) return undefined;
    await tellAnew(story, hidden, stores, now);
    if (tidings !== undefined) await oweNotice(tidings, stores, now);
    return {
      result: undefined,
      detail: `${story.shortName} ${part.part}: ${part.what}`,
      inverse: { kind: 'show', story: story.id, hidden },
      opposite: `story hide ${story.shortName} what:${part.part} --off`,
    };
  });
  if (made === undefined) return { kind: 'answer', lines: [words.isHiddenAlready(part.part)] };
  return {
    kind: 'done',
    lines: [words.hid(part.part, part.what, story.shortName, tidings !== undefined)],
    actions: made.undo,
  };
}

async function show({ story, what, words }: Asked, ask: Ask, desk: Desk): Promise<Reply> {
  const part = partCalled(what, await takeApart(story, ask, desk));
  if (part === undefined) return { kind: 'refused', lines: [words.noSuchPart(what, story.shortName)] };
  const at = desk.clock().toISOString();
  const hidden: Hidden = { workspace: ask.channel.workspace, ...keyOf(part), by: ask.who, at };
  const made = await makeChange('story hide', ask, desk, async (stores, now) => {
    if (!(await stores.hidden.show(hidden))) return undefined;
    await tellAnew(story, hidden, stores, now);
    return {
      result: undefined,
      detail: `${story.shortName} ${part.part}: off`,
      inverse: { kind: 'hide', story: story.id, hidden },
      opposite: `story hide ${story.shortName} what:${part.part}`,
    };
  });
  if (made === undefined) return { kind: 'answer', lines: [words.isNotHidden(part.part)] };
  return { kind: 'done', lines: [words.showsAgain(part.part, story.shortName)], actions: made.undo };
}

const keyOf = ({ article, words }: Part): Pick<Hidden, 'article' | 'words'> => ({
  article,
  ...(words !== undefined && { words }),
});

/** The word to whoever tells stories that the cards here are to be told anew. */
const tellAnew = (
  { id: story }: Story,
  { workspace, by }: Hidden,
  { rulings }: Stores,
  at: Date,
): Promise<number> => rulings.ask({ decision: { kind: 'retell', story, workspace }, by, at });

function partCalled(typed: string, { parts }: TakenApart): Part | undefined {
  const article = findArticle(typed, parts);
  if (article !== undefined) {
    const { facts, name } = article;
    return { part: name, article: facts.article.id, what: `${facts.outlet.name}, “${facts.article.title}”` };
  }
  const found = findStatement(typed, parts);
  if (found === undefined) return undefined;
  const { article: id, words, speakerWords } = found.statement;
  return { part: found.name, article: id, words, what: `${speakerWords ?? found.in}: “${words}”` };
}

/** What it rests on has to be at least one report. */
const wouldLeaveNothing = ({ article, words }: Part, { facts, hidden }: TakenApart): boolean =>
  words === undefined &&
  facts.every((one) => one.article.id === article || isArticleHidden(one.article.id, hidden));

/** A button for each report, or for each statement under a side. */
function choices(
  what: 'articles' | 'statements',
  apart: TakenApart,
  { shortName }: Story,
  words: StoryWords,
): Reply {
  const offered = what === 'articles' ? articlesIn(apart) : statementsIn(apart);
  return {
    kind: 'answer',
    lines: [what === 'articles' ? words.whichReport(shortName) : words.whichStatement(shortName)],
    actions: offered.slice(0, MOST_CHOICES).map(({ name, told }) => ({
      label: `${name} · ${told}`.slice(0, MOST_LABEL),
      command: `story hide ${shortName} what:${name}`,
    })),
  };
}

type Choice = { readonly name: string; readonly told: string };

const articlesIn = ({ parts, hidden }: TakenApart): readonly Choice[] =>
  parts.articles
    .filter(({ facts }) => !isArticleHidden(facts.article.id, hidden))
    .toReversed()
    .map(({ name, facts }) => ({ name, told: `${facts.outlet.name}: ${facts.article.title}` }));

function statementsIn({ parts, hidden, composing }: TakenApart): readonly Choice[] {
  const shown = new Set(
    composing.account.sides.flatMap(({ statements }) => statements.map(({ statement }) => statement)),
  );
  return parts.statements
    .filter(({ statement }) => shown.has(statement.id) && !isStatementHidden(statement, hidden))
    .map(({ name, statement }) => ({ name, told: statement.words }));
}
