import { checkElement, checkImage } from './element-rules.ts';
import type { Fields, Problem, Problems } from './value-rules.ts';
import {
  checkCount,
  checkEach,
  checkFields,
  checkOptionalString,
  checkOptionalText,
  checkString,
  checkText,
  isFields,
  lengthOf,
} from './value-rules.ts';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

type Rule = (block: Fields, pointer: string) => Problems;

/** docs.slack.dev, "Blocks". */
const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/**
 * All texts of a message's blocks together. Documented nowhere: people measured 9,597 accepted and 11,341 refused
 * (slackapi/bolt-js#2867), others 13,200 refused (#2509). The simulator refuses what was once seen refused.
 */
export const MOST_TEXT = 11_340;

/** What Slack's documented limits say against these blocks; `pointer` is where the list stands. */
export function blockProblems(blocks: unknown, surface: Surface, pointer = '/blocks'): readonly Problem[] {
  return [...checkBlocks(blocks, surface, pointer)];
}

/** How long all texts of the blocks are together, in code points. */
export function textLengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + textLengthOf(part), 0);
  if (!isFields(value)) return 0;
  const { text, ...rest } = value;
  const own = typeof text === 'string' ? lengthOf(text) : textLengthOf(text);
  return Object.values(rest).reduce((sum: number, part) => sum + textLengthOf(part), own);
}

function* checkBlocks(blocks: unknown, surface: Surface, pointer: string): Problems {
  yield* checkCount(blocks, pointer, [surface === 'message' ? 0 : 1, MOST_BLOCKS[surface]]);
  yield* checkEach(blocks, pointer, checkBlock);
  yield* checkUnique(blocks, pointer);
  yield* checkMarkdownTotal(blocks, pointer);
}

function* checkBlock(block: unknown, pointer: string): Problems {
  const type = isFields(block) ? block['type'] : undefined;
  const rule = typeof type === 'string' ? RULES[type] : undefined;
  if (!isFields(block) || rule === undefined) {
    yield { pointer, message: `unsupported type: ${String(type)}` };
    return;
  }
  yield* checkOptionalString(block['block_id'], `${pointer}/block_id`, 255);
  yield* rule(block, pointer);
}

/** The blocks whose rules are known here; any other type is refused, so that nothing passes unchecked. */
const RULES: Readonly<Record<string, Rule>> = {
  *header(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'text']);
    yield* checkText(block['text'], `${pointer}/text`, { max: 150, isPlain: true });
  },
  *section(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'text', 'fields', 'accessory', 'expand']);
    if (block['text'] === undefined && block['fields'] === undefined)
      yield { pointer, message: 'must have text or fields' };
    yield* checkOptionalText(block['text'], `${pointer}/text`, { max: 3000 });
    if (block['fields'] !== undefined) yield* checkCount(block['fields'], `${pointer}/fields`, [1, 10]);
    yield* checkEach(block['fields'], `${pointer}/fields`, (field, at) =>
      checkText(field, at, { max: 2000 }),
    );
    if (block['accessory'] !== undefined)
      yield* checkElement(block['accessory'], `${pointer}/accessory`, 'accessory');
  },
  *context(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'elements']);
    yield* checkCount(block['elements'], `${pointer}/elements`, [1, 10]);
    yield* checkEach(block['elements'], `${pointer}/elements`, checkContextElement);
  },
  *actions(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'elements']);
    yield* checkCount(block['elements'], `${pointer}/elements`, [1, 25]);
    yield* checkEach(block['elements'], `${pointer}/elements`, (element, at) =>
      checkElement(element, at, 'actions'),
    );
  },
  *divider(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id']);
  },
  image: checkImage,
  *markdown(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'text']);
    yield* checkString(block['text'], `${pointer}/text`, 12_000);
  },
  *input(block, pointer) {
    yield* checkFields(block, pointer, [
      'type',
      'block_id',
      'label',
      'element',
      'dispatch_action',
      'hint',
      'optional',
    ]);
    yield* checkText(block['label'], `${pointer}/label`, { max: 2000, isPlain: true });
    yield* checkOptionalText(block['hint'], `${pointer}/hint`, { max: 2000, isPlain: true });
    yield* checkElement(block['element'], `${pointer}/element`, 'input');
  },
  *rich_text(block, pointer) {
    yield* checkFields(block, pointer, ['type', 'block_id', 'elements']);
    yield* checkEach(block['elements'], `${pointer}/elements`, checkRichText);
  },
};

const RICH_TEXT = ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'];

function* checkRichText(element: unknown, pointer: string): Problems {
  const type = isFields(element) ? element['type'] : undefined;
  if (!isFields(element) || !RICH_TEXT.includes(String(type)))
    yield { pointer, message: `unsupported type: ${String(type)}` };
  else if (!Array.isArray(element['elements']))
    yield { pointer: `${pointer}/elements`, message: 'must be an array' };
}

function* checkContextElement(element: unknown, pointer: string): Problems {
  if (isFields(element) && element['type'] === 'image') yield* checkImage(element, pointer);
  else yield* checkText(element, pointer, { max: 3000 });
}

/** Each `block_id` once in all blocks, each `action_id` once in its block. */
function* checkUnique(blocks: unknown, pointer: string): Problems {
  if (!Array.isArray(blocks)) return;
  for (const id of repeated(
    blocks.map((block: unknown) => (isFields(block) ? block['block_id'] : undefined)),
  ))
    yield { pointer, message: `block_id ${id} is not unique` };
  for (const [index, block] of blocks.entries()) {
    const elements: unknown = isFields(block) ? block['elements'] : undefined;
    if (!Array.isArray(elements)) continue;
    for (const id of repeated(
      elements.map((part: unknown) => (isFields(part) ? part['action_id'] : undefined)),
    ))
      yield { pointer: `${pointer}/${index}`, message: `action_id ${id} is not unique` };
  }
}

const repeated = (ids: readonly unknown[]): readonly string[] =>
  ids.filter((id, index): id is string => typeof id === 'string' && ids.indexOf(id) !== index);

/** docs.slack.dev, "Markdown block": 12,000 characters in all such blocks of a payload together. */
function* checkMarkdownTotal(blocks: unknown, pointer: string): Problems {
  if (!Array.isArray(blocks)) return;
  const markdown = blocks.filter((block: unknown) => isFields(block) && block['type'] === 'markdown');
  if (markdown.length > 1 && textLengthOf(markdown) > 12_000)
    yield { pointer, message: 'markdown blocks must be less than 12001 characters together' };
}
