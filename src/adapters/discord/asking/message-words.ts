import { ComponentType, type Message } from 'discord.js';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';

/** A topic is a few words; what is longer can be shortened in the form. */
const LONGEST_TOPIC = 150;
/** How a card's headline begins. */
const HEADING = /^### (.+)$/m;
/** Mentions, times and emoji as Discord writes them, and addresses. */
const TOKENS = /<[@#:/t][^>\s]*(?: [^>]*)?>|\bhttps?:\/\/\S+/g;
const MARKS = /[*_~`"“”«»()[\]|\\>#]/g;

/** What a message is about, to be watched: the headline of a card, else its words; without marks, links and names. */
export function messageWords({ content, components }: Pick<Message, 'content' | 'components'>): string {
  const shown = content === '' ? textIn(components) : content;
  const words = (HEADING.exec(shown)?.[1] ?? shown).replaceAll(TOKENS, ' ').replaceAll(MARKS, ' ');
  return cutLabel(words.replaceAll(/\s+/g, ' '), LONGEST_TOPIC);
}

/** The first text among the parts of a message, of which some hold others. */
function textIn(parts: Message['components']): string {
  for (const part of parts) {
    if (part.type === ComponentType.TextDisplay) return part.content;
    if (part.type !== ComponentType.Container) continue;
    const text = part.components.find(({ type }) => type === ComponentType.TextDisplay);
    if (text?.type === ComponentType.TextDisplay) return text.content;
  }
  return '';
}
