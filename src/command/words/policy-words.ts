import type { Phrase } from '#card/phrase.ts';
import type { Policy } from '#channel/policy.ts';
import { groups, say, typed } from '#command/words/say.ts';

/** What is said of who may look and who may manage. */
export type PolicyWords = {
  readonly policy: (policy: Policy) => Phrase;
  readonly noSuchLooking: (written: string) => Phrase;
  readonly noSuchGroup: (written: string) => Phrase;
  readonly tooManyGroups: (managers: Policy['managers']) => Phrase;
};

const ENGLISH: PolicyWords = {
  policy: ({ looking, managers }) =>
    say`**In this workspace** ${looking === 'anyone' ? 'anyone may look things up' : 'only those who manage may look things up'}; ${
      managers.length === 0
        ? 'watches are managed by those whom the platform lets.'
        : say`watches are managed by ${groups(managers)}, beside those whom the platform lets.`
    }`,
  noSuchLooking: (written) =>
    say`**Not changed.** “${written}” is none of ${typed('looking:anyone')} and ${typed('looking:managers')}.`,
  noSuchGroup: (written) =>
    say`**Not changed.** “${written}” is no role or user group that I know here. The option ${typed('no-manager')} leaves it to the platform.`,
  tooManyGroups: (managers) =>
    say`**Not changed.** ${managers.length} roles or groups manage watches already, which is the most there can be: ${groups(managers)}. ${typed('manager-no-more')} takes one away.`,
};

const FRENCH: PolicyWords = {
  policy: ({ looking, managers }) =>
    say`**Dans cet espace**, ${looking === 'anyone' ? 'tous peuvent consulter' : 'seules les personnes qui gèrent peuvent consulter'} ; ${
      managers.length === 0
        ? 'les veilles sont gérées par qui la plateforme autorise.'
        : say`les veilles sont gérées par ${groups(managers)}, avec qui la plateforme autorise.`
    }`,
  noSuchLooking: (written) =>
    say`**Rien n'a été modifié.** « ${written} » n'est ni ${typed('consulter:tous')} ni ${typed('consulter:gestionnaires')}.`,
  noSuchGroup: (written) =>
    say`**Rien n'a été modifié.** « ${written} » n'est pas un rôle ou un groupe que je connais ici. L'option ${typed('sans-gestion')} laisse la plateforme décider.`,
  tooManyGroups: (managers) =>
    say`**Rien n'a été modifié.** ${managers.length} rôles ou groupes gèrent déjà les veilles, c'est le maximum : ${groups(managers)}. ${typed('gestion-retirée')} en retire un.`,
};

/** The words in this language, else in English. */
export const policyWordsIn = (language: string): PolicyWords => (language === 'fr' ? FRENCH : ENGLISH);
