import { env } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { openParser } from '#compose/open-parser.ts';
import { readTopicFile } from '#config/read-topic-file.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import { groupStage } from '#tools/group-stage.ts';
import { matchStage, readListedTopics } from '#tools/match-stage.ts';
import { misuse } from '#tools/misuse.ts';
import { runParse } from '#tools/parse-command.ts';
import { runLineStage, writeLine } from '#tools/stage-lines.ts';
import { statementsStage } from '#tools/statements-stage.ts';
import { summarizeStage } from '#tools/summarize-stage.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/** `readout parse FILE…`, `readout parse --list FILE`. */
export async function parse(rest: readonly string[], output: Writable): Promise<number> {
  if (rest.length === 0 || (rest[0] === '--list' && rest.length !== 2)) {
    return misuse(usageOfTool('parse'));
  }
  return runParse(rest, openParser(), output);
}

/** `readout match --topics FILE`, articles on standard input. */
export async function match(rest: readonly string[], input: Readable, output: Writable): Promise<number> {
  const [flag, file] = rest;
  if (flag !== '--topics' || file === undefined) return misuse(usageOfTool('match'));
  const knowledge = await openKnowledge(env);
  const entries = readTopicFile(file);
  const listed = readListedTopics(
    entries.filter((entry) => 'query' in entry),
    knowledge,
  );
  const problems = [...entries.filter((entry) => 'error' in entry), ...listed.problems];
  for (const problem of problems) await writeLine(output, problem);
  const status = await runLineStage(matchStage(listed, knowledge, new Date()), input, output);
  return problems.length > 0 ? 1 : status;
}

/** `readout group [--final]`, articles in order of arrival on standard input. */
export async function group(rest: readonly string[], input: Readable, output: Writable): Promise<number> {
  if (rest.some((word) => word !== '--final')) return misuse(usageOfTool('group'));
  const { stage, final } = groupStage(await openKnowledge(env));
  if (rest.length === 0) return runLineStage(stage, input, output);

  const status = await runLineStage(silently(stage), input, output);
  for (const { id, window, story } of final()) await writeLine(output, { id, window: window ?? null, story });
  return status;
}

/** `readout statements`, texts on standard input. */
export async function statements(
  rest: readonly string[],
  input: Readable,
  output: Writable,
): Promise<number> {
  if (rest.length > 0) return misuse(usageOfTool('statements'));
  return runLineStage(statementsStage(await openKnowledge(env), new Date()), input, output);
}

/** `readout summarize`, texts on standard input. */
export async function summarize(rest: readonly string[], input: Readable, output: Writable): Promise<number> {
  if (rest.length > 0) return misuse(usageOfTool('summarize'));
  const { detect } = await openKnowledge(env);
  return runLineStage(summarizeStage(detect, extractiveSummarizer), input, output);
}

type Stage = Parameters<typeof runLineStage>[0];

/** The stage runs, and only its bad lines are told. */
const silently =
  (stage: Stage): Stage =>
  async (fields) => {
    await stage(fields);
    return [];
  };
