import type { Secret } from '#kernel/secret.ts';

/** Slack calls its tokens opaque; but what stands in a header is one word of plain ASCII. */
const ONE_WORD = /^[\x21-\x7e]+$/;

/** Whether this can be sent as a token at all: no white space in it, no second line, no typographic dash. */
export const isSendableToken = (token: Secret): boolean => ONE_WORD.test(token.reveal());
