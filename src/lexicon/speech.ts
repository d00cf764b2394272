/** The verbs and frames by which texts say who said what, in one language (`config/speech.yaml`). */
export type SpeechForms = {
  /** All inflected forms of verbs of saying that take a clause or a quotation: said, says, told, a déclaré, заявил. */
  readonly verbs: readonly string[];
  /** "according to", "selon", "по словам": the speaker follows. */
  readonly accordingTo: readonly string[];
  /** Verbs that give something a name in quotation marks, and take nothing else: called, a qualifié, назвал. */
  readonly naming: readonly string[];
  /** Verbs by which a side denies: denied, a démenti, опроверг. Each stands among `verbs` as well. */
  readonly denials: readonly string[];
  /** Words that open the clause: that, que, что. */
  readonly openers: readonly string[];
  /** Third-person pronouns that may stand for a speaker: he, she, it, il, elle, он. */
  readonly pronouns: readonly string[];
  /** Words by which an outlet takes back or corrects: correction, rectificatif, retraction, опровержение. */
  readonly corrections: readonly string[];
  readonly withdrawals: readonly string[];
  /** Nouns for a spokesperson, a ministry, a statement: they carry the side of the words around them. */
  readonly speakerNouns: readonly string[];
};

/** Speech forms by language. */
export type Speech = Readonly<Record<string, SpeechForms>>;
