import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import { pageOption } from '#command/button/page-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { contactsAsked } from '#command/news/contacts-asked.ts';
import { dayOptions, noDayIn } from '#command/news/day-options.ts';
import { seeFirst } from '#command/news/see-first.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import type { ContactFigures, ContactSourceFigures } from '#command/words/contact-words.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { Contact, ContactKind } from '#story/contact.ts';
import type { ContactQuery } from '#story/contact-store.ts';
import { type JoinedContact, joinContacts } from '#story/same-contact.ts';
import { parseQuery } from '#topic/parse-query.ts';

/** As many as one can take in at a glance. */
const CONTACTS_A_PAGE = 8;
/** What stands beside a report's headline: its outlet, its time and its address, in about so many characters. */
const BESIDE_ITS_TITLE = 60;
/** Further back one asks for a span of days. */
const MOST_CONTACTS = 200;
const SOURCES_SHOWN = 2;

/** `news contacts Macron Putin`: who called, visited, met or wrote to whom, and when. */
export const newsContacts: Command = {
  path: ['news', 'contacts'],
  pathInFrench: ['actus', 'contacts'],
  description: {
    en: 'Calls, visits, meetings and letters: who with whom, when',
    fr: 'Appels, visites, rencontres et lettres : qui avec qui, quand',
  },
  options: [
    {
      name: 'between',
      nameInFrench: 'entre',
      description: {
        en: 'One or more who took part, such as: Macron Putin',
        fr: 'Un ou plusieurs participants, par exemple : Macron Poutine',
      },
      kind: 'text',
      isRequired: false,
    },
    {
      name: 'type',
      nameInFrench: 'type',
      description: { en: 'Only contacts of this kind', fr: 'Seulement les contacts de cette sorte' },
      kind: 'word',
      isRequired: false,
      choices: [
        { value: 'call', label: { en: 'call', fr: 'appel' } },
        { value: 'visit', label: { en: 'visit', fr: 'visite' } },
        { value: 'meeting', label: { en: 'meeting', fr: 'rencontre' } },
        { value: 'letter', label: { en: 'letter', fr: 'lettre' } },
      ],
    },
    ...dayOptions(),
    pageOption({ en: 'Eight contacts each', fr: 'Huit contacts chacune' }),
  ],
  isChanging: false,
  run: list,
};

const KINDS: readonly ContactKind[] = ['call', 'visit', 'meeting', 'letter'];

async function list(ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const { type, since, until } = ask.options;
  const wrong = noDayIn(ask.options);
  if (wrong !== undefined) return { kind: 'refused', lines: [words.news.noSuchDay(wrong)] };
  const kind = KINDS.find((known) => known === type);
  if (type !== undefined && kind === undefined)
    return { kind: 'refused', lines: [words.contact.noKind(type)] };

  const period = {
    ...(since !== undefined && { since: new Date(since) }),
    // The whole of the last day counts.
    ...(until !== undefined && { until: new Date(Date.parse(until) + DAY_MS) }),
  };
  const between = whoIn(ask.options['between'], words, desk);
  if ('refused' in between) return between.refused;
  return tell({ ...between.query, ...(kind !== undefined && { kind }), ...period }, ask, words, desk);
}

type Who = { readonly query: Pick<ContactQuery, 'between' | 'kind'> } | { readonly refused: Reply };

/** Nobody named: whoever it was. */
function whoIn(written: string | undefined, words: ReplyWords, { lexicon }: Desk): Who {
  if (written === undefined || written.trim() === '') return { query: {} };
  const parsed = parseQuery(written, lexicon);
  if (parsed.kind === 'problem')
    return { refused: queryProblem(parsed.problem, written, words, 'news contacts') };
  const asked = contactsAsked(parsed.topic, lexicon);
  return asked.kind === 'contacts'
    ? { query: asked.query }
    : { refused: { kind: 'refused', lines: [words.contact.noActor(asked.written)] } };
}

async function tell(
  query: Omit<ContactQuery, 'seenBy' | 'limit'>,
  ask: Ask,
  words: ReplyWords,
  desk: Desk,
): Promise<Reply> {
  const { contacts } = desk.ledger;
  const { between: written } = ask.options;
  const listed = await contacts.list({ ...query, seenBy: ask.channel.workspace, limit: MOST_CONTACTS });
  const found = joinContacts(listed.filter((contact) => wasTold(contact, ask)));
  if (found.length === 0) {
    const since = (await contacts.keptSince()).toISOString();
    return { kind: 'answer', lines: [words.contact.nothing(written, since)] };
  }

  const page = await cutIntoPages(
    {
      command: newsContacts,
      rows: found,
      rowsAPage: CONTACTS_A_PAGE,
      lengthOf: ({ sources }) =>
        sources.reduce((length, { title }) => length + title.length + BESIDE_ITS_TITLE, BESIDE_ITS_TITLE),
    },
    ask,
    desk,
  );
  return {
    kind: 'answer',
    lines: [
      words.contact.found(found.length, listed.length === MOST_CONTACTS, written),
      ...page.rows.flatMap((contact) => linesOf(contact, ask, words, desk)),
      ...page.lines,
    ],
    actions: seeFirst(
      page.rows.map(({ shortName }) => shortName),
      words,
    ),
    ...page.buttons,
  };
}

/** A page further on leaves out what was first told of after its list began, so that what is new moves nothing. */
const wasTold = ({ sources }: Contact, { page }: Ask): boolean =>
  page === undefined ||
  sources.length === 0 ||
  sources.some(({ at }) => Date.parse(at) <= page.asOf.getTime());

function linesOf(contact: JoinedContact, { channel }: Ask, words: ReplyWords, { lexicon, catalogue }: Desk) {
  const outlets = catalogue.outletsFor(channel.workspace);
  const nameOf = (actor: Contact['sides'][number]): string => shownName(actor, lexicon, words.language);
  const figures: ContactFigures = {
    ...contact,
    shortNames: [contact.shortName, ...contact.alsoIn],
    sides: contact.sides.map(nameOf),
    persons: contact.persons.map(nameOf),
  };
  const sources = contact.sources.slice(0, SOURCES_SHOWN).map(
    ({ outlet, link, isOwnText }): ContactSourceFigures => ({
      outlet: outlets.get(outlet)?.name ?? outlet,
      ...(link !== undefined && { link }),
      isOwnText,
    }),
  );
  return [
    words.contact.line(figures),
    words.contact.sources(sources, contact.sources.length - sources.length),
  ];
}
