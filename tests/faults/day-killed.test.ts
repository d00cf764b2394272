import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { diceFrom } from '../bench/dice.ts';
import { DAY_LEFT, storiesLeft } from '../journey/day-left.ts';
import { type DayStage, dayStage } from '../journey/day-stage.ts';
import { aLife } from './a-life.ts';

/** A day takes seconds; so long only where many other things are done at the same time. */
const DAY_MS = 120_000;
/** Any other number tries another moment. */
const SEED = Number(process.env['READOUT_SEED'] ?? 20_250_701);
/** Fewer than what the day sends to a channel: cards, edits and pointers. */
const SENT_IN_DAY = 18;

/** How often something was posted or edited for all to see in #desk of the simulated Discord. */
const sentOnDiscord = ({ discord }: DayStage): number =>
  discord.messagesIn('desk').reduce((sum, { revisions }) => sum + revisions.length, 0);

/** What stands for all to see in #desk of each platform. */
function standing({
  discord,
  slack,
}: DayStage): readonly { readonly cards: number; readonly pointers: number }[] {
  const onDiscord = discord.messagesIn('desk').map(({ answers }) => answers);
  const onSlack = slack.messages('C0DESK').filter(({ visibleTo }) => visibleTo === undefined);
  return [onDiscord, onSlack.map(({ threadTs }) => threadTs)].map((answered) => {
    const cards = answered.filter((card) => card === undefined).length;
    return { cards, pointers: answered.length - cards };
  });
}

/** The next message is taken by each platform, which then says nothing to the program. */
function loseNextAnswers({ discord, slack }: DayStage): void {
  discord.faults.add({ kind: 'silence', on: 'POST /channels/:channel/messages' });
  slack.faults.add({ method: 'chat.postMessage', effect: { kind: 'silence' } });
}

/** By the simulators' own store: each card and pointer once, none missing, and no rule broken. */
async function expectWholeDay({ platforms }: DayStage): Promise<void> {
  for (const { name, look } of platforms) {
    const { messages, violations } = await look();
    expect(storiesLeft(messages), name).toEqual(DAY_LEFT);
    expect(violations, name).toEqual([]);
  }
}

describe.concurrent('a program that is killed on the demo day and started again', { timeout: DAY_MS }, () => {
  test('at any moment between its first card and its last: nothing is lost, nothing is there twice', async () => {
    await using stage = await dayStage();
    const sent = 1 + diceFrom(SEED).below(SENT_IN_DAY);
    await using first = aLife(stage.addresses);
    const at = await first.killedWhen(() => sentOnDiscord(stage) >= sent);
    await using second = aLife(stage.addresses, at);
    await second.over();
    await expectWholeDay(stage);
  });

  test('when both platforms have taken a card, then a pointer, and it was not told: each is found again', async () => {
    await using stage = await dayStage();
    loseNextAnswers(stage);
    await using first = aLife(stage.addresses);
    const cardTaken = await first.killedWhen(() => standing(stage).every(({ cards }) => cards === 1));
    await using second = aLife(stage.addresses, cardTaken);
    const later = await second.killedWhen(() => standing(stage).every(({ cards }) => cards === 2));
    loseNextAnswers(stage);
    await using third = aLife(stage.addresses, later);
    const pointerTaken = await third.killedWhen(() =>
      standing(stage).every(({ pointers }) => pointers === 1),
    );
    await using fourth = aLife(stage.addresses, pointerTaken);
    await fourth.over();
    await expectWholeDay(stage);
  });

  test('is caught when it posts a card twice, here because its database forgot one', async () => {
    await using stage = await dayStage();
    await using first = aLife(stage.addresses);
    const at = await first.killedWhen(() => sentOnDiscord(stage) > 5);
    forgetPosts(stage);
    await using second = aLife(stage.addresses, at);
    const [before] = standing(stage);
    await second.killedWhen(() => (standing(stage)[0]?.cards ?? 0) > (before?.cards ?? 0));
    await expect(expectWholeDay(stage)).rejects.toThrow();
  });
});

function forgetPosts({ addresses }: DayStage): void {
  using database = new DatabaseSync(join(addresses.folder, 'demo.sqlite'));
  database.exec("delete from posts where channel in (select id from channels where platform = 'discord')");
}
