import { DefaultRestOptions, type REST, RESTJSONErrorCodes, type ResponseLike } from 'discord.js';
import { tokenOf } from '#adapters/discord/asking/token-of.ts';
import { requestPace } from '#adapters/discord/request-pace.ts';
import { PatientRest } from '#adapters/discord/sending/patient-rest.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Secret } from '#kernel/secret.ts';

/** Whom to speak for, and where Discord is when not at its own address. */
export type RestOptions = { readonly token: Secret; readonly apiUrl?: string };

/** Discord's API, tenth version. */
const API_VERSION = '10';
const TIMEOUT_MS = 10 * SECOND_MS;

/**
 * A way to Discord's REST API that carries out each request once, unless told to repeat what got no answer: of cards
 * that is for the delivery stage to say. It waits for a limit of seconds, twice at most, and rejects at a longer one.
 * Throws `NoTokenError` for what cannot be a token.
 */
export function openRest({ token, apiUrl }: RestOptions, retries = 0): REST {
  const turn = requestPace();
  const rest = new PatientRest({
    version: API_VERSION,
    ...(apiUrl !== undefined && { api: apiUrl }),
    retries,
    timeout: TIMEOUT_MS,
    makeRequest: async (url, init) => {
      await turn();
      return notTakenForALimit(await DefaultRestOptions.makeRequest(url, init));
    },
  });
  return rest.setToken(tokenOf(token));
}

/**
 * Too many edits of old messages come with status 429 and a code of their own. The SDK takes every 429 for a limit that
 * passes, and never looks at the code: as a 400 it reaches us.
 */
async function notTakenForALimit(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 429) return response;
  const { status, statusText, headers } = response;
  const body = await response.text();
  const isOldEdit = codeIn(body) === RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached;
  return new Response(body, { status: isOldEdit ? 400 : status, statusText, headers: [...headers] });
}

function codeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { readonly code?: unknown }).code;
  } catch {
    return undefined;
  }
}
