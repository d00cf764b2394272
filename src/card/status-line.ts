import type { Tone } from '#card/card.ts';
import type { CardWords } from '#card/card-words.ts';
import type { Composing } from '#card/composing.ts';
import { decidedWords } from '#card/decided-words.ts';
import { originNames } from '#card/origin-names.ts';
import type { Phrase } from '#card/phrase.ts';
import { inOneLine, source, text, time } from '#card/phrase-of.ts';
import { quotedWords, voiceOf } from '#card/quote-of.ts';
import { nameOfOutlet } from '#card/source-name.ts';
import type { Correction, SideAccount, StoryStatus } from '#story/story.ts';

/** One colour per status, never per country. */
export function toneOf(status: StoryStatus): Tone {
  switch (status.kind) {
    case 'reported':
    case 'announced':
    case 'one-side':
      return 'grey';
    case 'both-sides':
      return 'blue';
    case 'denied':
    case 'corrected':
    case 'vanished':
      return 'amber';
    case 'withdrawn':
      return 'red';
  }
}

/** The status in capitals, by the fixed words, and what it means here. */
export function statusLine(composing: Composing): Phrase {
  const { account, words, nameOf } = composing;
  const { status } = account;
  switch (status.kind) {
    case 'reported':
      return [strong(words.reported(status.origins.length)), ...inBrackets(originNames(composing))];
    case 'announced':
      return inOneLine([announcedWords(words, status.for), heardWords(composing)]);
    case 'one-side':
      return inOneLine([[strong(words.oneSide)], heardWords(composing)]);
    case 'both-sides':
      return inOneLine([
        [strong(spokenWords(composing, status.spoke.length))],
        ...spokenTimes(composing, status),
        // Both may have spoken of what is still to come.
        ...(account.announcement ? [announcedWords(words, account.announcement.for)] : []),
      ]);
    case 'denied':
      return [
        strong(words.deniedBy(nameOf(status.by))),
        text(' '),
        time(status.at),
        text(' '),
        source(composing.numberOf(status.article)),
      ];
    case 'corrected':
      return inOneLine([
        [strong(`${words.corrected} `), time(status.at)],
        correctionTold(status.correction, composing),
      ]);
    case 'vanished':
      return [
        strong(words.vanished),
        text(' '),
        ...words.vanishedSince(
          nameOfOutlet(status.outlet, composing),
          status.since,
          status.answered === undefined ? '' : ` (${status.answered})`,
        ),
      ];
    case 'withdrawn':
      return withdrawnLine(composing, status);
  }
}

const strong = (words: string) => text(words, 'strong');

const inBrackets = (listed: readonly string[]): Phrase =>
  listed.length === 0 ? [] : [text(` (${listed.join(', ')})`)];

const announcedWords = ({ announced, announcedFor }: CardWords, day: string | undefined): Phrase =>
  day === undefined ? [strong(announced)] : [...announcedFor, time(day, 'date')];

const isHeard = ({ spokeAt }: SideAccount): boolean => spokeAt !== undefined;

/** Who has spoken and who has not, where some have and some have not. */
function heardWords({ account, words, nameOf }: Composing): Phrase {
  const [spoke] = account.sides.filter(isHeard);
  const silent = account.sides.filter((side) => !isHeard(side));
  if (!spoke || silent.length === 0) return [];
  return [
    text(
      words.hasSpoken(
        nameOf(spoke.side),
        silent.map(({ side }) => nameOf(side)),
      ),
    ),
  ];
}

function spokenWords({ account, words }: Composing, spoke: number): string {
  const sides = account.sides.length;
  return sides === 2 ? words.bothSides : words.severalSides(spoke, sides);
}

/** Each side by its own text and when that came, where there is one; else by when it was first quoted. */
function spokenTimes(
  composing: Composing,
  status: Extract<StoryStatus, { kind: 'both-sides' }>,
): readonly Phrase[] {
  return status.spoke
    .map(({ side, at }) => {
      const account = composing.account.sides.find((one) => one.side === side);
      const name = account ? voiceOf(account, composing) : composing.nameOf(side);
      return { name, at: account?.ownTextAt ?? at };
    })
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .map(({ name, at }) => [text(`${name} `), time(at)]);
}

function correctionTold(correction: Correction, composing: Composing): Phrase {
  const { words, numberOf, nameOf, outletOf, statementOf } = composing;
  if ('by' in correction) return words.decided({ ...decidedWords(correction, composing), more: 0 });
  const statement = statementOf(correction.statement);
  return words.hadGiven({
    outlet: statement === undefined ? '…' : nameOfOutlet(statement.outlet, composing),
    words: statement ? quotedWords(statement, composing) : words.aQuotation,
    to: nameOf(correction.side),
    owner: outletOf(correction.foundIn)?.name ?? nameOf(correction.belongsTo),
    number: numberOf(correction.foundIn),
  });
}

function withdrawnLine(composing: Composing, status: Extract<StoryStatus, { kind: 'withdrawn' }>): Phrase {
  const { account, words, nameOf, numberOf } = composing;
  const outlet = nameOfOutlet(status.by, composing);
  const { denial } = account;
  const isAlone = account.origins.every((origin) => origin.kind !== 'side' && origin.outlet === status.by);
  return inOneLine([
    [strong(words.withdrawnBy(outlet)), text(' '), time(status.at)],
    denial ? words.deniedHere(nameOf(denial.by), denial.at, numberOf(denial.article)) : [],
    isAlone ? [text(words.noOtherOrigin)] : [],
  ]);
}
