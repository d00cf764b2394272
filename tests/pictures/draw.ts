import { mkdirSync, writeFileSync } from 'node:fs';
import { openCamera } from './camera.ts';
import { drawDiscord } from './draw-discord.ts';
import { drawFirstMinutes } from './draw-first-minutes.ts';
import { drawSlack } from './draw-slack.ts';
import { drawTerminal } from './draw-terminal.ts';
import { playDay } from './play-day.ts';
import { scenesOf } from './scene.ts';

const DAY = 'tests/fixtures/demo-day/day.yaml';
const FOLDER = 'docs/pictures';

// `npm run pictures` draws every picture of the documents anew, from what the program says on the demo's day; with them
// it writes what a new user's first minutes are.
const { firstReport, bothSides, corrected, withdrawn } = scenesOf(await playDay(DAY));
const pages = {
  card: await drawTerminal(bothSides),
  'discord-first-report': await drawDiscord(firstReport, 'light'),
  'discord-both-sides': await drawDiscord(bothSides, 'dark'),
  'discord-corrected': await drawDiscord(corrected, 'dark'),
  'discord-withdrawn': await drawDiscord(withdrawn, 'dark'),
  'slack-first-report': await drawSlack(firstReport, 'light'),
  'slack-both-sides': await drawSlack(bothSides, 'light'),
  'slack-corrected': await drawSlack(corrected, 'dark'),
};
mkdirSync(FOLDER, { recursive: true });
await using camera = await openCamera(process.env['CHROMIUM'] ?? '/usr/bin/chromium');
for (const [name, page] of Object.entries(pages)) {
  const picture = await camera.photograph(page);
  writeFileSync(`${FOLDER}/${name}.png`, picture);
  process.stdout.write(`${FOLDER}/${name}.png ${Math.ceil(picture.length / 1000)} kB\n`);
}
await drawFirstMinutes(DAY, 'docs', camera);
