import type { ContactWords } from '#command/words/contact-words.ts';
import { day, joined, say, typed } from '#command/words/say.ts';

const kinds: ContactWords['kinds'] = {
  call: 'appel téléphonique',
  visit: 'visite',
  meeting: 'rencontre',
  letter: 'lettre',
};
/** Of a contact, so that they agree with it whatever its kind. */
const states: ContactWords['states'] = {
  held: 'a eu lieu',
  announced: 'contact annoncé',
  denied: 'contact démenti',
  withdrawn: 'article retiré',
};

/** What `news contacts` says, in French. */
export const contactFrench: ContactWords = {
  found: (contacts, isAtLeast, written) =>
    say`**${written === undefined ? '' : `« ${written} » : `}${isAtLeast ? 'au moins ' : ''}${contacts} ${contacts < 2 ? 'contact' : 'contacts'}**, du plus récent au plus ancien`,
  nothing: (written, since) =>
    say`**Aucun contact trouvé${written === undefined ? '' : ` pour « ${written} »`}.** Les contacts sont conservés depuis le ${day(since)} ; ce qui a été lu avant n'y figure pas.`,
  line: ({ at, isDated, kind, sides, persons, state, shortNames }) =>
    say`${isDated ? day(at) : 'sans date'} · **${kinds[kind]}** · ${sides.join(' – ')}${persons.length === 0 ? '' : ` (${persons.join(', ')})`} · ${states[state]} · ${joined(shortNames.map(typed), ', ')}`,
  sources: (sources, more) =>
    say`${joined(
      sources.map(
        ({ outlet, link, isOwnText }) =>
          say`${outlet}${isOwnText ? ", texte d'origine" : ''}${link === undefined ? '' : say` ${typed(link)}`}`,
      ),
      ' · ',
    )}${more > 0 ? ` · +${more} de plus` : ''}`,
  noActor: (written) =>
    say`**« ${written} » ne désigne personne que nous connaissions**, ni une sorte de contact. Nommez des personnes, des pays ou des organisations, par exemple ${typed('Macron Poutine')}.`,
  noKind: (written) =>
    say`**« ${written} » n'est pas une sorte de contact.** Il y a ${typed('appel')}, ${typed('visite')}, ${typed('rencontre')} et ${typed('lettre')}.`,
  kinds,
  states,
};
