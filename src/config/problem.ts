/** Something in the settings that the program cannot work with, and how to mend it. */
export type Problem = {
  /** The file or variable it stands in. */
  readonly where: string;
  readonly message: string;
  readonly remedy: string;
};

/** All problems of the settings at once; `main.ts` prints them and ends with exit status 78 (sysexits: EX_CONFIG). */
export class InvalidSettings extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ where, message, remedy }) => `${where}: ${message} ${remedy}`).join('\n'));
    this.name = 'InvalidSettings';
    this.problems = problems;
  }
}

/** Collects problems while the rest of the settings is still read, so that a person mends them in one go. */
export type Complain = (problem: Problem) => void;
