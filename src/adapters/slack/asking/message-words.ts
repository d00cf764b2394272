import type { MessageShortcut } from '@slack/bolt';
import { readNamed } from '#adapters/slack/asking/named-words.ts';
import { typedWords } from '#adapters/slack/asking/typed-words.ts';
import { clipText } from '#adapters/slack/cards/clip-text.ts';

/** A topic is a few words; what is longer can be shortened in the form. */
const LONGEST_TOPIC = 150;

/** What a message is about, to be watched: the headline of a card, else its words; without marks, links and names. */
export function messageWords({ blocks, text = '' }: MessageShortcut['message']): string {
  const { words } = readNamed(typedWords(headerIn(blocks) ?? text));
  const bare = words
    .replaceAll(/\bhttps?:\/\/\S+/g, ' ')
    .replaceAll(/[*_~`"“”«»()[\]|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return clipText(bare, LONGEST_TOPIC);
}

function headerIn(blocks: unknown): string | undefined {
  if (!Array.isArray(blocks)) return undefined;
  const headers = (
    blocks as readonly { readonly type?: string; readonly text?: { readonly text?: string } }[]
  )
    .filter(({ type }) => type === 'header')
    .map(({ text }) => text?.text);
  return headers[0];
}
