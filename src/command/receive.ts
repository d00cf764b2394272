import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { type Asking, answerFound } from '#command/answer.ts';
import { asAllowed, refuseTo } from '#command/as-allowed.ts';
import { withButtons } from '#command/button/button-commands.ts';
import { withShortButtons } from '#command/button/kept-lines.ts';
import { mayBeShown } from '#command/button/may-be-shown.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { type Found, findCommand, findNamed } from '#command/find-command.ts';
import type { Form } from '#command/form.ts';
import type { Asked, Call, Inbound, Receive } from '#command/inbound.ts';
import { lineOf } from '#command/line-of.ts';
import { type FaultReport, ownUpTo } from '#command/own-up-to.ts';
import { type RequestKind, RequestLimit } from '#command/request-limit.ts';
import { type Rights, rightsOf, standingOf } from '#command/rights.ts';
import { cardAbout, withStoryOf } from '#command/story/card-about.ts';
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
  const limit = new RequestLimit();
  return async (inbound) => {
    const { desk } = means;
    try {
      const { workspaces } = desk.ledger;
      if (!(await workspaces.takeInbound(inbound.id, desk.clock()))) return undefined;
      await makeKnown(inbound, desk.ledger);
      return await replyTo(inbound, means, limit);
    } catch (fault) {
      const { channel, language } = inbound;
      const failed = {
        command: commandIn(inbound.asked),
        channel,
        ...(language !== undefined && { language }),
      };
      return ownUpTo(fault, failed, desk, means);
    }
  };
}

/** Names and languages follow what the platform or the settings say now; the zone stays once it is known. */
async function makeKnown({ workspace, channel, named = [], about }: Inbound, ledger: Ledger): Promise<void> {
  const talkedOf = about?.messages.map((one) => one.channel) ?? [];
  const stranger = [channel, ...named, ...talkedOf].find((one) => one.workspace !== workspace.id);
  if (stranger !== undefined)
    throw new Error(`The channel ${stranger.id} is not one of the workspace ${workspace.id}.`);
  const known = await ledger.workspaces.find(workspace.id);
  const knownChannel = await ledger.workspaces.findChannel(channel.id);
  const isKnown = known !== undefined && isUnchanged(known, workspace) && isSame(knownChannel, channel);
  if (isKnown && named.length === 0) return;
  await ledger.transaction(async ({ workspaces }) => {
    await workspaces.save(followed(await workspaces.find(workspace.id), workspace));
    for (const one of [channel, ...named]) await workspaces.saveChannel(one);
  });
}

const followed = (known: Workspace | undefined, told: Workspace): Workspace =>
  known === undefined ? told : { ...told, zone: known.zone };

const isUnchanged = (known: Workspace, told: Workspace): boolean =>
  known.name === told.name && known.languages.join(' ') === told.languages.join(' ');

const isSame = (known: ChannelRef | undefined, told: ChannelRef): boolean =>
  known?.name === told.name && known.address === told.address;

async function replyTo(inbound: Inbound, means: ReceivingMeans, limit: RequestLimit): Promise<Reply | Form> {
  const { asked, workspace, who } = inbound;
  const { desk } = means;
  const rights = await rightsOf(inbound, desk);
  const standing = standingOf(inbound, desk);
  const about = await cardAbout(inbound.about, desk);
  const ask = { ...askOf(inbound, rights), ...(standing && { standing }), ...about };
  const take = async (kind: RequestKind): Promise<Reply | undefined> => {
    const taken = limit.take(`${workspace.id} ${who}`, kind, desk.clock());
    return taken === 'taken' ? undefined : tellToWait(kind, taken.tryAgainInSeconds, ask, desk);
  };
  if (asked.kind === 'why')
    return (
      (await take('look-up')) ??
      (rights.mayLook ? whyCard(asked.card, ask, desk) : refuseTo('story why', ask, desk, means))
    );

  const call = asked.kind === 'form' ? asked.call : asked;
  const { mayWrite = true, mayUse = [] } = inbound;
  const allowing = (all: readonly Command[]) => asAllowed(all, { ...rights, mayWrite, mayUse }, means);
  const found = withStoryOf(about, find(call, withButtons(means.commands, { mayWrite, allowing })));
  const tooMany = await take(asked.kind === 'form' ? 'other' : await kindOf(found, ask, desk));
  if (tooMany !== undefined) return tooMany;
  const wantsForm = asked.kind === 'form' || (found.kind === 'missing' && inbound.hasForms === true);
  const form = wantsForm ? await formFor(found, ask, desk) : undefined;
  if (form?.kind === 'form') return form;
  const reply = form ?? (await answerFound({ found, typed: nameOf(call) }, ask, desk, means));
  return finished(reply, found, call, inbound, desk);
}

/** What somebody asks for: what only tells them something is a look-up, also behind a button that stands for it. */
async function kindOf(found: Found, ask: Asking, desk: Desk): Promise<RequestKind> {
  if (found.kind !== 'command') return 'other';
  const { command, options } = found;
  const meant = (await command.meant?.({ ...ask, options }, desk)) ?? command;
  return meant.isChanging || meant.isTakingBack === true ? 'other' : 'look-up';
}

async function tellToWait(kind: RequestKind, seconds: number, ask: Ask, desk: Desk): Promise<Reply> {
  const { tooManyLookUps, tooManyRequests } = await wordsFor(ask, desk);
  return {
    kind: 'refused',
    lines: [kind === 'look-up' ? tooManyLookUps(seconds) : tooManyRequests(seconds)],
  };
}

/** The form of the command that was found, with what is known of it; absent where it has none. */
async function formFor(found: Found, ask: Asking, desk: Desk): Promise<Form | Reply | undefined> {
  if (found.kind !== 'command' && found.kind !== 'missing') return undefined;
  return found.command.form?.({ ...ask, options: found.options }, desk);
}

const askOf = (
  { channel, who, language, zone, named, callable, groupNames }: Inbound,
  { mayChange }: Rights,
): Ask => ({
  channel,
  who,
  options: {},
  ...(language !== undefined && { language }),
  ...(zone !== undefined && { zone }),
  ...(!mayChange && { isLookingOnly: true }),
  ...(named !== undefined && { named }),
  ...(callable !== undefined && { callable }),
  ...(groupNames !== undefined && { groupNames }),
});

/** With a way to show a look-up to all, where that is of use, and with buttons as short as the platform needs them. */
async function finished(
  reply: Reply,
  found: Found,
  call: Call,
  inbound: Inbound,
  desk: Desk,
): Promise<Reply> {
  const ask = askOf(inbound, { mayLook: true, mayChange: true });
  const isShareable =
    found.kind === 'command' &&
    reply.kind === 'answer' &&
    reply.file === undefined &&
    inbound.mayWrite !== false &&
    (await mayBeShown(found.command, { ...ask, options: found.options }, desk));
  if (!isShareable) return withShortButtons(reply, inbound.longestCommand, ask, desk);
  const { actions } = await wordsFor(ask, desk);
  const line = call.kind === 'words' ? nameOf(call) : lineOf(found.command, found.options);
  const showHere = { label: actions.showHere, command: `here ${line}` };
  const shareable = { ...reply, actions: [...(reply.actions ?? []), showHere] };
  return withShortButtons(shareable, inbound.longestCommand, ask, desk);
}

function find(call: Call, commands: readonly Command[]): Found {
  if (call.kind === 'command') return findNamed(call, commands);
  // Somebody who says only our name wants to know what we do.
  const words = call.words.trim() === '' ? 'help' : call.words;
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
      return asked.words.replaceAll(/\s+/gu, ' ').trim();
    case 'command':
      return asked.path.join(' ');
    case 'form':
      return nameOf(asked.call);
    case 'why':
      return 'story why';
  }
}
