import sanitizeHtml from 'sanitize-html';
import { SILENT_TAGS } from './plain-text.ts';
import { webAddress } from './web-address.ts';

/** Makes a publisher's HTML harmless; relative addresses in it start from `base`. */
export type Sanitise = (html: string, base: string | undefined) => string;

const TAGS =
  'a abbr b blockquote br caption cite code dd del dl div dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre q s small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  );

/**
 * A publisher's HTML without anything that runs, loads or disguises: plain markup, links and pictures with absolute
 * http(s) addresses. Relative addresses start from `base`; where there is none they are dropped. What has no tag at all
 * is given back as it was written.
 */
export const sanitise: Sanitise = (html, base) => {
  if (!html.includes('<')) return html.trim();
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
    nonTextTags: [...SILENT_TAGS],
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: withAbsolute(attribs, 'href', base) }),
      img: (tagName, attribs) => ({ tagName, attribs: withAbsolute(attribs, 'src', base) }),
    },
  }).trim();
};

function withAbsolute(
  attribs: Record<string, string>,
  name: string,
  base: string | undefined,
): Record<string, string> {
  const { [name]: written, ...rest } = attribs;
  const address = webAddress(written, base);
  return address === undefined ? rest : { ...rest, [name]: address };
}
