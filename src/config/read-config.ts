import { InvalidSettings, type Problem } from '#config/problem.ts';
import { type Catalogue, readCatalogue } from '#config/read-catalogue.ts';
import { readLexicon } from '#config/read-lexicon.ts';
import type { Environment } from '#config/read-secret.ts';
import { readSettings } from '#config/read-settings.ts';
import { readStarters } from '#config/read-starters.ts';
import type { Settings } from '#config/settings.ts';
import { openTableCache } from '#config/table-cache.ts';
import { tableReader } from '#config/table-reader.ts';
import { buildLexicon, type Lexicon } from '#lexicon/build-lexicon.ts';
import type { Topic } from '#topic/topic.ts';

/** Everything the program is told before it starts. */
export type Config = {
  readonly settings: Settings;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly starters: readonly Topic[];
};

/**
 * Reads all settings once. Throws `InvalidSettings` with every problem of every file when there is any. With
 * `remembersTables` it keeps what the large tables were read as in a file beside the database.
 */
export function readConfig(environment: Environment, { remembersTables = false } = {}): Config {
  const problems: Problem[] = [];
  const complain = (problem: Problem): void => void problems.push(problem);
  const folder = folderIn(environment);

  const settings = readSettings(folder, environment, complain);
  const cache =
    remembersTables && settings ? openTableCache(`${settings.database.file}.tables.json`) : undefined;
  const read = tableReader(folder, complain, cache);
  const data = readLexicon(read, complain);
  const actors = data && new Set(data.actors.map(({ id }) => id));
  const catalogue = readCatalogue(read, actors, complain);
  const lexicon = data && buildLexicon(data);
  const starters = lexicon && readStarters(read, lexicon, complain);

  if (problems.length > 0 || !settings || !lexicon || !catalogue || !starters)
    throw new InvalidSettings(problems);
  cache?.save();
  return { settings, lexicon, catalogue, starters };
}

/** The lexicon and the outlets: all that the stage commands need, which run without settings. */
export function readKnowledge(environment: Environment): Pick<Config, 'lexicon' | 'catalogue'> {
  const problems: Problem[] = [];
  const complain = (problem: Problem): void => void problems.push(problem);
  const read = tableReader(folderIn(environment), complain);

  const data = readLexicon(read, complain);
  const catalogue = readCatalogue(read, data && new Set(data.actors.map(({ id }) => id)), complain);
  if (problems.length > 0 || !data || !catalogue) throw new InvalidSettings(problems);
  return { lexicon: buildLexicon(data), catalogue };
}

const folderIn = (environment: Environment): string => environment['READOUT_CONFIG'] || 'config';
