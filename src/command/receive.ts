import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { answerFound } from '#command/answer.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { type Found, findCommand, findNamed } from '#command/find-command.ts';
import type { Asked, Inbound, Receive } from '#command/inbound.ts';
import { LookUpLimit } from '#command/look-up-limit.ts';
import { lookingOnly } from '#command/looking-only.ts';
import { type FaultReport, ownUpTo } from '#command/own-up-to.ts';
import { whyCard } from '#command/story/story-why.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Ledger } from '#ledger.ts';

/** What chat platforms are answered with. */
export type ReceivingMeans = FaultReport & { readonly commands: readonly Command[]; readonly desk: Desk };

/**
 * The way in for every chat platform: an event is answered once, its workspace and channel become known with the first
 * one, who may only look is refused changes, and nobody keeps the program busy for others. An event whose answer a crash
 * cut off is not answered again.
 */
export function receiveWith(means: ReceivingMeans): Receive {
  const limit = new LookUpLimit();
  return async (inbound) => {
    const { desk } = means;
    try {
      const { workspaces } = desk.ledger;
      if (!(await workspaces.takeInbound(inbound.id, desk.clock()))) return undefined;
      await makeKnown(inbound, desk.ledger);
      return await replyTo(inbound, means, limit);
    } catch (fault) {
      return ownUpTo(fault, { command: commandIn(inbound.asked), channel: inbound.channel }, desk, means);
    }
  };
}

/** Names and languages follow what the platform or the settings say now; the zone stays once it is known. */
async function makeKnown({ workspace, channel }: Inbound, ledger: Ledger): Promise<void> {
  if (channel.workspace !== workspace.id)
    throw new Error(`The channel ${channel.id} is not one of the workspace ${workspace.id}.`);
  const known = await ledger.workspaces.find(workspace.id);
  const knownChannel = await ledger.workspaces.findChannel(channel.id);
  if (known !== undefined && isUnchanged(known, workspace) && isSame(knownChannel, channel)) return;
  await ledger.transaction(async ({ workspaces }) => {
    await workspaces.save(followed(await workspaces.find(workspace.id), workspace));
    await workspaces.saveChannel(channel);
  });
}

const followed = (known: Workspace | undefined, told: Workspace): Workspace =>
  known === undefined ? told : { ...told, zone: known.zone };

const isUnchanged = (known: Workspace, told: Workspace): boolean =>
  known.name === told.name && known.languages.join(' ') === told.languages.join(' ');

const isSame = (known: ChannelRef | undefined, told: ChannelRef): boolean =>
  known?.name === told.name && known.address === told.address;

async function replyTo(
  { asked, workspace, channel, who, mayChange }: Inbound,
  means: ReceivingMeans,
  limit: LookUpLimit,
): Promise<Reply> {
  const { desk } = means;
  const ask: Ask = { channel, who, options: {} };
  const taken = limit.take(`${workspace.id} ${who}`, desk.clock());
  if (taken !== 'taken') {
    const words = await wordsFor(ask, desk);
    return { kind: 'refused', lines: [words.tooManyLookUps(taken.tryAgainInSeconds)] };
  }
  if (asked.kind === 'why') return whyCard(asked.card, ask, desk);
  const commands = mayChange ? means.commands : means.commands.map(lookingOnly);
  return answerFound({ found: find(asked, commands), typed: nameOf(asked) }, ask, desk, means);
}

function find(asked: Exclude<Asked, { readonly kind: 'why' }>, commands: readonly Command[]): Found {
  if (asked.kind === 'command') return findNamed(asked, commands);
  // Somebody who says only our name wants to know what we do.
  const words = asked.words.trim() === '' ? 'help' : asked.words;
  return findCommand([words], commands);
}

/** For the log: the words of the command alone, since what follows them may be an address with a key in it. */
function commandIn(asked: Asked): string {
  const words = nameOf(asked).trim().split(/\s+/).slice(0, 2);
  return words.filter((word) => /^\p{L}+$/u.test(word)).join(' ');
}

function nameOf(asked: Asked): string {
  switch (asked.kind) {
    case 'words':
      return asked.words;
    case 'command':
      return asked.path.join(' ');
    case 'why':
      return 'story why';
  }
}
