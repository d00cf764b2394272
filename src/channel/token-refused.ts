/**
 * A platform does not take our token: only another one, with which the program is started anew, lets it in again. The
 * message is for the operator, without the token; `setting` names where the token stands, where there are several.
 */
export class TokenRefused extends Error {
  readonly setting: string | undefined;

  constructor(
    message: string,
    { setting, cause }: { readonly setting?: string; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.setting = setting;
  }
}
