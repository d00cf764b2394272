import { blockProblems, MOST_TEXT, textLengthOf } from './block-rules.ts';
import type { Arguments } from './method.ts';
import type { Problem } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import type { Block, Content, Metadata } from './world.ts';

/** What was sent as a message, or why Slack does not take it; `details` are its words about each problem. */
export type Reading =
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'refused'; readonly error: string; readonly details: readonly string[] };

/** docs.slack.dev, chat.postMessage: longer text is cut. */
const MOST_PLAIN_TEXT = 40_000;

/** Reads `text`, `blocks` and `metadata` as Slack does. */
export function readContent({ text, blocks, metadata }: Arguments): Reading {
  if (text !== undefined && typeof text !== 'string') return no('invalid_arguments');
  if (blocks !== undefined && !Array.isArray(blocks)) return no('invalid_blocks_format');
  const problems = blocks === undefined ? [] : blockProblems(blocks, 'message');
  if (problems.length > 0) return no('invalid_blocks', problems.map(tell));
  if (textLengthOf(blocks) > MOST_TEXT) return no('msg_blocks_too_long');
  if (!text && (blocks === undefined || blocks.length === 0)) return no('no_text');
  if (metadata !== undefined && !isMetadata(metadata)) return no('invalid_metadata_format');
  return {
    kind: 'content',
    content: {
      text: Array.from(text ?? '')
        .slice(0, MOST_PLAIN_TEXT)
        .join(''),
      ...(blocks && { blocks: named(blocks as readonly Block[]) }),
      ...(metadata && { metadata }),
    },
  };
}

/** In Slack's words. */
export const tell = ({ pointer, message }: Problem): string => `${message} [json-pointer:${pointer}]`;

const no = (error: string, details: readonly string[] = []): Reading => ({ kind: 'refused', error, details });

const isMetadata = (value: unknown): value is Metadata =>
  isFields(value) && typeof value['event_type'] === 'string' && isFields(value['event_payload']);

/** Slack names what has no name: the id tells where in the message it stands. */
export const named = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, index) => ({ block_id: `block-${index}`, ...block, ...namedElements(block, index) }));

function namedElements({ type, elements, accessory }: Block, index: number): object {
  if (type === 'actions' && Array.isArray(elements))
    return {
      elements: elements.map((element: object, at) => ({ action_id: `action-${index}-${at}`, ...element })),
    };
  return isFields(accessory) && accessory['type'] !== 'image'
    ? { accessory: { action_id: `action-${index}`, ...accessory } }
    : {};
}
