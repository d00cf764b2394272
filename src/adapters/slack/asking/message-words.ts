import type { MessageShortcut } from '@slack/bolt';
import { typedWords } from '#adapters/slack/asking/typed-words.ts';
import { clipText } from '#adapters/slack/cards/clip-text.ts';

/** A topic is a few words; what is longer can be shortened in the form. */
const LONGEST_TOPIC = 150;

/** How Slack writes people, channels, groups and times; links with the words that stand for them; and pictures. */
const NAMED = /<[@#!][^<>]*>/g;
const LINK = /<(?:https?|mailto):[^<|>]*(?:\|([^<>]*))?>/g;
/** An hour between colons is none. */
const EMOJI = /:(?!\d+:)[\w+'-]{1,100}:/g;

/** What a message is about, to be watched: the headline of a card, else its words; without marks, links and names. */
export function messageWords({ blocks, text = '' }: MessageShortcut['message']): string {
  const bare = typedWords((headerIn(blocks) ?? text).replaceAll(NAMED, ' ').replaceAll(LINK, ' $1 '))
    .replaceAll(/\bhttps?:\/\/\S+/g, ' ')
    .replaceAll(EMOJI, ' ')
    .replaceAll(/[*_~`"“”«»()[\]|<>]/g, ' ')
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
