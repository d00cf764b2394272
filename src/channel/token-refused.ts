/**
 * A platform does not take our token: only another one, with which the program is started anew, lets it in again. The
 * message is for the operator, without the token.
 */
export class TokenRefused extends Error {}
