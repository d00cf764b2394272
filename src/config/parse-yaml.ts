import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A text read as YAML. */
export type YamlFile = {
  /** What keeps it from being YAML; nothing else of it counts then. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  readonly value: () => unknown;
  /** The line of the key or entry that a path leads to, as far as the text goes along with it. */
  readonly lineAt: (path: readonly PropertyKey[]) => number | undefined;
};

/** Reads a text as YAML and keeps what tells its lines; of the largest table that takes about half a second. */
export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const faults = [...document.errors.map(toFault), ...strayAliases(document)];
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  return {
    faults: faults.map(({ at, message }) => ({ line: lineOf(at), message })),
    value: (): unknown => document.toJS(),
    lineAt: (path) => {
      const offset = offsetOf(document, path);
      return offset === undefined ? undefined : lineOf(offset);
    },
  };
}

/** Something that keeps a text from being YAML, and the offset it stands at. */
type Fault = { readonly at: number; readonly message: string };

const toFault = ({ pos, message }: YAMLError): Fault => ({
  at: pos[0],
  message: (message.split('\n')[0] ?? message).replace(/[.:]$/, ''),
});

/** A text that starts with an asterisk is an alias to YAML; one that leads nowhere is found only when it is used. */
function strayAliases(document: Document): readonly Fault[] {
  const stray: Fault[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return;
      stray.push({ at: alias.range?.[0] ?? 0, message: `“*${alias.source}” is an alias of nothing` });
    },
  });
  return stray;
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    const found = isMap(node) ? valueUnder(node, step) : isSeq(node) ? entryAt(node, step) : undefined;
    if (!found) break;
    ({ node, offset } = found);
  }
  return offset;
}

type Found = { readonly node: unknown; readonly offset: number | undefined };

function valueUnder(map: YAMLMap, step: PropertyKey): Found | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { node: pair.value, offset: (pair.key as Scalar).range?.[0] };
}

function entryAt(list: YAMLSeq, step: PropertyKey): Found | undefined {
  const entry: unknown = list.items[Number(step)];
  return isNode(entry) ? { node: entry, offset: entry.range?.[0] } : undefined;
}
