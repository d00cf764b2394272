import type { Phrase } from '#card/phrase.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { digestWhyWordsIn } from '#command/words/digest-why-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Digest } from '#delivery/digest.ts';
import { rhythmName } from '#delivery/due-digests.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** More would be a wall of buttons; each of the others can be asked for by its name. */
const MOST_STORIES = 4;

/** Why a card of many stories stands in this channel, and of which topics it tells; why each story is on it, by button. */
export async function whyDigest(digest: Digest, ask: Ask, desk: Desk): Promise<Reply> {
  const words = digestWhyWordsIn((await wordsFor(ask, desk)).language);
  const stories = digest.card.sections.flatMap(({ entries }) => entries.map(({ story }) => story));
  return {
    kind: 'answer',
    lines: [await reasonFor(digest, ask, desk), words.tellsOf(stories.length)],
    actions: stories
      .slice(0, MOST_STORIES)
      .map((story) => ({ label: `${words.whyAbout} ${story}`, command: `story why ${story}` })),
  };
}

async function reasonFor(digest: Digest, ask: Ask, desk: Desk): Promise<Phrase> {
  const { when, language } = await wordsFor(ask, desk);
  const words = digestWhyWordsIn(language);
  const { subscriptions, workspaces } = desk.ledger;
  const settings = await settingsOf(
    ask.channel.id,
    await workspaces.find(ask.channel.workspace),
    subscriptions,
  );
  switch (digest.kind) {
    case 'quiet':
      return words.heldInQuietHours;
    case 'list':
      return words.overBudget(settings.cardsAnHour);
    case 'digest': {
      const watches = await subscriptions.listByChannel(ask.channel.id);
      const told = watches.flatMap(({ name, digest: rhythm }) =>
        rhythm !== undefined && digest.period.startsWith(`${rhythmName(rhythm)} `) ? [{ name, rhythm }] : [],
      );
      const [first] = told;
      return first === undefined
        ? words.nothingComesSoNow
        : words.comesSo(
            told.map(({ name }) => name),
            when.rhythm(first.rhythm),
            settings.zone,
          );
    }
  }
}
