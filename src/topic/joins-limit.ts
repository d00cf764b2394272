import type { QueryToken } from '#topic/lex-query.ts';

/** The first OR or near that would join something to leave out or a restriction: neither can be chosen or be near. */
export function joinsLimit(tokens: readonly QueryToken[]): QueryToken | undefined {
  return tokens.find(
    ({ kind }, at) =>
      (kind === 'or' || kind === 'near') &&
      (holdsLimit(before(tokens, at)) || holdsLimit(behind(tokens, at))),
  );
}

const holdsLimit = (operand: readonly QueryToken[]): boolean =>
  operand.some(({ kind }) => kind === 'minus' || kind === 'restriction');

/** The word or group before the operator, with the minus that leaves it out. */
function before(tokens: readonly QueryToken[], operator: number): readonly QueryToken[] {
  if (tokens[operator - 1]?.kind === 'open') return [];
  let depth = 0;
  let at = operator - 1;
  for (; at > 0; at -= 1) {
    if (tokens[at]?.kind === 'close') depth += 1;
    if (tokens[at]?.kind === 'open') depth -= 1;
    if (depth <= 0) break;
  }
  const isLeftOut = tokens[at - 1]?.kind === 'minus';
  return tokens.slice(isLeftOut ? at - 1 : Math.max(0, at), operator);
}

function behind(tokens: readonly QueryToken[], operator: number): readonly QueryToken[] {
  let depth = 0;
  let at = operator + 1;
  for (; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === 'open') depth += 1;
    if (tokens[at]?.kind === 'close') depth -= 1;
    if (depth <= 0) break;
  }
  return tokens.slice(operator + 1, at + 1);
}
