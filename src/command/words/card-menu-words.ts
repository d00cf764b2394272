import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** The menu behind a card's “More…”. */
export type CardMenuWords = {
  readonly asks: (headline: string, story: string, channel: string) => Phrase;
  /** Where the channel hears no more of it. */
  readonly isMuted: Phrase;
  readonly digestOnly: (topic: string) => string;
  readonly mute: string;
  readonly unmute: string;
  readonly remove: string;
  readonly removeIt: string;
  readonly isSure: (headline: string, channel: string) => Phrase;
  readonly removed: (headline: string, story: string, channel: string) => Phrase;
  readonly standsNoMore: Phrase;
  /** At a terminal. */
  readonly isPrinted: Phrase;
};

const ENGLISH: CardMenuWords = {
  asks: (headline, story, channel) =>
    say`**${headline}** · ${typed(story)} · What shall become of it in ${channel}? Whatever you change can be undone for 15 minutes; only a card that is removed is gone.`,
  isMuted: say`It is muted here: only what takes something back still comes.`,
  digestOnly: (topic) => `Digest only: ${topic}`,
  mute: 'Mute this story',
  unmute: 'Hear of it again',
  remove: 'Remove this card',
  removeIt: 'Remove it',
  isSure: (headline, channel) =>
    say`**Remove this card from ${channel}?** ${headline} · It goes for everybody, with my lines under it, and cannot be put back. Nothing more of this story comes here, not even a correction; what people wrote in a thread or a forum post stays.`,
  removed: (headline, story, channel) =>
    say`**The card goes from ${channel}** with my lines under it: ${headline}. Nothing more of this story comes here; ${typed(`story show ${story}`)} still shows it to who asks.`,
  standsNoMore: say`This card does not stand here any more.`,
  isPrinted: say`A terminal cannot take back what it printed. The story can be muted: then no more of it comes.`,
};

const FRENCH: CardMenuWords = {
  asks: (headline, story, channel) =>
    say`**${headline}** · ${typed(story)} · Qu'en faire dans ${channel} ? Chaque modification peut être annulée pendant 15 minutes ; seule une fiche retirée l'est pour de bon.`,
  isMuted: say`Il est tu ici : seules les rectifications arrivent encore.`,
  digestOnly: (topic) => `En synthèse : ${topic}`,
  mute: 'Taire ce dossier',
  unmute: 'Le recevoir de nouveau',
  remove: 'Retirer cette fiche',
  removeIt: 'La retirer',
  isSure: (headline, channel) =>
    say`**Retirer cette fiche de ${channel} ?** ${headline} · Elle disparaît pour tous, avec mes lignes au-dessous, et ne peut pas être remise. Plus rien de ce dossier ne vient ici, pas même une rectification ; ce que d'autres ont écrit dans un fil ou un post de forum reste.`,
  removed: (headline, story, channel) =>
    say`**La fiche quitte ${channel}** avec mes lignes au-dessous : ${headline}. Plus rien de ce dossier ne vient ici ; ${typed(`dossier voir ${story}`)} le montre encore à qui le demande.`,
  standsNoMore: say`Cette fiche n'est plus ici.`,
  isPrinted: say`Un terminal ne peut pas reprendre ce qu'il a imprimé. Le dossier peut être tu : alors plus rien n'en vient.`,
};

/** The words in this language, else in English. */
export const cardMenuWordsIn = (language: string): CardMenuWords => (language === 'fr' ? FRENCH : ENGLISH);
