import { foldWord } from '#language/fold-word.ts';

/** Words of a headline over good wishes, congratulations or condolences, in en, fr, ru and uk, on the folded title. */
const COURTESY =
  /(?<![\p{L}\p{M}])(?:greetings to|greets?|congratulat(?:es?|ed|ions|ory)|condolences?|birthday (?:wishes|greetings)|felicit(?:e|ent|ations)|condoleances|v(?:œ|oe)ux (?:a|au|aux|de|du)|поздрав(?:ил|ила|или|ляет|ление|ления)|соболезновани[ея]|приветств(?:ие|енное)|привіта(?:в|ла|ли|ння)|вітає|співчуття)(?![\p{L}\p{M}])/u;

/** Whether a headline is over good wishes: what they recall of visits and meetings is no contact of that day. */
export function isCourtesy(title: string): boolean {
  return COURTESY.test(title.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, foldWord));
}
