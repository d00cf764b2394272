import type { Policy } from '#channel/policy.ts';
import { keepPolicy, LOOKING_CHOICES, readPolicy } from '#command/admin/change-policy.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { policyIn } from '#command/rights.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { hourOf } from '#command/watch/hour-of.ts';
import { OF_SETTINGS, settleZone } from '#command/watch/settle-zone.ts';
import { zoneHere } from '#command/watch/zone-here.ts';
import { wordingIn } from '#command/wording.ts';
import { policyWordsIn } from '#command/words/policy-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { decideAnew } from '#delivery/decide-anew.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import { type ChannelSettings, calmSettings } from '#subscription/channel-settings.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { isZone } from '#subscription/zoned-times.ts';

const MOST = 60;

/** `readout-admin settings`: a channel's zone, quiet hours and budget; with no option, how they stand. */
export const adminSettings: Command = {
  path: ['readout-admin', 'settings'],
  pathInFrench: ['readout-admin', 'réglages'],
  description: {
    en: 'Time zone, quiet hours and limits of this channel',
    fr: 'Fuseau horaire, heures calmes et limites en vigueur ici',
  },
  options: [
    {
      name: 'zone',
      nameInFrench: 'fuseau',
      description: { en: 'Such as Europe/Paris', fr: 'Par exemple Europe/Paris' },
      kind: 'word',
      isRequired: false,
    },
    {
      name: 'quiet',
      nameInFrench: 'calme',
      description: {
        en: 'Quiet hours, such as 22:00-07:00, or off',
        fr: 'Heures calmes, par exemple 22:00-07:00, ou non',
      },
      kind: 'word',
      isRequired: false,
    },
    {
      name: 'cards',
      nameInFrench: 'fiches',
      description: { en: 'New cards an hour, at most', fr: 'Nouvelles fiches par heure, au plus' },
      kind: 'number',
      isRequired: false,
    },
    {
      name: 'pings',
      nameInFrench: 'mentions',
      description: { en: 'Mentions an hour, at most', fr: 'Mentions par heure, au plus' },
      kind: 'number',
      isRequired: false,
    },
    {
      name: 'pings-a-day',
      nameInFrench: 'mentions-par-jour',
      description: { en: 'Mentions a day, at most', fr: 'Mentions par jour, au plus' },
      kind: 'number',
      isRequired: false,
    },
    {
      name: 'looking',
      nameInFrench: 'consulter',
      description: {
        en: 'Who may look things up in this workspace',
        fr: 'Qui peut consulter dans cet espace',
      },
      kind: 'word',
      isRequired: false,
      choices: LOOKING_CHOICES,
    },
    {
      name: 'manager',
      nameInFrench: 'gestion',
      description: {
        en: 'One more role or user group that manages watches; off: none',
        fr: 'Un rôle ou un groupe de plus qui gère les veilles ; non : aucun',
      },
      kind: 'group',
      isRequired: false,
    },
    {
      name: 'manager-no-more',
      nameInFrench: 'gestion-retirée',
      description: {
        en: 'A role or user group that manages watches no more',
        fr: 'Un rôle ou un groupe qui ne gère plus les veilles',
      },
      kind: 'group',
      isRequired: false,
    },
    {
      name: 'no-manager',
      nameInFrench: 'sans-gestion',
      description: {
        en: 'Only those whom the platform lets manage watches',
        fr: 'Seuls ceux que la plateforme laisse faire gèrent les veilles',
      },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const { when, language } = await wordsFor(ask, desk);
    const policyWords = policyWordsIn(language);
    const before = await effective(ask, desk);
    const policyBefore = await policyIn(ask.channel.workspace, desk);
    const asked = Object.keys(ask.options);
    if (asked.length === 0)
      return {
        kind: 'answer',
        lines: [when.settings(ask.channel.name, before), policyWords.policy(policyBefore)],
      };
    const policy = readPolicy(ask, policyBefore);
    switch (policy.kind) {
      case 'no-looking':
        return { kind: 'refused', lines: [policyWords.noSuchLooking(policy.typed)], option: 'looking' };
      case 'no-group':
        return { kind: 'refused', lines: [policyWords.noSuchGroup(policy.typed)], option: policy.option };
      case 'too-many':
        return { kind: 'refused', lines: [policyWords.tooManyGroups(policy.before)], option: 'manager' };
      case 'policy':
        break;
    }
    const change = readChange(ask.options);
    switch (change.kind) {
      case 'no-zone':
        return { kind: 'refused', lines: [when.noSuchZone(change.typed)], option: 'zone' };
      case 'no-hours':
        return { kind: 'refused', lines: [when.noSuchHours(change.typed)], option: 'quiet' };
      case 'no-budget':
        return { kind: 'refused', lines: [when.noSuchBudget(change.typed)], option: change.option };
      case 'change':
        return save({ settings: change.settings, policy: policy.wanted }, before, ask, desk);
    }
  },
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const { zone, quiet, cardsAnHour, pingsAnHour, pingsADay } = await effective(ask, desk);
    const values = {
      zone,
      quiet: quiet === undefined ? 'off' : `${quiet.from}-${quiet.to}`,
      cards: String(cardsAnHour),
      pings: String(pingsAnHour),
      'pings-a-day': String(pingsADay),
    };
    const title = wordingIn({ en: 'Settings', fr: 'Réglages' }, language);
    return formOf(adminSettings, { title, fields: Object.keys(values), values }, language);
  },
};

const effective = async ({ channel }: Ask, { ledger }: Desk) =>
  settingsOf(channel.id, await ledger.workspaces.find(channel.workspace), ledger.subscriptions);

/** What to change; `quiet: undefined` turns quiet hours off. */
type Wanted = Partial<Omit<ChannelSettings, 'quiet'>> & {
  readonly quiet?: ChannelSettings['quiet'] | undefined;
};

type Change =
  | { readonly kind: 'change'; readonly settings: Wanted }
  | { readonly kind: 'no-zone' | 'no-hours'; readonly typed: string }
  | { readonly kind: 'no-budget'; readonly typed: string; readonly option: string };

/** The options that say how many at most, and what each is kept as. */
const BUDGETS = { cards: 'cardsAnHour', pings: 'pingsAnHour', 'pings-a-day': 'pingsADay' } as const;

function readChange(options: Ask['options']): Change {
  const { zone, quiet } = options;
  if (zone !== undefined && !isZone(zone)) return { kind: 'no-zone', typed: zone };
  const hours = quiet === undefined ? 'as-before' : readHours(quiet);
  if (hours === undefined) return { kind: 'no-hours', typed: quiet ?? '' };
  const numbers: [string, number][] = [];
  for (const [option, name] of Object.entries(BUDGETS)) {
    const typed = options[option];
    if (typed === undefined) continue;
    if (!isNumber(typed, option === 'cards' ? 1 : 0)) return { kind: 'no-budget', typed, option };
    numbers.push([name, Number(typed)]);
  }
  return {
    kind: 'change',
    settings: {
      ...Object.fromEntries(numbers),
      ...(zone !== undefined && { zone }),
      ...(hours !== 'as-before' && { quiet: hours === 'off' ? undefined : hours }),
    },
  };
}

const isNumber = (typed: string, least: number): boolean =>
  /^\d{1,2}$/.test(typed) && Number(typed) >= least && Number(typed) <= MOST;

function readHours(typed: string): { readonly from: string; readonly to: string } | 'off' | undefined {
  if (['off', 'non', 'no'].includes(typed.toLowerCase())) return 'off';
  const [first = '', second = '', ...more] = typed.split(/[-–]/);
  const from = hourOf(first);
  const to = hourOf(second);
  return more.length > 0 || from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** What is to change of a channel, and of who may do what in its workspace. */
type WantedAll = { readonly settings: Wanted; readonly policy: Partial<Policy> };

async function save(
  { settings, policy }: WantedAll,
  before: ChannelSettings & { readonly zone: string },
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const { when, language } = await wordsFor(ask, desk);
  const isOfChannel = Object.keys(settings).length > 0;
  const isOfWorkspace = Object.keys(policy).length > 0;
  const here = await zoneHere(ask, desk);
  const setsHours = settings.quiet !== undefined && settings.zone === undefined;
  // Before the change, which is taken back to what stands then.
  const settled = setsHours ? await settleZone(here, OF_SETTINGS, ask, desk) : undefined;
  const made = await makeChange('readout-admin settings', ask, desk, async (stores, now) => ({
    result: undefined,
    detail: Object.entries(ask.options)
      .map(([name, typed]) => `${name}:${typed}`)
      .join(' '),
    inverse: {
      kind: 'all',
      of: [
        ...(isOfWorkspace ? [await keepPolicy(policy, ask, stores)] : []),
        ...(isOfChannel ? [await keepSettings(settings, ask, stores, now)] : []),
      ],
    },
    ...(!isOfWorkspace && { opposite: `readout-admin settings ${typedAs(before)}` }),
  }));
  return {
    kind: 'done',
    lines: [
      ...(isOfChannel ? [when.settings(ask.channel.name, await effective(ask, desk))] : []),
      ...(isOfWorkspace ? [policyWordsIn(language).policy(await policyIn(ask.channel.workspace, desk))] : []),
      ...(settled?.lines ?? []),
    ],
    actions: [...(settled?.actions ?? []), ...(made?.undo ?? [])],
  };
}

async function keepSettings(
  wanted: Wanted,
  { channel }: Ask,
  { subscriptions, deliveries }: Stores,
  now: Date,
): Promise<Inverse> {
  const known = (await subscriptions.findSettings(channel.id)) ?? calmSettings(channel.id);
  const { quiet, ...changed } = { ...known, ...wanted };
  await subscriptions.saveSettings({ ...changed, ...(quiet !== undefined && { quiet }) });
  if (changed.zone !== known.zone) await beginDigestsAnew(channel.id, subscriptions, now);
  await decideAnew(channel.id, deliveries, now);
  const after = (await subscriptions.findSettings(channel.id)) ?? calmSettings(channel.id);
  return { kind: 'settings', before: known, after };
}

const typedAs = ({ zone, quiet, cardsAnHour, pingsAnHour, pingsADay }: ChannelSettings): string =>
  [
    `zone:${zone}`,
    `quiet:${quiet === undefined ? 'off' : `${quiet.from}-${quiet.to}`}`,
    `cards:${cardsAnHour}`,
    `pings:${pingsAnHour}`,
    `pings-a-day:${pingsADay}`,
  ].join(' ');

/** In another zone the same hour comes at another time: none is owed that has come by now. */
async function beginDigestsAnew(
  channel: ChannelId,
  subscriptions: SubscriptionStore,
  now: Date,
): Promise<void> {
  for (const watch of await subscriptions.listByChannel(channel)) {
    if (watch.digest !== undefined) await subscriptions.update({ ...watch, digestSince: now.toISOString() });
  }
}
