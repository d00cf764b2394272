import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { changeWatch } from '#command/watch/change-watch.ts';
import { findWatch } from '#command/watch/find-watch.ts';
import { hourOf } from '#command/watch/hour-of.ts';
import { DAY_CHOICES, rhythmOf, typedDays, typedRhythm } from '#command/watch/rhythm-of.ts';
import { OF_WATCHES, settleZone } from '#command/watch/settle-zone.ts';
import { isStale, markOf, OPENED, refuseStale } from '#command/watch/stale-form.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { zoneHere } from '#command/watch/zone-here.ts';
import { wordingIn } from '#command/wording.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { refuseUnplain, YES_OR_NO } from '#command/yes-or-no.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { nextDigestAt } from '#subscription/zoned-times.ts';

/** `watch digest`: a topic comes in one card at a fixed hour, or, with `--off`, at once again. */
export const watchDigest: Command = {
  path: ['watch', 'digest'],
  pathInFrench: ['veille', 'synthèse'],
  description: {
    en: 'Get a topic as a digest at a fixed hour',
    fr: 'Recevoir un sujet en synthèse à heure fixe',
  },
  options: [
    watchedTopic,
    {
      name: 'at',
      nameInFrench: 'heure',
      description: { en: 'Such as 08:00', fr: 'Par exemple 08:00' },
      kind: 'time',
      isRequired: false,
    },
    {
      name: 'days',
      nameInFrench: 'jours',
      description: {
        en: 'daily, weekdays, or a day such as monday',
        fr: 'Tous les jours, les jours ouvrés, ou un jour de la semaine',
      },
      kind: 'word',
      isRequired: false,
      choices: DAY_CHOICES,
    },
    {
      name: 'related',
      nameInFrench: 'voisins',
      description: {
        en: 'Whether it also names stories without the event: yes or no',
        fr: 'Si elle cite aussi les dossiers sans l’événement : oui ou non',
      },
      kind: 'word',
      isRequired: false,
      choices: YES_OR_NO,
    },
    {
      name: 'off',
      nameInFrench: 'non',
      description: { en: 'At once again', fr: 'De nouveau immédiatement' },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { at, days, off } = ask.options;
    if (isStale(found.watch, ask)) return refuseStale(found.watch, ask, desk);
    const unplain = await refuseUnplain(watchDigest, ask, desk);
    if (unplain !== undefined) return unplain;
    if (off !== undefined) return tellAtOnce(found.watch, ask, desk);
    const rhythm = rhythmOf(days, at, found.watch.digest);
    if (rhythm !== undefined) return tellInDigest(found.watch, rhythm, ask, desk);
    const { when } = await wordsFor(ask, desk);
    const wrong = at !== undefined && hourOf(at) === undefined ? 'at' : 'days';
    return {
      kind: 'refused',
      lines: [when.noSuchRhythm([days, at].filter(Boolean).join(' '))],
      option: wrong,
    };
  },
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const { topic, off } = ask.options;
    if (off !== undefined) {
      const title = wordingIn({ en: 'Cards for a topic', fr: 'Des fiches pour un sujet' }, language);
      const wanted = { title, fields: ['topic'], values: ask.options, given: { off } };
      return formOf(watchDigest, wanted, language);
    }
    const title = wordingIn({ en: 'Get a digest', fr: 'Recevoir une synthèse' }, language);
    if (topic === undefined)
      return formOf(watchDigest, { title, fields: ['topic', 'at', 'days'], values: ask.options }, language);
    const found = await findWatch(ask, desk);
    if (found.kind === 'none') return found.reply;
    const { watch } = found;
    const values = { ...valuesOf(watch), ...ask.options };
    const given = { topic: watch.id, [OPENED]: markOf(watch) };
    return formOf(watchDigest, { title, fields: ['at', 'days'], values, given }, language);
  },
};

async function tellInDigest(watch: Subscription, rhythm: Rhythm, ask: Ask, desk: Desk): Promise<Reply> {
  const { when } = await wordsFor(ask, desk);
  const { clock } = desk;
  const here = await zoneHere(ask, desk);
  const { digestsRelated: before, ...plain } = watch;
  const { related } = ask.options;
  const isRelatedToo = related === undefined ? before === true : related.toLowerCase() === 'yes';
  const changed = {
    ...plain,
    digest: rhythm,
    digestSince: clock().toISOString(),
    ...(isRelatedToo && { digestsRelated: true as const }),
  };
  const detail = `${watch.name}: ${typedRhythm(rhythm)}`;
  const undo = await changeWatch(
    { before: watch, after: changed },
    { what: 'watch digest', detail, opposite: asBefore(watch) },
    ask,
    desk,
  );
  const { zone } = here;
  const settled = await settleZone(here, OF_WATCHES, ask, desk);
  const next = nextDigestAt(rhythm, zone, clock()).toISOString();
  return {
    kind: 'done',
    lines: [
      when.digestSet(watch.name, rhythm, zone, next),
      ...(related === undefined ? [] : [isRelatedToo ? when.relatedToo : when.noneRelated]),
      ...settled.lines,
    ],
    actions: [...settled.actions, ...undo],
  };
}

async function tellAtOnce(watch: Subscription, ask: Ask, desk: Desk): Promise<Reply> {
  const { when } = await wordsFor(ask, desk);
  const { digest: _, digestSince: __, ...atOnce } = watch;
  const undo = await changeWatch(
    { before: watch, after: atOnce },
    { what: 'watch digest', detail: `${watch.name}: off`, opposite: asBefore(watch) },
    ask,
    desk,
  );
  return {
    kind: 'done',
    lines: [when.atOnceSet(watch.name)],
    actions: undo,
  };
}

const valuesOf = ({ digest }: Subscription): Readonly<Record<string, string>> =>
  digest === undefined ? {} : { at: digest.at, days: typedDays(digest) };

const asBefore = ({ name, digest }: Subscription): string =>
  `watch digest ${digest === undefined ? '--off' : typedRhythm(digest)} ${name}`;
