/** Marks by the language of the quoted words; English ones elsewhere. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['« ', ' »'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  es: ['«', '»'],
  de: ['„', '“'],
};
const ENGLISH_MARKS = ['“', '”'] as const;

/** Verbatim words between the marks of their own language; marks they already bear are not doubled. */
export function inQuotationMarks(words: string, language = 'en'): string {
  const [open, close] = MARKS[language] ?? ENGLISH_MARKS;
  const bare = words.trim().replace(/^["“«„‘']\s*([^"“”«»„]*?)\s*["”»“’']$/u, '$1');
  return `${open}${bare}${close}`;
}
