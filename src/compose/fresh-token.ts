import { randomBytes } from 'node:crypto';

/** 96 bits that nobody can guess, in 16 characters that fit on any button. */
export const freshToken = (): string => randomBytes(12).toString('base64url');
