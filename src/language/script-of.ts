/** The writing systems that tell languages apart here; everything else counts as Latin. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'han' | 'kana';

/** The script that most letters of a text are written in; kana wins over Han, since Japanese mixes both. */
export function scriptOf(text: string): Script {
  const sample = text.slice(0, 2_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  // A Han character says about as much as three letters.
  const han = 3 * (count(/\p{Script=Han}/gu) + kana);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const arabic = count(/\p{Script=Arabic}/gu);
  const most = Math.max(latin, han, cyrillic, arabic);
  if (most === latin) return 'latin';
  if (most === cyrillic) return 'cyrillic';
  if (most === arabic) return 'arabic';
  return kana > 0 ? 'kana' : 'han';
}
