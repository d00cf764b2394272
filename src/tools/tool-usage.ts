/** How a tool of this machine is typed, and what it is for. */
export type ToolUsage = { readonly usage: string; readonly purpose: string };

/** By the tool's name; most useful first, which is the order in which help tells them. */
export const TOOL_USAGES: ReadonlyMap<string, ToolUsage> = new Map([
  [
    'check',
    {
      usage: 'readout check [--offline | --post CHANNEL | --hosts [--json]]',
      purpose: 'Settings, database, platforms, feeds: what works, and the remedy',
    },
  ],
  [
    'demo',
    {
      usage: 'readout demo [--from FOLDER] [--discord] [--slack]',
      purpose: 'A day of invented news, or any folder of feed documents',
    },
  ],
  [
    'parked',
    {
      usage: 'readout parked [release [OUTLET] | drop [OUTLET]]',
      purpose: 'What a sudden flood of a feed holds back',
    },
  ],
  [
    'story split',
    {
      usage: 'readout story split STORY ARTICLE… [--dry]',
      purpose: 'These reports are about another event, for everyone and for good',
    },
  ],
  [
    'story merge',
    {
      usage: 'readout story merge STORY STORY [--dry]',
      purpose: 'Both stories are one event: the older card lives on',
    },
  ],
  [
    'story side',
    {
      usage: 'readout story side STORY STATEMENT|ARTICLE SIDE|none|read [--dry]',
      purpose: 'For whom these words speak; “read”: for whom the article says',
    },
  ],
  ['backup', { usage: 'readout backup FILE', purpose: 'Copies the database while the program runs' }],
  [
    'restore',
    {
      usage: 'readout restore FILE   or   readout restore --done',
      purpose: 'Puts a copy in its place; what stands on the platforms is not posted again',
    },
  ],
  [
    'export',
    { usage: 'readout export FILE', purpose: 'Watches, settings and own feeds as one readable file' },
  ],
  [
    'import',
    { usage: 'readout import FILE', purpose: 'Takes in what export wrote; changes nothing that stands' },
  ],
  ['reread', { usage: 'readout reread', purpose: 'Tries articles again that could not be read' }],
  [
    'parse',
    {
      usage: 'readout parse FILE…   or   readout parse --list FILE',
      purpose: 'Feed documents → items',
    },
  ],
  ['match', { usage: 'readout match --topics FILE < ARTICLES', purpose: 'Articles → matches with evidence' }],
  [
    'group',
    { usage: 'readout group [--final] < ARTICLES', purpose: 'Articles in order of arrival → stories' },
  ],
  ['statements', { usage: 'readout statements < TEXTS', purpose: 'Texts → who said what' }],
  ['summarize', { usage: 'readout summarize < TEXTS', purpose: 'Texts → summaries' }],
]);

/** How a tool is called, such as `readout match --topics FILE < ARTICLES`; an unknown one by its name alone. */
export const usageOfTool = (name: string): string => TOOL_USAGES.get(name)?.usage ?? `readout ${name} …`;
