import { memoise } from './memoise.ts';

/** Cyrillic and Greek letters, each before the Latin ones that romanisations write for it; signs have none. */
const LATIN = lettersOf([
  'а a, б b, в v, г g, ґ g, д d, е e, є e, ж zh, з z, и i, і i, ї i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t',
  'у u, ў v, ф f, х kh, ц ts, ч ch, ш sh, щ sh, ъ, ы i, ь, э e, ю iu, я ia, ђ dj, ѓ g, ј i, љ l, њ n, ћ ch, ќ k, џ dzh',
  'α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ ks, ο o, π p, ρ r, σ s, ς s, τ t, υ i, φ f',
  'χ kh, ψ ps, ω o',
]);

/** Spellings that romanisations of one sound differ in; each is tried in turn. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/s(?:hch|ch|h|z)|ts?ch|c[hz]|zh|[zs]/g, 's'],
  [/th/g, 't'],
  [/kh/g, 'h'],
  [/t[sz]|ck|[cqk]/g, 'k'],
  [/x/g, 'ks'],
  [/ph|[wf]/g, 'v'],
  [/[jy]/g, 'i'],
  [/i+e/g, 'e'],
  [/(.)\1+/g, '$1'],
  [/[aeiou]+$/g, ''],
];

/** How many letters a name must have to be known by its sound: shorter ones sound like many others. */
const SHORTEST = 5;

/**
 * How a name sounds, roughly, whatever script it is written in: «Подебрады» and "Podebrady" sound alike, so do «Домодедово»
 * and "Domodedovo". Without its last vowels, which cases change. Only for Latin, Cyrillic and Greek letters, where vowels
 * are written; `undefined` for others and for short names.
 */
export const soundOf: (folded: string) => string | undefined = (folded) => known(folded) || undefined;

const known = memoise((folded: string): string => {
  const latin = folded.replace(/[^a-z]/gu, (letter) => LATIN.get(letter) ?? letter);
  if (folded.length < SHORTEST || !/^[a-z]+$/.test(latin)) return '';
  const sound = SAME_SOUND.reduce((text, [spelling, same]) => text.replace(spelling, same), latin);
  return sound.length >= SHORTEST - 1 ? sound : '';
}, 20_000);

function lettersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines
      .flatMap((line) => line.split(', '))
      .map((pair): [string, string] => {
        const [letter = '', latin = ''] = pair.split(' ');
        return [letter, latin];
      }),
  );
}
