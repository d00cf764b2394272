/** The document, its list of items. */
const DEPTH_OF_ITEMS = 2;

/**
 * A cut-off JSON Feed closed behind its last whole item; `undefined` where no item is whole. The list that ends last at
 * the depth of items is taken for theirs: what follows it in a whole document is lost with the rest.
 */
export function wholeItemsOf(text: string): string | undefined {
  let depth = 0;
  let end: number | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (character === '}' && depth === DEPTH_OF_ITEMS) end = index + 1;
  }
  return end === undefined ? undefined : `${text.slice(0, end)}]}`;
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index;
}
