/** The writing systems that tell languages apart here; everything else counts as Latin. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'han' | 'kana';

/** Where letters of each script begin and end in Unicode, as far as texts of today use them. */
const RANGES: readonly (readonly [script: Script, first: number, last: number])[] = [
  ['latin', 0x41, 0x5a],
  ['latin', 0x61, 0x7a],
  ['latin', 0xc0, 0x24f],
  ['latin', 0x1e00, 0x1eff],
  ['cyrillic', 0x400, 0x52f],
  ['arabic', 0x620, 0x6ff],
  ['arabic', 0x750, 0x77f],
  ['arabic', 0xfb50, 0xfdff],
  ['arabic', 0xfe70, 0xfefc],
  ['kana', 0x3041, 0x30ff],
  ['kana', 0xff66, 0xff9d],
  ['han', 0x3400, 0x9fff],
  ['han', 0xf900, 0xfaff],
  ['han', 0xd840, 0xd888],
];
/** More tell nothing new. */
const SAMPLE_LENGTH = 2_000;

const SCRIPTS: readonly Script[] = ['latin', 'cyrillic', 'arabic', 'han', 'kana'];
/** No letter of any of them. */
const NONE = SCRIPTS.length;

/** For each code unit the place of its script in `SCRIPTS`: asked for every letter of every sentence. */
const scriptAt = new Uint8Array(0x1_00_00).fill(NONE);
for (const [script, first, last] of RANGES) scriptAt.fill(SCRIPTS.indexOf(script), first, last + 1);

/** The script that most letters of a text are written in; kana wins over Han, since Japanese mixes both. */
export function scriptOf(text: string): Script {
  const found = new Uint16Array(SCRIPTS.length + 1);
  const length = Math.min(text.length, SAMPLE_LENGTH);
  for (let at = 0; at < length; at += 1) {
    const place = scriptAt[text.charCodeAt(at)] ?? NONE;
    found[place] = (found[place] ?? 0) + 1;
  }
  const [latin = 0, cyrillic = 0, arabic = 0, chinese = 0, kana = 0] = found;
  // A Han character says about as much as three letters.
  const han = 3 * (chinese + kana);
  const most = Math.max(latin, han, cyrillic, arabic);
  if (most === latin) return 'latin';
  if (most === cyrillic) return 'cyrillic';
  if (most === arabic) return 'arabic';
  return kana > 0 ? 'kana' : 'han';
}
