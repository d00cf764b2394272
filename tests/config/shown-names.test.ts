import { expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { shownName } from '#lexicon/shown-name.ts';
import { parseQuery } from '#topic/parse-query.ts';

const { lexicon } = readConfig({});

test.each(['en', 'fr'])('a query in “%s” knows every person by the name that cards show', (language) => {
  const people = [...lexicon.actors.values()].filter(({ kind }) => kind === 'person');
  const strangers = people.flatMap(({ id }) => {
    const name = shownName(id, lexicon, language);
    const read = parseQuery(name, lexicon);
    const [part, ...others] = read.kind === 'topic' ? read.topic.parts : [];
    const isMeant = others.length === 0 && part?.kind === 'actor' && part.actors.includes(id);
    return isMeant ? [] : [name];
  });
  expect(people.length).toBeGreaterThan(100);
  expect(strangers).toEqual([]);
});
