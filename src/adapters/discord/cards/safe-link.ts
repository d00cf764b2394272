/** Discord takes no longer address in a button; nor is there room for one in a card. */
const LONGEST_LINK = 512;

/** Where a link of ours may lead: an address of the web without credentials, written so that no markup can end it. */
export function safeLink(link: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  const written = url.href.replaceAll(/[()<>[\]"'\\]/g, percentEncoded);
  return written.length <= LONGEST_LINK ? written : undefined;
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
