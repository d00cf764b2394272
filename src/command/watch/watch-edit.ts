import { isDeepStrictEqual } from 'node:util';
import type { Phrase } from '#card/phrase.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { changedWatch } from '#command/watch/changed-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { GROUND_CHOICES, typedGround } from '#command/watch/ground-choices.ts';
import { moveWatch } from '#command/watch/move-watch.ts';
import { namedChannel } from '#command/watch/named-channel.ts';
import { typedRhythm } from '#command/watch/rhythm-of.ts';
import { OF_WATCHES, settleZone } from '#command/watch/settle-zone.ts';
import { isStale, markOf, OPENED, refuseStale } from '#command/watch/stale-form.ts';
import {
  tellWishes,
  wishesAsTyped,
  wishOptions,
  wishValuesOf,
  withWishes,
} from '#command/watch/watch-wishes.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { zoneHere } from '#command/watch/zone-here.ts';
import { wordingIn } from '#command/wording.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wishWordsIn } from '#command/words/wish-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { refuseUnplain, YES_OR_NO } from '#command/yes-or-no.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

/** A form shows no more than five fields. */
const FIELDS = ['needs', 'urgent', 'digest', 'mention', 'to'];
/** What has no room there stands in a second one. */
const MORE_FIELDS = ['languages', 'outlets', 'lines', 'thread'];
const CHANGED = ['needs', 'urgent', 'digest', 'mention', 'no-mention', ...MORE_FIELDS];

/** `watch edit`: what a topic's stories have to rest on, when they are told and to whom; `to` moves it elsewhere. */
export const watchEdit: Command = {
  path: ['watch', 'edit'],
  pathInFrench: ['veille', 'modifier'],
  description: {
    en: 'Change on what grounds, when and where you are told of a topic',
    fr: 'Modifier sur quelle base, quand et où un sujet est annoncé',
  },
  options: [
    watchedTopic,
    {
      name: 'needs',
      nameInFrench: 'exige',
      description: {
        en: 'report, two-origins or own-text',
        fr: 'Un compte rendu, deux origines, ou le texte d’une partie',
      },
      kind: 'word',
      isRequired: false,
      choices: GROUND_CHOICES,
    },
    {
      name: 'urgent',
      nameInFrench: 'urgent',
      description: {
        en: 'Whether it passes quiet hours: yes or no',
        fr: 'S’il passe pendant les heures calmes : oui ou non',
      },
      kind: 'word',
      isRequired: false,
      choices: YES_OR_NO,
    },
    {
      name: 'digest',
      nameInFrench: 'synthèse',
      description: {
        en: 'The hour of its digest, such as 08:00; off: at once',
        fr: 'L’heure de sa synthèse, par exemple 08:00 ; non : immédiatement',
      },
      kind: 'time',
      isRequired: false,
    },
    {
      name: 'mention',
      nameInFrench: 'mention',
      description: {
        en: 'A role or user group that new cards mention; never everyone',
        fr: 'Un rôle ou un groupe que les nouvelles fiches mentionnent ; jamais tout le monde',
      },
      kind: 'group',
      isRequired: false,
    },
    {
      name: 'no-mention',
      nameInFrench: 'sans-mention',
      description: { en: 'New cards mention nobody', fr: 'Les nouvelles fiches ne mentionnent personne' },
      kind: 'flag',
      isRequired: false,
    },
    {
      name: 'thread',
      nameInFrench: 'fil',
      description: {
        en: 'Whether later news of a card is said in a thread of it: yes or no',
        fr: 'Si la suite d’une fiche est dite dans un fil : oui ou non',
      },
      kind: 'word',
      isRequired: false,
      choices: YES_OR_NO,
    },
    ...wishOptions,
    {
      name: 'more',
      nameInFrench: 'plus',
      description: {
        en: 'The form of the rest: languages, outlets, lines, thread',
        fr: 'Le formulaire du reste : langues, médias, lignes, fil',
      },
      kind: 'flag',
      isRequired: false,
    },
    {
      name: 'to',
      nameInFrench: 'vers',
      description: { en: 'Move it to this channel', fr: 'Où le déplacer' },
      kind: 'channel',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { watch } = found;
    const { to } = ask.options;
    if (isStale(watch, ask)) return refuseStale(watch, ask, desk);
    const unplain = await refuseUnplain(watchEdit, ask, desk);
    if (unplain !== undefined) return unplain;
    if (CHANGED.some((name) => ask.options[name] !== undefined)) return edit(watch, ask, desk);
    return to === undefined
      ? nothingAsked(watch, ask, desk)
      : moveWatch({ before: watch, after: watch }, to, ask, desk);
  },
  form: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { watch } = found;
    const { language } = await wordsFor(ask, desk);
    const isMore = ask.options['more'] !== undefined;
    return formOf(
      watchEdit,
      {
        title: isMore
          ? wishWordsIn(language).moreTitle
          : wordingIn({ en: 'Change a watch', fr: 'Modifier une veille' }, language),
        fields: isMore ? MORE_FIELDS : FIELDS,
        values: { ...valuesOf(watch), ...wishValuesOf(watch), ...mentionOf(watch), ...ask.options },
        given: { topic: watch.id, [OPENED]: markOf(watch) },
      },
      language,
    );
  },
};

async function edit(watch: Subscription, ask: Ask, desk: Desk): Promise<Reply> {
  const { when, watch: watchWords, language } = await wordsFor(ask, desk);
  const changed = changedWatch(watch, ask, desk.clock());
  switch (changed.kind) {
    case 'no-ground':
      return { kind: 'refused', lines: [when.noSuchGround(changed.typed)], option: 'needs' };
    case 'no-hour':
      return { kind: 'refused', lines: [watchWords.noSuchHour(changed.typed)], option: 'digest' };
    case 'no-group':
      return {
        kind: 'refused',
        lines: [editWordsIn(language).noSuchGroup(changed.typed)],
        option: 'mention',
      };
    case 'changed': {
      const wished = withWishes(changed.watch, ask, desk);
      if (wished.kind === 'wished') return keep(watch, wished.watch, ask, desk);
      const { option, typed } = wished;
      return { kind: 'refused', lines: [wishWordsIn(language).notUnderstood(option, typed)], option };
    }
  }
}

/** Changed and moved in one, so that both are taken back in one. */
async function keep(before: Subscription, after: Subscription, ask: Ask, desk: Desk): Promise<Reply> {
  const { to } = ask.options;
  const target = to === undefined ? undefined : await namedChannel(to, ask, desk);
  const meant = { ...ask, channel: target ?? ask.channel };
  const here = await zoneHere(meant, desk);
  const lines = await linesOn({ before, after }, here.zone, ask, desk);
  if (to !== undefined) {
    const moved = await moveWatch({ before, after }, to, ask, desk);
    if (moved.kind !== 'done') return moved;
    const isOfHours = here.kind === 'elsewhere' && after.digest !== undefined;
    if (isOfHours) await settleZone(here, OF_WATCHES, meant, desk);
    return { ...moved, lines: [...lines, ...moved.lines] };
  }
  const undo = await changeWatch(
    { before, after },
    {
      what: 'watch edit',
      detail: `${after.name}: ${[typedAs(after), ...wishesAsTyped(after, before)].join(' ')}`,
      opposite: oppositeOf(before, after),
    },
    ask,
    desk,
  );
  const { language } = await wordsFor(ask, desk);
  const more = {
    label: wishWordsIn(language).more,
    command: `watch edit --more ${after.name}`,
    opensForm: true,
  } as const;
  const setsHours = ask.options['digest'] !== undefined && after.digest !== undefined;
  const settled = setsHours ? await settleZone(here, OF_WATCHES, ask, desk) : undefined;
  return {
    kind: 'done',
    lines: [...lines, ...(settled?.lines ?? [])],
    actions: [...(settled?.actions ?? []), ...undo, more],
  };
}

/** With no option there is nothing to keep, and nothing for the audit: what can be changed is shown instead. */
async function nothingAsked({ name }: Subscription, ask: Ask, desk: Desk): Promise<Reply> {
  const { language, watch } = await wordsFor(ask, desk);
  return {
    kind: 'answer',
    lines: [editWordsIn(language).nothingAsked(name)],
    actions: [{ label: watch.actions.changeIt, command: `watch edit ${name}`, opensForm: true }],
  };
}

async function linesOn(
  { before, after: watch }: { readonly before: Subscription; readonly after: Subscription },
  zone: string,
  ask: Ask,
  desk: Desk,
): Promise<readonly Phrase[]> {
  const { when, language } = await wordsFor(ask, desk);
  const { digest, mention = '', thread } = ask.options;
  const next = watch.digest && nextDigestAt(watch.digest, zone, desk.clock()).toISOString();
  const rhythm =
    watch.digest === undefined || next === undefined
      ? when.atOnceSet(watch.name)
      : when.digestSet(watch.name, watch.digest, zone, next);
  return [
    when.conditions(watch.name, watch.needs ?? 'one-report', watch.isUrgent === true),
    ...(digest === undefined ? [] : [rhythm]),
    ...(isAboutMention(before, watch, ask)
      ? [editWordsIn(language).called(watch.mention, ask.groupNames?.[mention])]
      : []),
    ...(thread === undefined ? [] : [editWordsIn(language).threaded(watch.inThread === true)]),
    ...tellWishes(watch, ask, desk, language),
  ];
}

/** A form's menu that was empty before, and stays so, asks for nothing. */
function isAboutMention(before: Subscription, after: Subscription, { options }: Ask): boolean {
  if (options['mention'] === undefined && options['no-mention'] === undefined) return false;
  const isNone = before.mention === undefined && after.mention === undefined;
  return !isNone || options[OPENED] === undefined;
}

const valuesOf = ({ needs = 'one-report', isUrgent, digest, inThread }: Subscription) => ({
  needs: typedGround(needs),
  urgent: isUrgent ? 'yes' : 'no',
  digest: digest?.at ?? 'off',
  thread: inThread ? 'yes' : 'no',
});

/** What stands in a menu of roles or groups. */
const mentionOf = ({ mention }: Subscription) => (mention === undefined ? {} : { mention });

/** What comes nearest to the watch as it was; a mention is nothing that can be typed everywhere. */
function oppositeOf(before: Subscription, after: Subscription): string | undefined {
  const { name, digest, mention } = before;
  if (mention !== after.mention) return undefined;
  const wasOnSomeDays = digest !== undefined && digest.days !== 'daily';
  if (wasOnSomeDays && !isDeepStrictEqual(digest, after.digest))
    return `watch digest ${typedRhythm(digest)} ${name}`;
  return `watch edit ${[typedAs(before), ...wishesAsTyped(before, after)].join(' ')} ${name}`;
}

/** As it is typed again, but for its mention and the days of its digest. */
const typedAs = (watch: Subscription): string =>
  Object.entries(valuesOf(watch))
    .map(([name, value]) => `${name}:${value}`)
    .join(' ');
