/** Sentences of our own about nothing that happened. `{actor}`, `{event}`, `{verb}` and `{word}` are filled in. */
export const HEADLINES: readonly string[] = [
  '{actor} and {actor}: {event}',
  '{event} between {actor} and {actor}',
  '{actor} {verb} {actor} wants {event}',
  'After the {word}, {event} for {actor}',
];

/** Sentences that tell of actors. */
export const REPORTS: readonly string[] = [
  '{actor} {verb} on Monday that the {word} with {actor} would go on.',
  'The {event} between {actor} and {actor} lasted longer than the {word} before it.',
  '“The {word} is not the end of the {word},” {actor} {verb} after the {event}.',
  'According to {actor}, nobody had asked {actor} about the {word}.',
  'In the evening {actor} spoke of a {event}, and {actor} called the {word} useful.',
  '{actor} had been waiting for {actor} to answer since the {word} of last month.',
];

/** Sentences in which no actor stands. */
export const FILLERS: readonly string[] = [
  'Behind the {word} lies a long {word} about the {word}, which few people outside the room have read.',
  'The {word} was put off twice because the {word} had not arrived in time.',
  'Nobody at the table doubted that the {word} would cost more than the {word}.',
  'A second {word} is due before the winter, though its {word} is still open.',
  'It was the third {word} in as many weeks, and the shortest of them all.',
  'Reporters waited in the rain for the {word} and got a {word} instead.',
  'What the {word} means for the {word} is a question that the coming days must answer.',
  'Much of the text repeats the {word} of an earlier year, word for word.',
  'Those who wrote the {word} say that it was never meant as a {word}.',
  'There is no {word} without a {word}, as an old hand in the corridor put it.',
  'The {word} opened higher, then gave back most of what it had won by noon.',
  'Two drafts went round during the night; both of them left the {word} out.',
];

/** Words that fill the sentences. */
export const VOCABULARY: readonly string[] =
  `account agenda airport annex answer archive argument article assembly
  balance bargain border bridge briefing budget calendar capital chapter clause coast column committee compromise
  concern condition conference confidence contact corridor council crisis custom deadline debate decision delegation
  delay detail dispute document draft economy embargo envoy estimate evening export factory farmer fishery fleet
  forecast formula frontier garden gesture government grain guarantee guest harbour harvest hearing history hope
  import industry interest island issue journey judgment language letter limit line list loan machine majority map
  margin market measure mediator memory message metal minority minute mission mistake morning motion mountain
  neighbour newspaper night notice number objection offer office opinion order outline package pact page paper
  paragraph parliament passage patience people pipeline plan platform point policy port position power presence price
  principle prison problem procedure programme proposal protest province public quarter question railway reason
  record reform region report request reserve resolution result retreat return river road round route rule season
  secret seminar sentence service session signal silence source speech stage statement station step storm strategy
  street subject success summer support surprise survey table tariff task territory timetable tone trade tradition
  translation treaty trial trust tunnel twist union valley version view village visa visitor voice warning water
  weather welcome winter witness word worker workshop year`.split(/\s+/);
