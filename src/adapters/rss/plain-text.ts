import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** What stands in them is not for readers. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'head iframe noscript object option script style template textarea'.split(' '),
);
/** What a cut leaves of a tag when it falls right behind its beginning: no reader was ever to see it. */
const CUT_TAG = /<\/?$/;

/** Marks of HTML in a text that claims to be plain: a tag HTML knows, a comment, or a character reference. */
const HTML_MARK =
  /<\/?(?:a|abbr|acronym|address|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|mark|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|video|wbr)\b[^<>]*>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** Whether a text was meant as HTML, whatever it was declared to be. */
export const looksLikeHtml = (text: string): boolean => HTML_MARK.test(text);

/** The text a reader sees of some HTML: a line for each block, no empty lines, scripts and styles left out. */
export function plainText(html: string): string {
  return /[<&]/.test(html) ? visibleText(html) : html.replace(/\s+/g, ' ').trim();
}

function visibleText(html: string): string {
  let text = '';
  let silent = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        if (SILENT_TAGS.has(name)) silent += 1;
        if (BLOCKS.has(name)) text += '\n';
      },
      ontext(data) {
        if (silent === 0) text += data.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (SILENT_TAGS.has(name)) silent = Math.max(0, silent - 1);
        if (BLOCKS.has(name)) text += '\n';
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html.replace(CUT_TAG, ''));
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/** The same on one line, for titles. A title that still carries references was escaped twice: they are read too. */
export function plainLine(html: string): string {
  const once = plainText(html);
  return (looksLikeHtml(once) ? plainText(once) : once).replace(/\s+/g, ' ').trim();
}
