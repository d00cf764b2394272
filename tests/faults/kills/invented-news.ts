import { SMALL_CONFIG } from '../../config/small-config.ts';

const BEGINNINGS = ['Ka', 'Lo', 'Mi', 'Nu', 'Pe', 'Ra', 'So', 'Ti', 'Vu', 'Ze'];
const MIDDLES = ['bar', 'del', 'fin', 'gor', 'hul', 'jam', 'ket', 'lun', 'mor', 'nav'];
const ENDS = ['ia', 'land', 'ova', 'istan', 'ora', 'ania', 'esh', 'ique'];

const COUNTRIES: readonly string[] = MIDDLES.flatMap((middle) =>
  ENDS.flatMap((end) => BEGINNINGS.map((beginning) => `${beginning}${middle}${end}`)),
);

/** Two invented countries, whose leaders speak by phone: as many stories as there are pairs, no country in two. */
export type Pair = { readonly name: string; readonly other: string };

/** All pairs. */
export const PAIRS: readonly Pair[] = COUNTRIES.slice(0, COUNTRIES.length / 2).map((name, place) => ({
  name,
  other: COUNTRIES[place + COUNTRIES.length / 2] ?? '',
}));

/** What the desk watches. */
export const TOPIC = 'call';

/** The config folder of a newsroom that knows these countries. */
export const newsConfig = (urlOf: (outlet: string) => string) => ({
  'readout.yaml': `database: { disk_is_kept: true }
terminal: { enabled: false }
feeds: { allow_networks: [127.0.0.0/8], read_official_pages: false, check_addresses: false }
`,
  'feeds.yaml': SMALL_CONFIG['feeds.yaml']
    .replace('https://courier.example/feed', urlOf('courier'))
    .replace('https://palace.example/feed', urlOf('palace')),
  'actors.yaml': `${SMALL_CONFIG['actors.yaml']}${COUNTRIES.map(actor).join('')}`,
});

const actor = (name: string): string =>
  `  ${name.toLowerCase()}: { kind: country, names: { en: [${name}] } }\n`;

/** An outlet's report of a call. */
export const report = ({ name, other }: Pair) => ({
  id: `report-${name}`,
  title: `${name} and ${other} spoke by phone`,
  summary: `The leaders of ${name} and ${other} spoke by phone for an hour.`,
});

/** The same report, withdrawn by its outlet. */
export const withdrawal = (pair: Pair) => ({ ...report(pair), title: `Withdrawn: ${report(pair).title}` });
