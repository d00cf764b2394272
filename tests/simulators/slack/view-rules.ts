import { blockProblems } from './block-rules.ts';
import type { Problem, Problems } from './value-rules.ts';
import { checkFields, checkOptionalString, checkOptionalText, checkText, isFields } from './value-rules.ts';

const FIELDS = [
  'type',
  'title',
  'blocks',
  'close',
  'submit',
  'private_metadata',
  'callback_id',
  'clear_on_close',
  'notify_on_close',
  'external_id',
  'submit_disabled',
];

/** What Slack's documented limits say against a modal or a Home tab (docs.slack.dev, "Views"). */
export const viewProblems = (view: unknown): readonly Problem[] => [...checkView(view)];

function* checkView(view: unknown): Problems {
  if (!isFields(view)) {
    yield { pointer: '/view', message: 'must be an object' };
    return;
  }
  yield* checkFields(view, '/view', FIELDS);
  yield* checkOptionalString(view['callback_id'], '/view/callback_id', 255);
  yield* checkOptionalString(view['external_id'], '/view/external_id', 255);
  if (view['private_metadata'] !== '')
    yield* checkOptionalString(view['private_metadata'], '/view/private_metadata', 3000);
  switch (view['type']) {
    case 'modal':
      yield* checkModal(view);
      return;
    case 'home':
      yield* blockProblems(view['blocks'], 'home', '/view/blocks');
      return;
    default:
      yield { pointer: '/view/type', message: `unsupported type: ${String(view['type'])}` };
  }
}

function* checkModal(view: Readonly<Record<string, unknown>>): Problems {
  yield* checkText(view['title'], '/view/title', { max: 24, isPlain: true });
  yield* checkOptionalText(view['submit'], '/view/submit', { max: 24, isPlain: true });
  yield* checkOptionalText(view['close'], '/view/close', { max: 24, isPlain: true });
  const { blocks } = view;
  yield* blockProblems(blocks, 'modal', '/view/blocks');
  const asks = Array.isArray(blocks) && blocks.some((block) => isFields(block) && block['type'] === 'input');
  if (asks && view['submit'] === undefined)
    yield { pointer: '/view/submit', message: 'submit is required when an input block is within blocks' };
}
