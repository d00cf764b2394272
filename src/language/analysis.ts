/** A stretch of text: UTF-16 offsets, the end not included. */
export type Span = { readonly start: number; readonly end: number };

/** One word where it stands, with the two forms that are compared: folded (case, accents) and stemmed. */
export type Word = Span & { readonly text: string; readonly folded: string; readonly stem: string };

/** One sentence: where it stands and its words in order. */
export type Sentence = Span & { readonly words: readonly Word[] };

/** Which part of a text a passage is. */
export type Place = 'title' | 'summary' | 'text';

/** One analysed part of a text. Offsets of its sentences and words count in `text`, which is kept as it was stored. */
export type Passage = {
  readonly place: Place;
  readonly text: string;
  readonly sentences: readonly Sentence[];
};

/** A text read once: every later stage uses this form and none reads the text again. */
export type Analysis = {
  /** BCP 47 primary subtag, such as `fr`; absent when nobody could tell. */
  readonly language?: string;
  readonly passages: readonly Passage[];
};
