/** What the Slack adapter says by itself, in one language. */
export type SlackWords = {
  readonly why: string;
  readonly sources: (count: number) => string;
  /** On a card, for those who manage. */
  readonly moreToDo: string;
  readonly more: (left: number) => string;
  readonly invite: (channel: string) => readonly [before: string, typed: string, after: string];
  readonly notOfThisTeam: (team: string) => string;
  readonly aPrivateChannel: string;
  readonly thisConversation: string;
  /** Between one person and us, told to others. */
  readonly aConversation: string;
  /** A file is shown as text, where there is room. */
  readonly tooLongToShow: string;
  /** Said first where the answer takes its time. */
  readonly oneMoment: string;
  /** The buttons of a form, and of what is shown in its place. */
  readonly send: string;
  readonly close: string;
  readonly yes: string;
  readonly tryAgain: string;
  readonly formNotOpened: string;
  /** Of a button that an older Readout, or another program, has made. */
  readonly notOurs: string;
  readonly choose: string;
  /** Of a form that was sent from a channel that its sender does not see any more. */
  readonly notSeen: string;
  /** Of a form that was sent for a private channel that we are not in: Slack does not tell us who is. */
  readonly notKnownWhoIsIn: string;
  /** Of a command behind which another channel is named; what is to be typed follows. */
  readonly typeThere: (channel: string) => string;
  readonly thatChannel: string;
  readonly shownIn: (channel: string) => string;
  readonly notShownIn: (channel: string) => string;
};

const ENGLISH: SlackWords = {
  why: 'Why?',
  sources: (count) => `Sources (${count})`,
  moreToDo: 'More…',
  more: (left) => `+${left} more`,
  invite: (channel) => [`I am not in ${channel}.`, '/invite', 'there: then what is watched comes by itself.'],
  notOfThisTeam: (team) => `Only people of ${team} can ask Readout here.`,
  aPrivateChannel: 'this private channel',
  thisConversation: 'this conversation',
  aConversation: 'a conversation with one person',
  tooLongToShow: 'This list is too long for a message of Slack.',
  oneMoment: 'One moment …',
  send: 'OK',
  close: 'Close',
  yes: 'Yes',
  tryAgain: 'Try again',
  formNotOpened: 'Slack did not open the form, perhaps because we took too long. Nothing was changed.',
  notOurs: 'This button does nothing any more.',
  choose: 'Choose',
  notSeen: 'Only who sees this channel can ask about it.',
  notKnownWhoIsIn:
    'I am not in this private channel, so Slack does not tell me whether you still are. Type /invite @Readout there and press OK again, or type it there as a command: /readout …',
  typeThere: (channel) => `Nothing was changed. Type this in ${channel} itself:`,
  thatChannel: 'that channel',
  shownIn: (channel) => `Shown in ${channel}.`,
  notShownIn: (channel) => `I cannot write in ${channel}, so it is shown to you alone.`,
};

const WORDS: Readonly<Record<string, SlackWords>> = {
  en: ENGLISH,
  fr: {
    why: 'Pourquoi ?',
    sources: (count) => `Sources (${count})`,
    moreToDo: 'Plus…',
    more: (left) => `+${left} de plus`,
    invite: (channel) => [
      `Je ne suis pas dans ${channel}.`,
      '/invite',
      'là-bas : ce qui est suivi viendra alors de soi-même.',
    ],
    notOfThisTeam: (team) => `Ici, seuls les membres de ${team} peuvent interroger Readout.`,
    aPrivateChannel: 'ce canal privé',
    thisConversation: 'cette conversation',
    aConversation: 'une conversation avec une personne',
    tooLongToShow: 'Cette liste est trop longue pour un message de Slack.',
    oneMoment: 'Un instant …',
    send: 'OK',
    close: 'Fermer',
    yes: 'Oui',
    tryAgain: 'Réessayer',
    formNotOpened:
      'Slack n’a pas ouvert le formulaire, peut-être parce que nous avons trop tardé. Rien n’a été modifié.',
    notOurs: 'Ce bouton ne fait plus rien.',
    choose: 'Choisir',
    notSeen: 'Seuls ceux qui voient ce canal peuvent interroger à son sujet.',
    notKnownWhoIsIn:
      'Je ne suis pas dans ce canal privé, et Slack ne me dit pas si vous y êtes encore. Tapez-y /invite @Readout et appuyez de nouveau sur OK, ou tapez-y la commande : /readout …',
    typeThere: (channel) => `Rien n’a été modifié. Tapez ceci dans ${channel} même :`,
    thatChannel: 'ce canal',
    shownIn: (channel) => `Affiché dans ${channel}.`,
    notShownIn: (channel) => `Je ne peux pas écrire dans ${channel} : vous seul le voyez.`,
  },
};

/** In which of a workspace's languages its people are answered: the first that we have words for, else English. */
export const replyLanguageOf = (languages: readonly string[]): string =>
  languages.find((language) => Object.hasOwn(WORDS, language)) ?? 'en';

/** The words for this language, else English. */
export const slackWordsIn = (language: string): SlackWords => WORDS[language] ?? ENGLISH;
