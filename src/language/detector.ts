/** Guesses the language of a text from the text alone; `undefined` when it cannot tell. Primary subtag, such as `fr`. */
export type Detector = (text: string) => string | undefined;
