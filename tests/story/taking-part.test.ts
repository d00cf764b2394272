import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { readConfig } from '#config/read-config.ts';
import type { OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { fingerprintOf } from '#story/fingerprint-of.ts';

const { lexicon } = readConfig({});
const AT = '2025-07-01T15:38:00.000Z';

/** Who takes part in the first contact that a headline tells of. Demo wording, nobody's statement. */
function between(title: string, language = 'en'): readonly string[] {
  const analysis = analyse({ title, language }, () => undefined);
  const mentions = findMentions(analysis, lexicon, new Date(AT));
  const article = { id: 'a' as ArticleId, outlet: 'wire' as OutletId, at: AT };
  return fingerprintOf(article, analysis, mentions, lexicon).events.flatMap((told) => told.between ?? []);
}

describe('who only says that others are in touch', () => {
  test.each([
    ['Meloni will visit Spain, Merz told reporters in Berlin', 'en', 'merz'],
    ['Meloni phoned Pedro Sánchez on Monday, said Chancellor Friedrich Merz', 'en', 'merz'],
    ['Merz said that Meloni would phone Pedro Sánchez', 'en', 'merz'],
    ['Giorgia Meloni se rendra en Espagne, a indiqué Emmanuel Macron', 'fr', 'macron'],
    ['Emmanuel Macron a déclaré que Giorgia Meloni se rendra en Espagne', 'fr', 'macron'],
    ['Джорджа Мелони посетит Испанию, сообщил Эмманюэль Макрон', 'ru', 'macron'],
    ['Эмманюэль Макрон сообщил, что Джорджа Мелони посетит Испанию', 'ru', 'macron'],
  ])('takes no part: “%s” (%s)', (title, language, speaker) => {
    const parties = between(title, language);
    expect(parties).toContain('meloni');
    expect(parties).not.toContain(speaker);
  });

  test.each([
    ['Macron says he phoned Meloni and Pedro Sánchez', 'en', 'macron'],
    ['A meeting with Meloni and Pedro Sánchez is set, Macron says', 'en', 'macron'],
    ['Meloni will visit next week, Macron told reporters', 'en', 'macron'],
    ['Emmanuel Macron a dit avoir téléphoné à Giorgia Meloni et à Pedro Sánchez', 'fr', 'macron'],
    ['Эмманюэль Макрон сообщил о телефонном разговоре с Джорджей Мелони', 'ru', 'macron'],
  ])(
    'takes part where it is his own contact, or nobody else would: “%s” (%s)',
    (title, language, speaker) => {
      expect(between(title, language)).toContain(speaker);
    },
  );
});
