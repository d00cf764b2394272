import type { Cue, Grammar } from './find-cues.ts';
import type { FrameDraft } from './frame-draft.ts';
import type { Token } from './sentence-tokens.ts';
import { type Phrase, phraseAfter, phraseBefore } from './speaker-phrase.ts';

const QUOTED = 'quoted';
/** Tokens between "quoted" and "as saying". */
const LONGEST_QUOTED = 14;

/**
 * "The Courier quoted X as saying …", "X was quoted as saying …": X says it when a newspaper printed it; whether the
 * `quoter` is one is for those to say who know the name. `cue` is the "saying"; undefined where it is no such frame.
 * English alone has it.
 */
export function quotedAs(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  if (tokens[cue.from]?.lower !== 'saying' || tokens[cue.from - 1]?.lower !== 'as') return undefined;
  const floor = Math.max(0, cue.from - LONGEST_QUOTED);
  const quoted = tokens.slice(floor, cue.from).findLastIndex(({ lower }) => lower === QUOTED) + floor;
  if (tokens[quoted]?.lower !== QUOTED) return undefined;

  const isPassive = grammar.words.unsaid.has(tokens[quoted - 1]?.lower ?? '');
  const source = isPassive
    ? phraseBefore(tokens, quoted - 1, 0, grammar)
    : phraseAfter(tokens, quoted + 1, grammar);
  if (!source) return undefined;
  const to = Math.min(source.to, cue.from - 1);
  const kind = tokens[cue.to] === undefined || tokens[cue.to]?.kind === 'mark' ? 'trailing' : 'leading';
  const isColon = tokens[cue.to]?.lower === ':' || tokens[cue.to + 1]?.kind === 'quotation';
  const opening = isPassive ? source.edge : openingOf(tokens, quoted);
  const quoter = isPassive
    ? printerBehind(tokens, { from: quoted + 1, to: cue.from - 1 }, grammar)
    : phraseBefore(tokens, quoted, 0, grammar);
  return {
    kind: isColon ? 'leading' : kind,
    cue,
    source: { ...source, to },
    edge: opening,
    end: cue.to,
    isInherited: false,
    ...(quoter && { quoter }),
  };
}

/** "was quoted by the Courier as saying" */
function printerBehind(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  grammar: Grammar,
): Phrase | undefined {
  const by = tokens.findIndex(({ lower }, at) => at >= from && at < to && lower === 'by');
  const printer = by < 0 ? undefined : phraseAfter(tokens, by + 1, grammar);
  return printer && { ...printer, to: Math.min(printer.to, to) };
}

/** The comma behind which "the Courier quoted" begins; the sentence where there is none. */
function openingOf(tokens: readonly Token[], quoted: number): number {
  const before = tokens.slice(0, quoted).findLastIndex(({ kind }) => kind !== 'word');
  return before < 0 ? 0 : tokens[before]?.kind === 'quotation' ? before + 1 : before;
}
