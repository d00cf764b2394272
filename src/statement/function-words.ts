/** The small words that hold a clause together, in one language, in lower case. */
export type FunctionWords = {
  readonly determiners: ReadonlySet<string>;
  /** Stand between a subject and its verb of saying: "has", "also". */
  readonly fillers: ReadonlySet<string>;
  /** Take the saying back, make it possible only, or make it the writer's: "did not say", "to say", "was told", "I think". */
  readonly unsaid: ReadonlySet<string>;
  /** Those of them with which said words may begin: "nobody came", "to come". */
  readonly openings: ReadonlySet<string>;
  /** Begin another clause: a subject does not reach across them. */
  readonly joints: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Those prepositions that tell when, where or to whom something was said: "said on Monday to reporters". */
  readonly beside: ReadonlySet<string>;
  /** Those prepositions behind which a place stands, where somebody is sent to or speaks. */
  readonly destinations: ReadonlySet<string>;
  /** Join a speaker to the body spoken for: "spokesman for the ministry". */
  readonly of: ReadonlySet<string>;
  readonly ands: ReadonlySet<string>;
  /** Carry the same subject on to another verb: "welcomed it but warned". */
  readonly coordinating: ReadonlySet<string>;
  /** Behind a speaker they tell who printed the words: "an official quoted by the Courier". */
  readonly quotedBy: ReadonlySet<string>;
  /** Participles that are passive before one of `passive`: "asked to wait", "accused of". */
  readonly passivable: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** Open a clause beside the main one: "While Mr X said …, the talks went on". */
  readonly subordinates: ReadonlySet<string>;
  /** Nobody by itself: "souligne-t-on à l'Élysée". */
  readonly impersonal: ReadonlySet<string>;
  /** "As Mr X said, …": the whole frame stands aside. */
  readonly as: ReadonlySet<string>;
  /** When, and in Russian to whom, without a preposition: "said Monday", "сказал журналистам". */
  readonly times: ReadonlySet<string>;
  /** Make a condition, or no main clause, of what they open: "if he said", "which he said". */
  readonly conditions: ReadonlySet<string>;
  /** Before their subject they ask or suppose: "Had he said so". */
  readonly inversions: ReadonlySet<string>;
  /** Call what is told untrue or invented: "false", "in the novel". */
  readonly untruths: ReadonlySet<string>;
  /** Behind a comma they hand on another's words: ", quoting Mr X,". */
  readonly relaying: ReadonlySet<string>;
  /** Forms that are nouns as well ("eleven states"): they count only with "that", a colon or a quotation behind. */
  readonly nounlike: ReadonlySet<string>;
  /** Forms that may have a plain object instead of words ("added another name"): bare content counts only with a verb in it. */
  readonly taking: ReadonlySet<string>;
  /** Small verbs that make a clause of what they stand in: "the talks were over". */
  readonly clausal: ReadonlySet<string>;
  /** Forms whose content may begin with "to" or another preposition: "agreed to meet", "warned of war". */
  readonly complementing: ReadonlySet<string>;
  /** Whether an adjective stands behind its noun: "le ministère turc des Affaires étrangères". */
  readonly adjectivesFollow: boolean;
  /** Whether a comma parts off what opens a sentence: "In a call on Monday, Mr X said". */
  readonly commaParted: boolean;
  /** Before a place they make it the subject of a plural verb, where endings tell who is the subject: «В Кремле заявили». */
  readonly placesSpeak: ReadonlySet<string>;
  /** Whether the speaker may stand inside the marks: « Nous irons, a dit X, et vite. » */
  readonly partsQuotations: boolean;
  /** Openers that a comma parts from their verb, hearers and all: "сказал журналистам, что". */
  readonly commaOpeners: ReadonlySet<string>;
  /** Verbs that name the hearer before the content: "told reporters". */
  readonly telling: ReadonlySet<string>;
  /** Pronouns for the hearer behind those verbs. */
  readonly hearers: ReadonlySet<string>;
  /** Belong to the name of an office, so that they change nothing about its side: "the Russian foreign ministry". */
  readonly officeWords: ReadonlySet<string>;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FUNCTION_WORDS: Readonly<Record<string, FunctionWords>> = {
  en: {
    determiners: set(
      'the a an this that these those his her its their our my your some many several both another two',
    ),
    fillers: set(
      'has have had also later then earlier further again repeatedly recently previously once often now still just reportedly himself herself itself themselves too',
    ),
    unsaid: set(
      'would should could may might will must can cannot not never to be been being is are was were did does do nobody nothing i we you',
    ),
    openings: set('i we you nobody nothing not never to'),
    joints: set(
      'and but or nor because while when if after before since though although where whereas whether than so until unless as that',
    ),
    relatives: set('who which whom whose'),
    prepositions: set(
      'in on at during after before with by from to for about over under between amid following despite since until through via',
    ),
    beside: set('in on at during after before following via through amid late early'),
    destinations: set('to in at'),
    of: set('of from for'),
    ands: set('and'),
    coordinating: set('and but then'),
    quotedBy: set('quoted cited speaking'),
    subordinates: set('while although though because since when after before'),
    impersonal: new Set(),
    as: set('as'),
    times: set(
      'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier late early later morning afternoon evening night week month year last next',
    ),
    conditions: set('if whether unless which whom whose what how why'),
    inversions: set('had has have did does do were was is are should'),
    untruths: set(
      'false untrue fake fakes fabricated baseless unfounded misleading invented imaginary fictional fictitious hoax myth rumour rumor misinformation disinformation debunked check claim novel play film movie sketch comedy cartoon spoof parody satire satirical simulated deepfake',
    ),
    relaying: set('quoting paraphrasing reciting'),
    nounlike: set(
      'states claims claim reports report remarks calls notes note demands asks posts posted answers reads read estimates hopes promises pledges promise pledge warning demand reply replies responds signals vow vows',
    ),
    taking: set(
      'added adds add adding continued continues maintained maintains recalled recalls read reads reported reports report reporting observed observes posted posting revealed reveals answered answers admitted admits wrote writes write writing stated predicted recommended mentions mentioned indicated indicates replied hints hinted reaffirmed confirmed confirms repeated repeats repeating concluded concludes concluding elaborated assured assures assuring',
    ),
    clausal: set(
      'is are was were be been has have had will would can could may might must should do does did says said made makes came comes took takes goes went gave gives needs need wants want wanted knows knew felt seems seemed remains remained remain means meant',
    ),
    complementing: set(
      'agreed agrees agree promised promises promise promising pledged pledges pledge pledging vowed vows vow vowing asked asks ask asking urged urges urge urging told tells tell telling warned warns warn warning threatened threatens threatening accused accuses accuse accusing demanded demands demanding appealed appeals appeal declared called calls',
    ),
    passivable: set('told asked warned urged reminded accused threatened'),
    passive: set('to by of not'),
    adjectivesFollow: false,
    commaParted: true,
    placesSpeak: new Set(),
    partsQuotations: false,
    commaOpeners: new Set(),
    telling: set('told tells tell telling asked asks ask asking warned urged urges urge reminded'),
    hearers: set('me us him her them you it'),
    officeWords: set(
      'general foreign policy security defence defense interior state prime vice senior deputy top presidential diplomatic affairs external mr mrs ms',
    ),
  },
  fr: {
    determiners: set('le la les l un une ce cet cette ces son sa ses leur leurs notre nos plusieurs deux'),
    fillers: set('également aussi ensuite encore enfin toutefois ainsi donc lui l en y se s'),
    unsaid: set('n ne pas jamais pour sans pourrait devrait doit peut va être été est sont je nous vous'),
    openings: set('je nous vous sans pour ne n'),
    joints: set('et mais ou car lorsque quand si alors tandis puisque parce que qu dont où comme'),
    relatives: set('qui lequel laquelle lesquels lesquelles'),
    prepositions: set(
      'en à au aux dans lors devant après avant pendant sur par pour avec depuis chez vers sous via',
    ),
    beside: set('en à au aux dans lors devant après avant pendant sur via'),
    destinations: set('en à au aux dans chez'),
    of: set('de du des d'),
    ands: set('et'),
    coordinating: set('et mais puis'),
    quotedBy: set('cité citée cités citées interrogé interrogée'),
    subordinates: set('alors lorsque quand puisque'),
    impersonal: set('on'),
    as: set('comme ainsi'),
    times: set(
      'lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir midi nuit mardi-soir jour même ce cette aujourd hui',
    ),
    conditions: set('si'),
    inversions: new Set(),
    untruths: set(
      'faux fausse fausses infox intox canular rumeur désinformation vérification roman pièce film sketch parodie parodique satire satirique fictif fictive inventé inventée truqué truquée montage hypertrucage',
    ),
    relaying: set('citant paraphrasant'),
    nounlike: set('dit note rapporte rapport juge demande demandent regrette répond'),
    taking: new Set(),
    clausal: new Set(),
    complementing: new Set(),
    passivable: new Set(),
    passive: new Set(),
    adjectivesFollow: true,
    commaParted: true,
    placesSpeak: new Set(),
    partsQuotations: true,
    commaOpeners: new Set(),
    telling: new Set(),
    hearers: new Set(),
    officeWords: set(
      'général générale étrangères étrangère affaires premier première défense intérieur présidentiel présidentielle diplomatique haut vice m mme',
    ),
  },
  ru: {
    determiners: set('этот эта это эти его её ее их наш наши оба обе два две'),
    fillers: set('также ранее позже затем вновь снова уже еще ещё тоже потом накануне об этом сам сама'),
    unsaid: set('не бы может мог должен ли я мы вы'),
    openings: set('я мы вы не если ли'),
    joints: set('и а но или что чтобы если когда пока хотя потому поскольку как'),
    relatives: set('который которая которое которые которого которой'),
    prepositions: set('на после до при о об по с со из за для к ко от у под перед во в'),
    beside: set('на после до при перед по во в'),
    destinations: set('в во на'),
    of: set('при'),
    ands: set('и'),
    coordinating: set('и но а'),
    quotedBy: new Set(),
    subordinates: set('хотя пока когда'),
    impersonal: new Set(),
    as: set('как'),
    times: set(
      'понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера утром вечером днем днём ночью журналистам',
    ),
    conditions: set('если'),
    inversions: new Set(),
    untruths: set(
      'фейк фейке фейковом фейковое ложь ложно неправда вымысел вымышленном розыгрыш слух вброс дезинформация подделка дипфейк дипфейке романе пьесе фильме сериале скетче пародии сатире',
    ),
    relaying: set('цитируя процитировав пересказывая'),
    nounlike: new Set(),
    taking: new Set(),
    clausal: new Set(),
    complementing: new Set(),
    passivable: new Set(),
    passive: new Set(),
    adjectivesFollow: false,
    commaParted: false,
    placesSpeak: set('в во'),
    partsQuotations: true,
    commaOpeners: set('что чтобы'),
    telling: new Set(),
    hearers: new Set(),
    officeWords: set(
      'совместное совместном генеральный генерального официальный официальная иностранных дел обороны внутренних безопасности премьер вице пресс секретарь секретаря служба службе службы в во',
    ),
  },
};

/** The function words of a language; absent where nobody wrote them down, and then nothing is attributed. */
export function functionWordsOf(language: string): FunctionWords | undefined {
  return FUNCTION_WORDS[language];
}
