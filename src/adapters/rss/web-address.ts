/** An absolute http(s) address, or `undefined`. A relative one starts from `base`. */
export function webAddress(written: string | undefined, base?: string): string | undefined {
  const address = written?.trim();
  if (address === undefined || address === '') return undefined;
  const url = URL.parse(address, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined;
}
