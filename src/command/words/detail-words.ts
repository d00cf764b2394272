/** What is kept of a change beside names and options, in English, and how French readers read it. */
const IN_FRENCH: readonly (readonly [RegExp, string])[] = [
  [/^all(?= until \d{4}-|$)/u, 'tous'],
  [/ until (?=\d{4}-\d{2}-\d{2}T\S+$)/u, ' jusque:'],
  [/: off$/u, ' : non'],
  [/: to another channel$/u, ' : vers un autre salon'],
  [/: from another channel$/u, ' : depuis un autre salon'],
  [/^(incertain:\S+) everywhere$/u, '$1 partout'],
  [/^replay (?=\S+$)/u, 'renvoyer '],
  [/^drop (?=\S+$)/u, 'écarter '],
];

/** What a change was about, in this language. */
export const detailIn = (detail: string, language: string): string =>
  language === 'fr'
    ? IN_FRENCH.reduce((told, [english, french]) => told.replace(english, french), detail)
    : detail;
