/** Longer ones are shown nowhere: no article of a newsroom has such an address. Slack's limit is 3,000. */
const LONGEST_LINK = 2_000;

/** The address as a link may open it: http or https, without a name or password in it; undefined for anything else. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '') return undefined;
  return url.href.length > LONGEST_LINK ? undefined : url.href;
}

/** A link in mrkdwn. `link` comes from `safeLink`, `label` is escaped; in between nothing can close the brackets early. */
export function mrkdwnLink(link: string, label: string): string {
  const address = link
    .replaceAll('&', '&amp;')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('|', '%7C');
  return `<${address}|${label.replaceAll('|', '¦')}>`;
}
