import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCuttable } from './cut-document.ts';
import { decodeDocument } from './decode-document.ts';
import type { Publication } from './publication.ts';

const DOCUMENTS = '**/*.{xml,rss,atom,rdf,json}';

/** A folder's feed documents, each holding the items it dates by the hour; what cannot be read stands as it is. */
export function publishFolder(folder: string): readonly Publication[] {
  return globSync(DOCUMENTS, { cwd: folder })
    .toSorted()
    .map((file) => publishDocument(file, readFileSync(join(folder, file))));
}

function publishDocument(file: string, bytes: Uint8Array): Publication {
  const outlet = slugOf(file);
  const told = { path: `/${outlet}/feed`, outlet: { outlet, name: file } };
  const text = decodeDocument(bytes);
  if (text === undefined)
    return { ...told, contentType: 'application/xml', moments: [], documentAt: () => bytes };

  const document = makeCuttable(text);
  return {
    ...told,
    contentType: contentTypeOf(text),
    moments: document.dates,
    documentAt: (now) => Buffer.from(document.cutAt(now), 'utf8'),
  };
}

/** The file's ending stays in it: two documents may differ in nothing else. */
const slugOf = (file: string): string =>
  file
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const contentTypeOf = (text: string): string =>
  text.trimStart().startsWith('{')
    ? 'application/feed+json; charset=utf-8'
    : 'application/xml; charset=utf-8';
