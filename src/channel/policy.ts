/** Who may look in a workspace, and who may change what it watches. */
export type Policy = {
  readonly looking: 'anyone' | 'managers';
  /** Roles or user groups that manage beside those whom the platform lets, by the platform's ids. */
  readonly managers: readonly string[];
};

/** The policy of a workspace that nobody has changed. */
export const openPolicy: Policy = { looking: 'anyone', managers: [] };
