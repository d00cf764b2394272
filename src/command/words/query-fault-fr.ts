import type { QueryFault } from '#topic/query-fault.ts';

/** What is wrong with a query, in a French sentence. */
export function queryFaultInFrench(fault: QueryFault): string {
  switch (fault.kind) {
    case 'too-long':
      return `Un sujet compte au plus ${fault.most} caractères ; celui-ci en a ${fault.length}.`;
    case 'open-quotation':
      return "Ce guillemet n'est pas fermé.";
    case 'closes-nothing':
      return 'Cette parenthèse ne ferme rien.';
    case 'never-closed':
      return "Cette parenthèse n'est pas fermée.";
    case 'nothing-before':
      return `Il n'y a rien devant ${fault.operator}.`;
    case 'nothing-behind':
      return `Il n'y a rien derrière ${fault.operator}.`;
    case 'bare-minus':
      return "Il n'y a rien derrière ce signe moins.";
    case 'empty-parentheses':
      return "Il n'y a rien entre ces parenthèses.";
    case 'empty-quotation':
      return "Il n'y a rien entre ces guillemets.";
    case 'empty-field':
      return `Il n'y a rien derrière « ${fault.field}: ».`;
    case 'field-of-group':
      return `« ${fault.field}: » prend un mot ou une expression entre guillemets, non des parenthèses.`;
    case 'choice-of-limits':
      return `${fault.operator} relie des mots à chercher, non ce qu'il faut exclure ou où chercher. Faites-en deux sujets.`;
    case 'near-distance':
      return 'near prend un nombre de mots de 1 à 99, comme near/5.';
    case 'no-field':
      return `« ${fault.field}: » n'existe pas ; les champs sont titre, média, genre, langue et pays.`;
    case 'wildcard':
      return "Écrivez le mot entier : aucun signe ne remplace des lettres. Ses formes sont trouvées d'elles-mêmes.";
    case 'a-link':
      return "Ceci est un lien. Un sujet est fait de mots : nommez qui ou ce qu'il faut suivre.";
    case 'no-words':
      return "Il n'y a aucun mot ici. Écrivez noms et événements en toutes lettres.";
    case 'only-title':
      return 'Ceci dit où un mot doit se trouver. Demandez aussi le mot lui-même.';
    case 'no-kind':
      return `Le genre d'un média est l'un de ceux-ci : ${fault.kinds.join(', ')}.`;
    case 'no-language':
      return "Une langue s'écrit par son code, comme en, fr ou ru.";
    case 'no-country':
      return 'Ce pays nous est inconnu. Donnez son nom, ou son code, comme FR.';
    case 'empty':
      return "Il n'y a encore rien à suivre.";
    case 'only-limits':
      return "Ceci dit seulement ce qu'il faut exclure ou où chercher, non ce qu'il faut chercher.";
    case 'too-common':
      return 'Ces mots sont trop courants pour être suivis. Ajoutez un nom ou un événement.';
    case 'too-many':
      return `Un sujet admet au plus ${fault.most} variantes ; celui-ci en a ${fault.alternatives}. Faites-en deux sujets.`;
    case 'asked-and-left-out':
      return `« ${fault.written} » est à la fois demandé et exclu : rien ne pourrait y répondre.`;
    case 'contradiction':
      return `Aucun article ne peut répondre à la fois à « ${fault.one} » et à « ${fault.other} ».`;
  }
}
