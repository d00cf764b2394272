import type { ContactWords } from '#command/words/contact-words.ts';
import { day, joined, say, typed } from '#command/words/say.ts';

const kinds: ContactWords['kinds'] = {
  call: 'phone call',
  visit: 'visit',
  meeting: 'meeting',
  letter: 'letter',
};
const states: ContactWords['states'] = {
  held: 'took place',
  announced: 'announced',
  denied: 'denied',
  withdrawn: 'report withdrawn',
};

/** What `news contacts` says, in English. */
export const contactEnglish: ContactWords = {
  found: (contacts, isAtLeast, written) =>
    say`**${written === undefined ? '' : `“${written}”: `}${isAtLeast ? 'at least ' : ''}${contacts} ${contacts === 1 ? 'contact' : 'contacts'}**, newest first`,
  nothing: (written, since) =>
    say`**No contact found${written === undefined ? '' : ` for “${written}”`}.** Contacts are kept since ${day(since)}; what was read before then is not among them.`,
  line: ({ at, isDated, kind, sides, persons, state, shortNames }) =>
    say`${isDated ? day(at) : 'no date given'} · **${kinds[kind]}** · ${sides.join(' – ')}${persons.length === 0 ? '' : ` (${persons.join(', ')})`} · ${states[state]} · ${joined(shortNames.map(typed), ', ')}`,
  sources: (sources, more) =>
    say`${joined(
      sources.map(
        ({ outlet, link, isOwnText }) =>
          say`${outlet}${isOwnText ? ', own text' : ''}${link === undefined ? '' : say` ${typed(link)}`}`,
      ),
      ' · ',
    )}${more > 0 ? ` · +${more} more` : ''}`,
  noActor: (written) =>
    say`**“${written}” is nobody we know**, and no kind of contact. Name people, countries or organisations, such as ${typed('Macron Putin')}.`,
  noKind: (written) =>
    say`**“${written}” is no kind of contact.** There are ${typed('call')}, ${typed('visit')}, ${typed('meeting')} and ${typed('letter')}.`,
  kinds,
  states,
};
