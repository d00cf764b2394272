/** A text file that came with a request. */
export type UploadedFile = { readonly name: string; readonly text: string };

/** A request's JSON, and the files beside it (docs: reference, "Uploading Files"). */
export type Upload = { readonly json: string; readonly files: readonly UploadedFile[] };

const FIELD = /name="([^"]*)"(?:; filename="([^"]*)")?/i;

/** Takes a body apart that is `multipart/form-data`; any other is its JSON alone. Files are read as text. */
export function readUpload(written: string, contentType = ''): Upload {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) return { json: written, files: [] };
  const parts = written.split(`--${boundary}`).map(partOf);
  return {
    json: parts.find(({ field }) => field === 'payload_json')?.text ?? '',
    files: parts.flatMap(({ file, text }) => (file === undefined ? [] : [{ name: file, text }])),
  };
}

function partOf(part: string) {
  const [head = '', ...body] = part.split('\r\n\r\n');
  const [, field, file] = FIELD.exec(head) ?? [];
  return { field, file, text: body.join('\r\n\r\n').replace(/\r\n$/, '') };
}
