import { MINUTE_MS } from '#kernel/clock.ts';

/** What a zone's name means. `isSure` is false where nobody knows the name, or where it means several zones. */
export type NamedZone = { readonly offsetMinutes: number; readonly isSure: boolean };

/** Zones that feeds name, in minutes east of UTC. */
const OFFSET_MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    EST: -300,
    EDT: -240,
    ET: -300,
    CST: -360,
    CDT: -300,
    CT: -360,
    MST: -420,
    MDT: -360,
    MT: -420,
    PST: -480,
    PDT: -420,
    PT: -480,
    AST: -240,
    ADT: -180,
    AT: -240,
    AKST: -540,
    AKDT: -480,
    HST: -600,
    WET: 0,
    WEST: 60,
    BST: 60,
    CET: 60,
    CEST: 120,
    MET: 60,
    MEST: 120,
    MEZ: 60,
    MESZ: 120,
    EET: 120,
    EEST: 180,
    MSK: 180,
    MSD: 240,
    TRT: 180,
    PKT: 300,
    JST: 540,
    KST: 540,
    SGT: 480,
    HKT: 480,
    AEST: 600,
    AEDT: 660,
    ACST: 570,
    ACDT: 630,
    AWST: 480,
    NZST: 720,
    NZDT: 780,
    BRT: -180,
    COT: -300,
    PET: -300,
    VET: -240,
    WAT: 60,
    CAT: 120,
    SAST: 120,
    EAT: 180,
    IRST: 210,
    IRDT: 270,
    AZT: 240,
    SAMT: 240,
    AFT: 270,
    UZT: 300,
    YEKT: 300,
    NPT: 345,
    MMT: 390,
    OMST: 360,
    NOVT: 420,
    KRAT: 420,
    ICT: 420,
    WIB: 420,
    WITA: 480,
    PHT: 480,
    IRKT: 480,
    WIT: 540,
    YAKT: 540,
    VLAT: 600,
    МСК: 180,
  }),
);

/** Also the names of zones in China and Arabia, and of summer in Bangladesh: read as where most feeds mean them. */
const SEVERAL_MEANINGS = new Set(['CST', 'AST', 'BST']);

/**
 * The zone that a name means: one of the abbreviations that feeds write, or one of the IANA's names at that moment of its
 * own clock. No name is UTC, surely; one that nobody knows counts as UTC (RFC 2822, 4.3), and so does one with more than
 * one meaning and none that is usual (IST, GST).
 */
export function namedZone(name: string, clockMs: number): NamedZone {
  if (name === '') return { offsetMinutes: 0, isSure: true };
  const abbreviated = name.toUpperCase();
  const known = OFFSET_MINUTES.get(abbreviated);
  if (known !== undefined) return { offsetMinutes: known, isSure: !SEVERAL_MEANINGS.has(abbreviated) };
  const offsetMinutes = name.includes('/') ? offsetOfPlace(name, clockMs) : undefined;
  return { offsetMinutes: offsetMinutes ?? 0, isSure: offsetMinutes !== undefined };
}

/** Looked up twice: near a change of clocks the first look is at the wrong side of it. */
function offsetOfPlace(timeZone: string, clockMs: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const first = offsetAt(format, clockMs);
    return offsetAt(format, clockMs - first * MINUTE_MS);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
