/** A page of this kind says what it is near its beginning. */
const LOOKED_AT = 64 * 1024;

/** What the pages of the common shields hold, in markup that no article of a newspaper has. */
const SHIELDS =
  /cf-chl-|\/cdn-cgi\/challenge-platform\/|<title>\s*just a moment|captcha-delivery\.com|_Incapsula_Resource|px-captcha|ddos-guard|sgcaptcha|\/\.well-known\/(?:anubis|captcha)|awsWafCookieDomainList/i;

/** Whether an answer is a page that wants to know first whether a person asks. A feed never is one. */
export function asksForHuman(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  return /<html[\s>]/i.test(start) && SHIELDS.test(start);
}
