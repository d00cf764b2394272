import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import { changeOwed } from '#command/admin/change-owed.ts';
import { findOwed, owedScope } from '#command/admin/find-owed.ts';
import { setWhenUncertain } from '#command/admin/set-when-uncertain.ts';
import { stopsSeenBy, tellStops } from '#command/admin/tell-stops.ts';
import type { Ask, Choice, Command, Desk, Reply } from '#command/command.ts';
import { type DeliveryWords, deliveryWordsIn, type OwedFigures } from '#command/words/delivery-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import { dropped, type OwedMessage, wordsOf } from '#delivery/owed-message.ts';
import type { OwedQuery } from '#delivery/owed-store.ts';
import { replayOwed } from '#delivery/replay-owed.ts';

const MOST_LISTED = 10;
const MOST_BUTTONS = 4;
/** What somebody who asks for no state wants to see. */
const IN_TROUBLE: readonly DeliveryState[] = ['uncertain', 'dead', 'expired', 'unknown'];

/** What may be done with a message of which nobody can know whether it arrived. */
const POLICIES: readonly Choice[] = [
  { value: 'repeat', label: { en: 'repeat', fr: 'répéter' } },
  { value: 'skip', label: { en: 'skip', fr: 'laisser' } },
];

const PATH = 'readout-admin deliveries';

/** `readout-admin deliveries`: what did not simply arrive: list, show, send again, drop; and what to do when nobody can know. */
export const adminDeliveries: Command = {
  path: ['readout-admin', 'deliveries'],
  pathInFrench: ['readout-admin', 'envois'],
  description: {
    en: 'Messages that did not simply arrive: list, show, send again, drop',
    fr: 'Les messages mal arrivés : lister, montrer, renvoyer, écarter',
  },
  options: [
    {
      name: 'delivery',
      nameInFrench: 'envoi',
      description: {
        en: 'A state such as dead or uncertain, “twice”, or what the list calls a message',
        fr: 'Un état, « twice », ou le nom d’un message dans la liste',
      },
      kind: 'text',
      isRequired: false,
    },
    {
      name: 'replay',
      nameInFrench: 'renvoyer',
      description: { en: 'Send it again', fr: 'Le renvoyer' },
      kind: 'flag',
      isRequired: false,
    },
    {
      name: 'drop',
      nameInFrench: 'écarter',
      description: { en: 'Send it no more', fr: 'Ne plus l’envoyer' },
      kind: 'flag',
      isRequired: false,
    },
    {
      name: 'uncertain',
      nameInFrench: 'incertain',
      description: {
        en: 'repeat or skip: when nobody can know whether a message arrived',
        fr: 'Répéter ou laisser, quand nul ne peut savoir si un message est arrivé',
      },
      kind: 'word',
      isRequired: false,
      choices: POLICIES,
    },
    {
      name: 'everywhere',
      nameInFrench: 'partout',
      description: {
        en: 'With uncertain: for every channel that says nothing of its own',
        fr: 'Avec incertain : partout où rien d’autre n’est dit',
      },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = deliveryWordsIn((await wordsFor(ask, desk)).language);
    const { uncertain, replay, drop } = ask.options;
    if (uncertain !== undefined) return setWhenUncertain(uncertain, words, ask, desk);
    const asked = (ask.options['delivery'] ?? '').trim();
    if (replay !== undefined || drop !== undefined)
      return changeOwed(replay === undefined ? 'drop' : 'replay', asked, words, ask, desk);
    const states = statesFor(asked, words);
    return states === undefined ? show(asked, words, ask, desk) : list(states, words, ask, desk);
  },
};

/** A state is called by our own name for it, or by the word that people read. */
function statesFor(asked: string, { states }: DeliveryWords): OwedQuery['states'] | undefined {
  if (asked === '') return IN_TROUBLE;
  if (asked === 'twice') return 'repeated';
  const named = (Object.keys(states) as DeliveryState[]).find(
    (state) => state === asked || states[state] === asked.toLowerCase(),
  );
  return named && [named];
}

async function list(states: OwedQuery['states'], words: DeliveryWords, ask: Ask, desk: Desk): Promise<Reply> {
  const scope = await owedScope(ask, desk);
  const found = await desk.ledger.owed.list({ ...scope, states, limit: MOST_LISTED });
  const stops = await stopsSeenBy(ask, desk, ['manages']);
  const repeated = await desk.ledger.owed.countRepeated(scope);
  const lines: Phrase[] = [
    ...tellStops(stops, words),
    ...(repeated > 0 && states !== 'repeated' ? [words.perhapsTwice(repeated)] : []),
    found.length === 0 ? words.nothing : words.heading(found.length, found.length === MOST_LISTED),
  ];
  for (const owed of found) lines.push(words.line(await figuresOf(owed, desk)));
  const buttons: Action[] = [
    ...stops
      .filter(({ stop }) => stop.kind === 'refused')
      .map(({ stop, name }) => ({
        label: words.tryAgain(name),
        command: `${PATH} --replay ${stop.platform ?? stop.channel}`,
      })),
    ...found.map(({ row }, index) => ({ label: words.show(index + 1), command: `${PATH} ${row.key}` })),
  ];
  return { kind: 'answer', lines, actions: buttons.slice(0, MOST_BUTTONS) };
}

async function show(asked: string, words: DeliveryWords, ask: Ask, desk: Desk): Promise<Reply> {
  const owed = await findOwed(asked, ask, desk);
  if (owed === undefined) return { kind: 'refused', lines: [words.noSuch(asked)] };
  const mayReplay = (await replayOwed(owed, desk.ledger.deliveries, desk.clock())) !== undefined;
  const mayDrop = dropped(owed.row, ask.who) !== undefined;
  return {
    kind: 'answer',
    lines: [words.detail(await figuresOf(owed, desk))],
    actions: [
      ...(mayReplay ? [{ label: words.replay, command: `${PATH} --replay ${owed.row.key}` }] : []),
      ...(mayDrop ? [{ label: words.drop, command: `${PATH} --drop ${owed.row.key}` }] : []),
    ],
  };
}

async function figuresOf(owed: OwedMessage, { ledger }: Desk): Promise<OwedFigures> {
  const { row } = owed;
  const channel = await ledger.workspaces.findChannel(row.channel);
  return {
    kind: owed.kind,
    words: wordsOf(owed),
    channel: channel?.name ?? row.channel,
    state: row.state,
    plannedAt: row.plannedAt,
    attempts: row.attempts,
    repeats: row.repeats ?? 0,
    reason: row.reason ?? '',
    key: row.key,
  };
}
