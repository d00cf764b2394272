import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { FeedParser } from '#article/item.ts';
import { InvalidSettings } from '#config/problem.ts';
import { optionalText, text } from '#tools/input-fields.ts';
import { BadLine, writeLine } from '#tools/stage-lines.ts';

/** One document to read, and what its server would have said of it. */
type Document = { readonly file: string; readonly url?: string; readonly contentType?: string };

/**
 * `parse FILE…` or `parse --list FILE`: one line a document, its items or the error. The exit status is 1 when a
 * document could not be read.
 */
export async function runParse(
  arguments_: readonly string[],
  parser: FeedParser,
  output: Writable,
): Promise<number> {
  const listed = readDocuments(arguments_);
  let failed = 0;
  for (const document of listed) {
    const result = 'error' in document ? document : await parseDocument(document, parser);
    if ('error' in result) failed += 1;
    await writeLine(output, result);
  }
  return failed === 0 ? 0 : 1;
}

async function parseDocument({ file, url, contentType }: Document, parser: FeedParser) {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    return { file, error: { kind: 'unreadable', message: (cause as Error).message } };
  }
  const said = { ...(contentType && { contentType }), ...(url && { url }) };
  return { file, ...(await parser.parse({ bytes, ...said, withMarkup: true })) };
}

type BadListing = { readonly line: number; readonly error: string };

function readDocuments(arguments_: readonly string[]): readonly (Document | BadListing)[] {
  if (arguments_[0] !== '--list') return arguments_.map((file) => ({ file }));
  const lines = readList(arguments_[1] ?? '').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readListing(line, index + 1)]));
}

function readList(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message = `cannot be read: ${(cause as Error).message}.`;
    throw new InvalidSettings([{ where: file, message, remedy: 'Check the path that stands after --list.' }]);
  }
}

function readListing(line: string, number: number): Document | BadListing {
  try {
    const fields = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const url = optionalText(fields, 'feed_url');
    const contentType = optionalText(fields, 'http_content_type');
    return { file: text(fields, 'file'), ...(url && { url }), ...(contentType && { contentType }) };
  } catch (cause) {
    return {
      line: number,
      error: cause instanceof BadLine ? cause.message : `not JSON: ${(cause as Error).message}`,
    };
  }
}
