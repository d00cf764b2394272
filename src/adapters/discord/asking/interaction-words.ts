import type { Phrase } from '#card/phrase.ts';

/** What this platform alone has to say: of where a command was typed, and of the bot's own rights there. */
export type InteractionWords = {
  readonly onlyInServers: string;
  readonly unknownCommand: string;
  readonly notOurs: string;
  /** `lacking`: the names of rights; `bot`: the name that Discord shows it under. */
  readonly cannotPost: (channel: string, lacking: readonly string[], bot: string) => Phrase;
  /** A forum that takes no post without a tag, and has none that the bot may set. */
  readonly wantsTag: (forum: string, bot: string) => Phrase;
  /** A forum that takes no post without a tag: which one they get. */
  readonly getsTag: (forum: string, tag: string, bot: string) => Phrase;
  /** A role that others may not mention, by its name. */
  readonly callsNobody: (role: string, bot: string) => Phrase;
  readonly opensNoThread: (channel: string, lacking: readonly string[], bot: string) => Phrase;
  readonly readsNothingBack: (channel: string, lacking: readonly string[], bot: string) => Phrase;
  readonly tryAgain: string;
  readonly yes: string;
  /** Rights by their English names, where Discord's screens call them otherwise. */
  readonly rights: Readonly<Record<string, string>>;
};

const ENGLISH: InteractionWords = {
  onlyInServers: 'I answer in the channels of a server that I am a member of, not here.',
  unknownCommand: 'I no longer know this command. Discord will show the new ones in a moment.',
  notOurs: 'This button does nothing any more.',
  cannotPost: (channel, lacking, bot) => [
    { kind: 'text', text: `Saved, but I cannot post in ${channel}:`, style: 'strong' },
    {
      kind: 'text',
      text: ` I lack ${lacking.join(', ')}. A channel manager can allow it under Edit Channel → Permissions → ${bot}.`,
    },
  ],
  wantsTag: (forum, bot) => [
    { kind: 'text', text: `Saved, but I cannot post in ${forum}:`, style: 'strong' },
    {
      kind: 'text',
      text: ` it asks for a tag with each post, and has none that I may set. A channel manager can add one under Edit Channel → Tags, such as “${bot}”, or switch off Require people to select tags when posting.`,
    },
  ],
  getsTag: (forum, tag, bot) => [
    { kind: 'text', text: `${forum} asks for a tag with each post:`, style: 'strong' },
    {
      kind: 'text',
      text: ` mine get “${tag}”${chosen(tag, bot) ? '' : `, or “${bot}” once the forum has a tag of that name`}.`,
    },
  ],
  callsNobody: (role, bot) => [
    { kind: 'text', text: `Saved, but Discord will not notify ${role}:`, style: 'strong' },
    {
      kind: 'text',
      text: ` I may not mention it. Whoever manages roles can allow it under Server Settings → Roles → ${role} → Allow anyone to @mention this role, or let ${bot} mention all roles.`,
    },
  ],
  opensNoThread: (channel, lacking, bot) => [
    { kind: 'text', text: `Saved, but I cannot open a thread in ${channel}:`, style: 'strong' },
    {
      kind: 'text',
      text: ` I lack ${lacking.join(', ')}. Until then what is new answers the card in the channel. A channel manager can allow it under Edit Channel → Permissions → ${bot}.`,
    },
  ],
  readsNothingBack: (channel, lacking, bot) => [
    { kind: 'text', text: `I cannot read back what I post in ${channel}:`, style: 'strong' },
    {
      kind: 'text',
      text: ` I lack ${lacking.join(', ')}, so a card whose answer is lost cannot be looked for, and nothing can answer a card. A channel manager can allow it under Edit Channel → Permissions → ${bot}.`,
    },
  ],
  tryAgain: 'Try again',
  yes: 'Yes',
  rights: {},
};
const FRENCH: InteractionWords = {
  onlyInServers: 'Je réponds dans les salons d’un serveur dont je suis membre, pas ici.',
  unknownCommand: 'Je ne connais plus cette commande. Discord affichera les nouvelles dans un instant.',
  notOurs: 'Ce bouton ne fait plus rien.',
  cannotPost: (channel, lacking, bot) => [
    { kind: 'text', text: `Enregistré, mais je ne peux pas écrire dans ${channel} :`, style: 'strong' },
    {
      kind: 'text',
      text: ` il me manque ${lacking.join(', ')}. Qui gère le salon peut l’autoriser sous Modifier le salon → Permissions → ${bot}.`,
    },
  ],
  wantsTag: (forum, bot) => [
    { kind: 'text', text: `Enregistré, mais je ne peux pas écrire dans ${forum} :`, style: 'strong' },
    {
      kind: 'text',
      text: ` il exige un tag pour chaque post, et n’en a aucun que je puisse mettre. Qui gère le salon peut en ajouter un sous Modifier le salon → Tags, par exemple « ${bot} », ou lever cette exigence.`,
    },
  ],
  getsTag: (forum, tag, bot) => [
    { kind: 'text', text: `${forum} exige un tag pour chaque post :`, style: 'strong' },
    {
      kind: 'text',
      text: ` les miens reçoivent « ${tag} »${chosen(tag, bot) ? '' : `, ou « ${bot} » dès que le forum a un tag de ce nom`}.`,
    },
  ],
  callsNobody: (role, bot) => [
    { kind: 'text', text: `Enregistré, mais Discord n’avertira pas ${role} :`, style: 'strong' },
    {
      kind: 'text',
      text: ` je ne peux pas mentionner ce rôle. Qui gère les rôles peut l’autoriser sous Paramètres du serveur → Rôles → ${role} → Permettre à tout le monde de @mentionner ce rôle, ou laisser ${bot} mentionner tous les rôles.`,
    },
  ],
  opensNoThread: (channel, lacking, bot) => [
    {
      kind: 'text',
      text: `Enregistré, mais je ne peux pas ouvrir de fil dans ${channel} :`,
      style: 'strong',
    },
    {
      kind: 'text',
      text: ` il me manque ${lacking.join(', ')}. D’ici là, la suite répond à la fiche dans le salon. Qui gère le salon peut l’autoriser sous Modifier le salon → Permissions → ${bot}.`,
    },
  ],
  readsNothingBack: (channel, lacking, bot) => [
    { kind: 'text', text: `Je ne peux pas relire ce que je publie dans ${channel} :`, style: 'strong' },
    {
      kind: 'text',
      text: ` il me manque ${lacking.join(', ')} : une fiche restée sans réponse ne peut être recherchée, et rien ne peut répondre à une fiche. Qui gère le salon peut l’autoriser sous Modifier le salon → Permissions → ${bot}.`,
    },
  ],
  tryAgain: 'Réessayer',
  yes: 'Oui',
  rights: {
    'View Channel': 'Voir le salon',
    'Send Messages': 'Envoyer des messages',
    'Send Messages in Threads': 'Envoyer des messages dans les fils',
    'Create Posts': 'Créer des posts',
    'Send Messages in Posts': 'Envoyer des messages dans les posts',
    'Read Message History': 'Voir les anciens messages',
    'Create Public Threads': 'Créer des fils publics',
  },
};

/** Whether the desk has made this tag for the bot. */
const chosen = (tag: string, bot: string): boolean => tag.toLowerCase() === bot.toLowerCase();

/** The words in the reader's language (Discord's locale, or a language of ours), else in English. */
export const interactionWords = (locale: string): InteractionWords =>
  locale.startsWith('fr') ? FRENCH : ENGLISH;
