/** What may stand in a log line: plain values, never a secret, never a URL with credentials. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Where the program tells its operator what happened. Events are dotted and past tense; `docs/logs.md` lists them. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields, cause?: unknown): void;
}

/** Says nothing: for stage commands, whose output is data. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
