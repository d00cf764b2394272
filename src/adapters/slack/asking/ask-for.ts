import { findPlace, type PlacedEvent } from '#adapters/slack/asking/find-place.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import {
  channelRef,
  inboundOf,
  isNameless,
  isOutsider,
  nameOf,
  type SlackManagers,
} from '#adapters/slack/asking/slack-inbound.ts';
import { slackStanding } from '#adapters/slack/asking/slack-standing.ts';
import type { Look } from '#adapters/slack/asking/telling.ts';
import { warnOfAbsence } from '#adapters/slack/asking/warn-of-absence.ts';
import { withGroupNames } from '#adapters/slack/asking/with-group-names.ts';
import { replyLanguageOf, type SlackWords, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { SlackDirectory } from '#adapters/slack/slack-directory.ts';
import { text } from '#card/phrase-of.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import type { Form } from '#command/form.ts';
import type { Inbound, Receive } from '#command/inbound.ts';
import type { AskStanding } from '#command/standing.ts';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';
import type { Log } from '#kernel/log.ts';

/** What answering works with. `languages` are the workspace's: who asks first does not choose for everybody. */
export type Answering = {
  readonly home: SlackHome;
  readonly directory: SlackDirectory;
  readonly managers: SlackManagers;
  readonly languages: readonly string[];
  readonly receive: Receive;
  readonly log: Log;
};

/** An answer, or a form to be filled in, and how it is shown to the person who asked. */
export type Answered = { readonly reply: Reply | Form; readonly look: Look };

/** What is answered to an event; absent where it was answered before. `hasForms`: a window can be opened for it. */
export async function askFor(
  asked: SlackEvent,
  answering: Answering,
  hasForms = true,
): Promise<Answered | undefined> {
  const { home, directory, languages, managers, receive } = answering;
  const { event, elsewhere } = await findPlace(asked, directory);
  const [person, place, groups] = await Promise.all([
    directory.person(event.user),
    isNameless(event) ? directory.place(event.channel) : undefined,
    directory.groups(),
  ]);
  const language = replyLanguageOf([
    ...(person?.language === undefined ? [] : [person.language]),
    ...languages,
  ]);
  const words = slackWordsIn(language);
  const look = { language, zone: person?.zone ?? 'UTC', name: nameOf(event, place, words) };
  if (isOutsider(event, person, home)) return { reply: refusal(words.notOfThisTeam(home.name)), look };
  const shutOut = await shutOutOf(event, answering, words);
  if (shutOut !== undefined) return { reply: refusal(shutOut), look };

  if (elsewhere !== undefined)
    return { reply: await sendThere(elsewhere, event.user, answering, words), look };
  const named = await namedIn(event, answering, words);
  const { standing, own } = await standingsOf(event, answering);
  const known = { home, languages, person, place, groups, named, managers, standing, own };
  const inbound = inboundOf(event, known, words);
  const reply = await receive({ ...inbound, ...(hasForms && { hasForms }) });
  if (reply === undefined) return undefined;
  if (reply.kind === 'form') return { reply: withGroupNames(reply, groups), look };
  if (reply.kind !== 'refused') return { reply: await warned(reply, inbound, words, answering), look };
  const isAlone = event.isAlone === true && reply.kind === 'refused';
  return { reply: isAlone ? await help(inbound, answering, reply) : reply, look };
}

const refusal = (sentence: string): Reply => ({ kind: 'refused', lines: [[text(sentence)]] });

/** What is asked for another channel is asked there: its answer and its buttons belong to that one. */
async function sendThere(
  { channel, words: typed }: NonNullable<PlacedEvent['elsewhere']>,
  user: string,
  { directory }: Answering,
  words: SlackWords,
): Promise<Reply> {
  const isSeen = (await directory.sight(user, channel)) === 'sees';
  const name = isSeen ? nameOf({}, await directory.place(channel), words) : words.thatChannel;
  const line = [text(words.typeThere(name)), text(' '), text(`/readout ${typed}`, 'code')];
  return { kind: 'refused', lines: [line] };
}

/** Who may change nothing, and says only our name, wants to know what we do. */
const help = async (inbound: Inbound, { receive }: Answering, otherwise: Reply): Promise<Reply | Form> =>
  (await receive({ ...inbound, id: `${inbound.id}:help`, asked: { kind: 'words', words: 'help' } })) ??
  otherwise;

/**
 * Why a window is of no use to who sends it: it may stand open longer than they are let into its channel. Of a private
 * channel that we are not in nobody tells; the Home tab shows none of those.
 */
async function shutOutOf(
  { window, user, channel }: SlackEvent,
  { directory }: Answering,
  words: SlackWords,
): Promise<string | undefined> {
  if (window === undefined) return undefined;
  const sight = await directory.sight(user, channel);
  if (sight === 'sees') return undefined;
  return sight === 'unknown' && window === 'modal' ? words.notKnownWhoIsIn : words.notSeen;
}

/** What this person is in other channels, and in the event's own where Slack does not vouch for it by taking their words. */
async function standingsOf({ user, channel, window, isPressed }: SlackEvent, answering: Answering) {
  const { directory, managers } = answering;
  const inChannel = (id: string) => slackStanding({ user, channel: id }, directory, managers);
  const standing: AskStanding = async ({ address }) => {
    const told = await inChannel(address);
    return told === 'unknown' ? 'sees-not' : told;
  };
  const isVouched = window === undefined && isPressed !== true;
  const own = isVouched ? 'unknown' : await inChannel(channel);
  return { standing, own: own === 'unknown' ? undefined : own };
}

async function namedIn(
  { user, channels = [] }: SlackEvent,
  { directory, home }: Answering,
  words: SlackWords,
): Promise<readonly ChannelRef[]> {
  const seen = await Promise.all(
    channels.map(async (id) => {
      if ((await directory.sight(user, id)) !== 'sees') return [];
      return [channelRef(home, id, nameOf({}, await directory.place(id), words))];
    }),
  );
  return seen.flat();
}

/** What is changed in a channel where we are not is of no use until somebody invites us. */
async function warned(
  reply: Reply,
  inbound: Inbound,
  words: SlackWords,
  { directory, home }: Answering,
): Promise<Reply> {
  if (reply.kind === 'refused') return reply;
  const { asked } = inbound;
  const warning = (channel: ChannelRef) => warnOfAbsence(reply, { asked, channel }, { home, words });
  if (warning(inbound.channel) === reply) return reply;
  const elsewhere = topicToWatch(asked)?.place;
  const place = await directory.place(elsewhere ?? inbound.channel.address);
  // Of a private channel in which we are not, Slack says that there is none.
  if (place?.isMember === true) return reply;
  return warning(
    elsewhere === undefined ? inbound.channel : channelRef(home, elsewhere, nameOf({}, place, words)),
  );
}
