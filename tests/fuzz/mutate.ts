import type { Dice } from '../bench/dice.ts';

/** What breaks readers: marks of XML and JSON, references out of range, names of the language, charsets that are not so. */
const TOKENS = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<item>',
  '</item>',
  '<entry>',
  '<title type="xhtml">',
  '</title>',
  '<__proto__>',
  '<constructor/>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>',
  '<!ENTITY b "&a;&a;&a;&a;">',
  '&a;',
  '&b;',
  '&',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&nbsp;',
  '&lt;script&gt;',
  '<script>x()</script>',
  ' xmlns:a="http://www.w3.org/2005/Atom"',
  ' xml:base="javascript:x()"',
  ' onclick="x()"',
  '<a href="javascript:x()">',
  'javascript:',
  '<?xml version="1.0" encoding="utf-16"?>',
  'encoding="gb18030"',
  '"',
  "'",
  '<',
  '>',
  '{',
  '}',
  '[',
  '\\',
  '\u0000',
  '\ufeff',
  '\u202e',
  '99999999999999999999',
  '-1',
  '2026-02-31T99:99:99+99:99',
].map((token) => new TextEncoder().encode(token));
const MOST_CHANGES = 4;
const MOST_REPETITIONS = 2_000;
const LONGEST_MUTANT = 900 * 1024;

type Change = (bytes: Uint8Array, dice: Dice, others: readonly Uint8Array[]) => Uint8Array;

const CHANGES: readonly Change[] = [
  function flipByte(bytes, dice) {
    const changed = bytes.slice();
    changed[dice.below(bytes.length)] = dice.below(256);
    return changed;
  },
  function insertToken(bytes, dice) {
    const at = dice.below(bytes.length);
    return joined(bytes.subarray(0, at), dice.pick(TOKENS), bytes.subarray(at));
  },
  function leaveOut(bytes, dice) {
    const [start, end] = rangeIn(bytes, dice);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  function cutOff(bytes, dice) {
    return bytes.slice(0, dice.below(bytes.length));
  },
  function repeatToken(bytes, dice) {
    const at = dice.below(bytes.length);
    const token = dice.pick(TOKENS);
    const repeated = Array.from({ length: dice.below(MOST_REPETITIONS) }, () => token);
    return joined(bytes.subarray(0, at), ...repeated, bytes.subarray(at));
  },
  function repeatRange(bytes, dice) {
    const [start, end] = rangeIn(bytes, dice);
    const repeated = Array.from({ length: dice.below(50) }, () => bytes.subarray(start, end));
    return joined(bytes.subarray(0, end), ...repeated, bytes.subarray(end));
  },
  function graft(bytes, dice, others) {
    const other = dice.pick(others);
    const [start, end] = rangeIn(other, dice);
    const at = dice.below(bytes.length);
    return joined(bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(at));
  },
];

/** A document changed in one to four places, in ways that documents break, or are broken; never above 900 kB. */
export function mutate(bytes: Uint8Array, dice: Dice, others: readonly Uint8Array[]): Uint8Array {
  let mutant = bytes;
  for (let change = dice.below(MOST_CHANGES); change >= 0; change -= 1) {
    mutant = dice.pick(CHANGES)(mutant, dice, others).subarray(0, LONGEST_MUTANT);
  }
  return mutant;
}

function rangeIn(bytes: Uint8Array, dice: Dice): readonly [start: number, end: number] {
  const start = dice.below(bytes.length);
  return [start, start + dice.below(bytes.length - start)];
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
