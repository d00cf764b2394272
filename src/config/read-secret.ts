import { readFileSync } from 'node:fs';
import type { Complain } from '#config/problem.ts';
import { Secret } from '#kernel/secret.ts';

/** The environment, as the program was given it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A secret from the variable `name`, or from the file that `name_FILE` names; absent when neither is set. */
export function readSecret(name: string, environment: Environment, complain: Complain): Secret | undefined {
  const value = environment[name]?.trim();
  const file = environment[`${name}_FILE`]?.trim();
  if (value && file) {
    complain({
      where: name,
      message: `is set, and so is ${name}_FILE.`,
      remedy: 'Keep one of the two.',
    });
    return undefined;
  }
  if (value) return new Secret(value);
  return file ? readSecretFile(name, file, complain) : undefined;
}

function readSecretFile(name: string, file: string, complain: Complain): Secret | undefined {
  try {
    const value = readFileSync(file, 'utf8').trim();
    if (value !== '') return new Secret(value);
    complain({
      where: `${name}_FILE`,
      message: 'names an empty file.',
      remedy: 'Put the secret into it, on one line.',
    });
  } catch (cause) {
    complain({
      where: `${name}_FILE`,
      message: `names a file that cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`,
      remedy: 'Check the path, and that the account that runs Readout may read it.',
    });
  }
  return undefined;
}
