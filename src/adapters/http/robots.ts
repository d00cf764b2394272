/** Whether a page may be asked for: its path with its query, as the address has it. */
export type RobotsRules = { readonly permits: (path: string) => boolean };

type Rule = { readonly isAllowed: boolean; readonly pattern: string };
type Group = { readonly agents: readonly string[]; readonly rules: readonly Rule[] };

/** No address that we read is longer, and a rule that is says nothing about any. */
const LONGEST_VALUE = 2_048;

/** Where nothing is ruled. */
export const EVERYTHING: RobotsRules = { permits: () => true };

/**
 * Reads a robots.txt for one product, such as `Readout`, as RFC 9309 says: groups that name the product count together,
 * else those for all; the longest rule that fits decides, and permission wins over refusal of the same length.
 */
export function readRobots(text: string, product: string): RobotsRules {
  const groups = groupsIn(text);
  const naming = (agent: string) => groups.filter(({ agents }) => agents.includes(agent));
  const own = naming(product.toLowerCase());
  const rules = (own.length > 0 ? own : naming('*')).flatMap((group) => group.rules);
  return { permits: (path) => decide(normalise(path), rules) };
}

function groupsIn(text: string): readonly Group[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const { key, value } = fieldIn(line);
    if (value.length > LONGEST_VALUE) continue;
    const current = groups.at(-1);
    switch (key) {
      case 'user-agent':
        if (current !== undefined && current.rules.length === 0) current.agents.push(tokenOf(value));
        else groups.push({ agents: [tokenOf(value)], rules: [] });
        break;
      case 'allow':
      case 'disallow':
        current?.rules.push({ isAllowed: key === 'allow', pattern: normalise(value) });
    }
  }
  return groups;
}

/** Without the comment. One look at each character: who writes the file must not decide how long it takes to read. */
function fieldIn(line: string): { readonly key: string; readonly value: string } {
  const [said = ''] = line.split('#', 1);
  const colon = said.indexOf(':');
  return { key: said.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
}

/** A version after the product's name says nothing about whom is meant (RFC 9309, 2.2.1). */
const tokenOf = (value: string): string =>
  (value.startsWith('*') ? '*' : (/^[\w-]+/.exec(value)?.[0] ?? '')).toLowerCase();

function decide(path: string, rules: readonly Rule[]): boolean {
  if (path === '/robots.txt') return true;
  let best: Rule = { isAllowed: true, pattern: '' };
  for (const rule of rules) {
    const { length } = rule.pattern;
    const isStronger = length > best.pattern.length || (length === best.pattern.length && rule.isAllowed);
    if (length > 0 && isStronger && fits(path, rule.pattern)) best = rule;
  }
  return best.isAllowed;
}

/** `*` stands for anything, `$` for the end. Each part is looked for once, so that no pattern takes long. */
function fits(path: string, pattern: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;

  let at = first.length;
  for (const [index, part] of others.entries()) {
    if (isWhole && index === others.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}

/** One spelling for each path: what need not be escaped is not, and the rest is in capitals (RFC 9309, 2.2.2). */
function normalise(path: string): string {
  const escaped = path.replace(/[^\x21-\x7e]/gu, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
      '',
    ),
  );
  return escaped.replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
}
