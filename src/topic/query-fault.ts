/** What is wrong with a query. Words in it are as somebody wrote them; `operator` is `OR` or such as `near/5`. */
export type QueryFault =
  | { readonly kind: 'too-long'; readonly most: number; readonly length: number }
  | { readonly kind: 'open-quotation' }
  | { readonly kind: 'closes-nothing' }
  | { readonly kind: 'never-closed' }
  | { readonly kind: 'nothing-before'; readonly operator: string }
  | { readonly kind: 'nothing-behind'; readonly operator: string }
  | { readonly kind: 'bare-minus' }
  | { readonly kind: 'empty-parentheses' }
  | { readonly kind: 'empty-quotation' }
  | { readonly kind: 'empty-field'; readonly field: string }
  | { readonly kind: 'field-of-group'; readonly field: string }
  | { readonly kind: 'choice-of-limits'; readonly operator: string }
  | { readonly kind: 'near-distance' }
  | { readonly kind: 'no-field'; readonly field: string }
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'a-link' }
  | { readonly kind: 'no-words' }
  | { readonly kind: 'only-title' }
  | { readonly kind: 'no-kind'; readonly kinds: readonly string[] }
  | { readonly kind: 'no-language' }
  | { readonly kind: 'no-country' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'only-limits' }
  | { readonly kind: 'too-common' }
  | { readonly kind: 'too-many'; readonly most: number; readonly alternatives: number }
  | { readonly kind: 'asked-and-left-out'; readonly written: string }
  | { readonly kind: 'contradiction'; readonly one: string; readonly other: string };

/** The fault in an English sentence. */
export function tellQueryFault(fault: QueryFault): string {
  switch (fault.kind) {
    case 'too-long':
      return `A topic may have ${fault.most} characters; this one has ${fault.length}.`;
    case 'open-quotation':
      return 'This quotation mark has no partner.';
    case 'closes-nothing':
      return 'This parenthesis closes nothing.';
    case 'never-closed':
      return 'This parenthesis is never closed.';
    case 'nothing-before':
      return `Nothing to choose stands before ${fault.operator}.`;
    case 'nothing-behind':
      return `Nothing to choose stands behind ${fault.operator}.`;
    case 'bare-minus':
      return 'Nothing stands behind this minus.';
    case 'empty-parentheses':
      return 'There is nothing in these parentheses.';
    case 'empty-quotation':
      return 'There is nothing in these quotation marks.';
    case 'empty-field':
      return `Nothing stands behind “${fault.field}:”.`;
    case 'field-of-group':
      return `“${fault.field}:” takes one word or a phrase in quotation marks, not parentheses.`;
    case 'choice-of-limits':
      return `${fault.operator} joins words to look for, not what to leave out or where to look. Make two topics of it.`;
    case 'near-distance':
      return 'near takes a number of words from 1 to 99, such as near/5.';
    case 'no-field':
      return `There is no “${fault.field}:”; the fields are title, outlet, kind, lang and country.`;
    case 'wildcard':
      return 'Write the whole word: no sign stands for letters left out. Its forms are found anyway.';
    case 'a-link':
      return 'This is a link. A topic is made of words: name whom or what to watch.';
    case 'no-words':
      return 'There is no word in this. Write names and events in letters.';
    case 'only-title':
      return 'This says where a word must stand. Ask for the word itself as well.';
    case 'no-kind':
      return `A kind of outlet is one of ${fault.kinds.join(', ')}.`;
    case 'no-language':
      return 'A language is written as its code, such as en, fr or ru.';
    case 'no-country':
      return 'This is no country that we know. Give its name, or its code such as FR.';
    case 'empty':
      return 'There is nothing to watch yet.';
    case 'only-limits':
      return 'This only says what to leave out or where to look, not what to look for.';
    case 'too-common':
      return 'These words are too common to watch. Add a name or an event.';
    case 'too-many':
      return `A topic may hold ${fault.most} alternatives; this one holds ${fault.alternatives}. Make two topics of it.`;
    case 'asked-and-left-out':
      return `“${fault.written}” is asked for and left out, so nothing could ever match.`;
    case 'contradiction':
      return `No article can meet both “${fault.one}” and “${fault.other}”.`;
  }
}
