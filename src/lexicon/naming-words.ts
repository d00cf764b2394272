import type { Names } from '#lexicon/actor.ts';

const words = (written: string): readonly string[] => written.split(/\s+/).filter(Boolean);

/** Verbs that mean telephoning somebody as well as naming somebody something; folded, by language. */
export const NAMING_VERBS: Names = {
  en: ['call', 'calls', 'called', 'calling'],
  fr: words('appelle appellent appele appelee appeles appelees appela appelait appeler appellera'),
};

/** Those of them that are as often a noun: "their calls", "after the call". */
export const NAMING_NOUNS: ReadonlySet<string> = new Set(['call', 'calls']);

/** Words before a noun-like form that make it a verb: "to call", "he calls". */
export const BEFORE_VERB: ReadonlySet<string> = new Set(
  words(`to will would shall can could may might should must did does do not didn't doesn't won't
    he she they who it also again then`),
);

/** Words between a verb and the name it is about: "called the Russian leader", "a appelé le président". */
export const BEFORE_NAME: ReadonlySet<string> = new Set(words('the his her their le la l son sa leur'));

/** What may stand behind whoever is telephoned: when, on what occasion, what about; folded, by language. */
export const BEHIND_CALLED: Names = {
  en: words(`on in at by from after before during about over for via within since until amid ahead following while when
    as and but or again twice today yesterday tomorrow tonight late early earlier later this last next shortly soon
    directly personally separately hours days minutes monday tuesday wednesday thursday friday saturday sunday says said`),
  fr: words(`apres avant pour sur pendant durant dans en afin des depuis lors et mais ou quand lorsque ce cet cette hier
    demain ensuite vers selon lundi mardi mercredi jeudi vendredi samedi dimanche`),
};

/** What they are telephoned for or about: "to discuss", "à propos"; folded, by language. */
export const BEHIND_TO: Names = {
  en: words(`discuss congratulate thank talk ask tell urge press warn offer express say inform brief invite wish condole
    apologise apologize complain coordinate consult share convey protest`),
  fr: words('propos nouveau plusieurs sujet lendemain cours'),
};
