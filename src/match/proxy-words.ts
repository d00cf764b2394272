const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Who comes in somebody's stead or works for them: "Trump's envoy" is not Trump. Folded, by language. */
export const PROXIES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet(
    `envoy envoys emissary emissaries aide aides adviser advisers advisor advisors deputy deputies representative
    representatives staff delegation spokesman spokeswoman spokesperson lawyer lawyers team donors allies ally wife
    negotiator negotiators son daughter predecessor successor critics rival rivals
    minister ministers ambassador ambassadors official officials administration senators republicans supporters`,
  ),
  fr: wordSet(
    `emissaire emissaires envoye envoyee envoyes conseiller conseillere conseillers proche proches representant
    representants collaborateur collaborateurs avocat avocats entourage equipe delegation fils fille epouse ministre
    ministres ambassadeur ambassadrice ambassadeurs administration`,
  ),
  es: wordSet(
    'enviado enviada enviados emisario emisarios asesor asesora asesores representante equipo ministro ministra embajador embajadora',
  ),
  it: wordSet('inviato inviata inviati emissario emissari consigliere consiglieri rappresentante'),
  pt: wordSet('enviado enviada enviados emissario emissarios assessor assessora assessores representante'),
  de: wordSet(
    'gesandter gesandte gesandten sondergesandter sondergesandte sondergesandten berater beraterin vertreter',
  ),
  pl: wordSet('wyslannik wyslannika wyslannicy doradca doradcy przedstawiciel'),
  ru: wordSet(
    `посланник посланника посланником спецпосланник спецпосланника спецпосланником спецпредставитель
    спецпредставителя спецпредставителем представитель представителя представителем представители представителей
    представителями представителям помощник помощника помощником помощники
    советник советника советником советники`,
  ),
  uk: wordSet('посланець посланця спецпосланець спецпосланця радник радника радники помічник помічника'),
  tr: wordSet('temsilcisi danismani'),
  ar: wordSet('مبعوث المبعوث مستشار مستشارو'),
};

/** Where people work for somebody: "the Office of the President", «администрация президента»; folded, all forms. */
export const BUREAUS: ReadonlySet<string> = wordSet(
  `office offices bureau secretariat chancellery cabinet chancellerie oficina gabinete kanzlei buro kancelaria kancelarii
  офис офиса офису офисом офисе администрация администрации администрацию администрацией аппарат аппарата аппарату
  аппаратом канцелярия канцелярии канцелярию канцелярией офіс офісу офісом офісі адміністрація адміністрації
  адміністрацію адміністрацією апарат апарату апаратом канцелярія канцелярії канцелярію канцелярією`,
);

/** Who works in an office that lends its name to its principal: "deputy head of the Office of the President"; folded. */
export const STAFF: ReadonlySet<string> = wordSet(
  `head heads chief general generale secretary assistant member members chef directeur directrice secretaire membre jefe leiter leiterin
  глава главы главу главе главой руководитель руководителя руководителю руководителем замглавы замруководителя
  заместитель заместителя заместителем секретарь секретаря секретарем сотрудник сотрудники
  керівник керівника керівнику керівником заступник заступника заступником секретар секретаря речник речниця
  szef szefa szefem`,
);

/** What may stand between such a word and whom it belongs to: "envoy of Trump", "proches de l'Élysée"; folded. */
export const BELONGING: ReadonlySet<string> = wordSet(
  'of for to the de du des d la le l del della dell di da do von der dem vom',
);

/** Ranks that stand behind the envoy: "envoyé spécial de"; folded. */
export const RANKS_BEHIND: ReadonlySet<string> = wordSet(
  'special speciale speciaux especial especiales speciali personnel personnelle diplomatique',
);

/** What makes somebody else of a name: "pro-Trump senators"; folded, as a word of its own or before a hyphen. */
export const CAMPS: ReadonlySet<string> = wordSet('pro anti');

/** What may stand between somebody and their envoy without a genitive: "Putin special envoy"; folded. */
export const RANKS: ReadonlySet<string> = wordSet('special top senior chief peace foreign policy key');
