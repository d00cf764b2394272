import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import { asTyped } from '#command/as-typed.ts';
import type { Ask, Desk } from '#command/command.ts';
import type { ZoneHere } from '#command/watch/zone-here.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { zoneWordsIn } from '#command/words/zone-words.ts';
import { calmSettings } from '#subscription/channel-settings.ts';

/** What is said of a channel's zone when its first hours are set, and what answers it. */
export type ZoneSettled = { readonly lines: readonly Phrase[]; readonly actions: readonly Action[] };

/** A command that takes the zone, and the form of it. */
export type ZoneAnswers = { readonly with: (zone: string) => string; readonly form: string };

/** For whoever sets the hours of a watch. */
export const OF_WATCHES: ZoneAnswers = { with: (zone) => `zone ${zone}`, form: 'zone' };
/** For whoever sets those of a channel. */
export const OF_SETTINGS: ZoneAnswers = {
  with: (zone) => `readout-admin settings zone:${zone}`,
  form: 'readout-admin settings',
};

const NOTHING: ZoneSettled = { lines: [], actions: [] };
const MOST_SUGGESTED = 3;
/** Where many live who read a language; their own zone, where their platform tells it, comes first. */
const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
  en: ['Europe/London', 'America/New_York', 'Europe/Paris'],
  fr: ['Europe/Paris', 'Europe/Brussels', 'America/Toronto'],
};

/**
 * Asks once in which zone a channel's hours count, or takes the one of another channel. From then on the channel has a
 * zone, UTC unless somebody answers, so that nobody is asked a second time. To be called where hours are being set.
 */
export async function settleZone(
  here: ZoneHere,
  answers: ZoneAnswers,
  ask: Ask,
  desk: Desk,
): Promise<ZoneSettled> {
  if (here.kind === 'said' || !(await isFirst(here, ask, desk))) return NOTHING;
  const { language } = await wordsFor(ask, desk);
  const words = zoneWordsIn(language);
  const later = asTyped(['readout-admin', ...words.later.split(' ')], '', ask.channel.platform);
  if (here.kind === 'elsewhere') return { lines: [words.asElsewhere(here.zone, later)], actions: [] };
  return {
    lines: [words.asks(here.zone, later)],
    actions: [
      ...suggestedTo(ask, language).map((zone) => ({ label: zone, command: answers.with(zone) })),
      { label: words.another, command: answers.form, opensForm: true },
      { label: words.keep(here.zone), command: answers.with(here.zone) },
    ],
  };
}

/** Of two who set hours at the same moment, one is asked. */
const isFirst = ({ zone }: ZoneHere, { channel }: Ask, { ledger }: Desk): Promise<boolean> =>
  ledger.transaction(async ({ subscriptions }) => {
    const known = (await subscriptions.findSettings(channel.id)) ?? calmSettings(channel.id);
    if (known.zone !== undefined) return false;
    await subscriptions.saveSettings({ ...known, zone });
    return true;
  });

function suggestedTo({ zone }: Ask, language: string): readonly string[] {
  const usual = SUGGESTED[language] ?? SUGGESTED['en'] ?? [];
  return [...new Set([...(zone === undefined ? [] : [zone]), ...usual])].slice(0, MOST_SUGGESTED);
}
