/** What the Slack adapter says by itself, in one language. */
export type SlackWords = {
  readonly why: string;
  readonly more: (left: number) => string;
  readonly invite: (channel: string) => readonly [before: string, typed: string, after: string];
  readonly notOfThisTeam: (team: string) => string;
  readonly aPrivateChannel: string;
  readonly thisConversation: string;
  /** A file is shown as text, where there is room. */
  readonly tooLongToShow: string;
  /** Said first where the answer takes its time. */
  readonly oneMoment: string;
};

const ENGLISH: SlackWords = {
  why: 'Why?',
  more: (left) => `+${left} more`,
  invite: (channel) => [`I am not in ${channel}.`, '/invite', 'there, or no card can come.'],
  notOfThisTeam: (team) => `Only people of ${team} can ask Readout here.`,
  aPrivateChannel: 'this private channel',
  thisConversation: 'this conversation',
  tooLongToShow: 'This list is too long for a message of Slack.',
  oneMoment: 'One moment …',
};

const WORDS: Readonly<Record<string, SlackWords>> = {
  en: ENGLISH,
  fr: {
    why: 'Pourquoi ?',
    more: (left) => `+${left} de plus`,
    invite: (channel) => [
      `Je ne suis pas dans ${channel}.`,
      '/invite',
      'là-bas, sinon aucune fiche ne viendra.',
    ],
    notOfThisTeam: (team) => `Ici, seuls les membres de ${team} peuvent interroger Readout.`,
    aPrivateChannel: 'ce canal privé',
    thisConversation: 'cette conversation',
    tooLongToShow: 'Cette liste est trop longue pour un message de Slack.',
    oneMoment: 'Un instant …',
  },
};

/** In which of a workspace's languages its people are answered: the first that we have words for, else English. */
export const replyLanguageOf = (languages: readonly string[]): string =>
  languages.find((language) => Object.hasOwn(WORDS, language)) ?? 'en';

/** The words for this language, else English. */
export const slackWordsIn = (language: string): SlackWords => WORDS[language] ?? ENGLISH;
