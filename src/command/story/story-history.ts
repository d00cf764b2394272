import { cardTurns } from '#card/card-turns.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { momentPast } from '#command/story/moment-past.ts';
import { channelOfCard, storyAsked } from '#command/story/story-asked.ts';
import { cardOption } from '#command/story/story-option.ts';
import { joined, say } from '#command/words/say.ts';
import { type StoryWords, storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { ShownCard } from '#delivery/shown-card.ts';
import { MOST_SHOWN_CARDS } from '#delivery/shown-card-store.ts';
import type { Story } from '#story/story.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/**
 * `story history R-7K2Q`: each card of it as it was shown in this channel, with what had changed; `at:18:40` gives the
 * card as it stood then.
 */
export const storyHistory: Command = {
  path: ['story', 'history'],
  pathInFrench: ['dossier', 'historique'],
  description: { en: 'How its card changed here', fr: 'Comment sa fiche a changé ici' },
  options: [
    cardOption,
    {
      name: 'at',
      nameInFrench: 'heure',
      description: {
        en: 'The card as it stood then, such as 18:40, 2h or 2026-07-02T18:40',
        fr: 'La fiche telle qu’elle était alors, par exemple 18:40, 2h ou 2026-07-02T18:40',
      },
      kind: 'time',
      isRequired: false,
    },
  ],
  isChanging: false,
  run: async (ask, desk) => {
    const named = await storyAsked(storyHistory, ask, desk);
    return named.kind === 'none' ? named.reply : tellHistory(named.story, ask, desk);
  },
};

async function tellHistory(story: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const words = storyWordsIn((await wordsFor(ask, desk)).language);
  const { options } = ask;
  const channel = channelOfCard(story, ask);
  const shown = await desk.ledger.shownCards.listOf(channel.id, story.id);
  const [first] = shown;
  if (first === undefined) {
    const show = { label: words.actions.sources, command: `story sources ${story.shortName}` };
    return { kind: 'answer', lines: [words.neverShown(story.shortName, channel.name)], actions: [show] };
  }
  const typed = options['at'];
  if (typed !== undefined) return asItStood(typed, shown, words, { ...ask, channel }, desk);
  return {
    kind: 'answer',
    lines: [
      words.historyOf(story.shortName, channel.name, shown.length),
      ...shown.map((one, index) => shownLine(one, shown[index - 1], words)),
      ...(shown.length < MOST_SHOWN_CARDS ? [] : [words.notKept]),
    ],
    actions: [
      {
        label: words.actions.sides,
        command: `story sides ${story.shortName}`,
      },
    ],
  };
}

function shownLine({ shownAt, card }: ShownCard, before: ShownCard | undefined, words: StoryWords): Phrase {
  if (before === undefined) return words.shown(shownAt, words.firstShown, false);
  const turns = cardTurns(before.card, card);
  const told = turns.map((turn) => say`${words.turns[turn.kind](turn)}`);
  return words.shown(
    shownAt,
    joined(told, ', '),
    turns.some(({ isMaterial }) => isMaterial),
  );
}

async function asItStood(
  typed: string,
  shown: readonly ShownCard[],
  words: StoryWords,
  { channel }: Ask,
  { ledger, clock }: Desk,
): Promise<Reply> {
  const workspace = await ledger.workspaces.find(channel.workspace);
  const { zone } = await settingsOf(channel.id, workspace, ledger.subscriptions);
  const at = momentPast(typed, zone, clock())?.toISOString();
  if (at === undefined) return { kind: 'refused', lines: [words.noSuchTime(typed)] };
  const standing = shown.findLast(({ shownAt }) => shownAt <= at);
  if (standing === undefined) return { kind: 'answer', lines: [words.notYetShown(at)] };
  return { kind: 'answer', lines: [words.asItStood(at, standing.shownAt)], cards: [standing.card] };
}
