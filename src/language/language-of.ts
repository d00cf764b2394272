import type { Detector } from './detector.ts';
import { type Script, scriptOf } from './script-of.ts';

/** Languages that are written in one of these scripts; a declaration that contradicts the script is not believed. */
const WRITTEN_IN: Readonly<Record<Exclude<Script, 'latin'>, readonly string[]>> = {
  cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt', 'uz', 'az', 'ba'],
  arabic: ['ar', 'fa', 'ur', 'ps', 'ku', 'ckb', 'sd', 'ug', 'dv'],
  han: ['zh', 'ja', 'yue', 'wuu', 'ko'],
  kana: ['ja'],
};
const UKRAINIAN = /[іїєґ]/iu;
const BELARUSIAN = /ў/iu;
const PERSIAN = /[پچژگ]/u;

/**
 * The language of a text as a primary subtag: what its feed declares, unless the script says otherwise; then what
 * the script alone tells; then the detector's guess.
 */
export function languageOf(text: string, declared: string | undefined, detect: Detector): string | undefined {
  const script = scriptOf(text);
  const said = declared?.trim().toLowerCase().split(/[-_]/)[0];
  if (said && /^[a-z]{2,3}$/.test(said) && said !== 'und' && isWrittenIn(said, script)) return said;
  switch (script) {
    case 'kana':
      return 'ja';
    case 'han':
      return 'zh';
    case 'cyrillic':
      return BELARUSIAN.test(text) ? 'be' : UKRAINIAN.test(text) ? 'uk' : trusted(detect(text), script, 'ru');
    case 'arabic':
      return trusted(detect(text), script, PERSIAN.test(text) ? 'fa' : 'ar');
    case 'latin':
      return detect(text);
  }
}

function isWrittenIn(language: string, script: Script): boolean {
  if (script !== 'latin') return WRITTEN_IN[script].includes(language);
  return !['ru', 'uk', 'bg', 'ar', 'fa', 'zh', 'ja'].includes(language);
}

function trusted(guess: string | undefined, script: Exclude<Script, 'latin'>, otherwise: string): string {
  return guess && WRITTEN_IN[script].includes(guess) ? guess : otherwise;
}
