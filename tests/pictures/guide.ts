import type { Step } from './first-minutes.ts';
import type { Seat } from './seat.ts';

/** A step at a seat, as it is told of in a guide. */
export type Told = { readonly seat: Seat; readonly step: Step };

/** More lines of an answer than a reader of the guide wants. */
const MOST_LINES = 14;

/** The guide of one platform as Markdown: each step, what was answered, and its picture. */
export function guideOf(platform: Seat['platform'], told: readonly Told[], zone: string): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone });
  const steps = told.filter(({ seat }) => seat.platform === platform).map(({ step }) => step);
  const parts = steps.map((step, index) => {
    const name = step.picture === undefined ? undefined : pictureName(platform, step.picture);
    return [
      ...(step.heading === undefined ? [] : [`## ${step.heading}`, '']),
      `**${hour.format(step.at)}** ${step.did}`,
      '',
      ...quoted(step.sight.lines),
      ...(name === undefined ? [] : ['', `![What step ${index + 1} showed](pictures/${name}.png)`]),
      '',
    ].join('\n');
  });
  return `${introduction(platform)}\n\n${parts.join('\n')}`.trimEnd().concat('\n');
}

/** What the file of a step's picture is called. */
export const pictureName = (platform: Seat['platform'], picture: string): string =>
  `${platform.toLowerCase()}-${picture}`;

const introduction = (
  platform: Seat['platform'],
): string => `# The first fifteen minutes on ${platform}, and the evening after

Somebody has just [invited Readout](${platform.toLowerCase()}.md), which has read its feeds for some hours. This page is what happened then, step by
step, and what was answered, word for word. \`npm run pictures\` plays it anew and writes this page and its pictures: the real program,
over ${platform === 'Discord' ? 'discord.js' : "Slack's own Bolt"}, on a ${platform} of our own, with the news of the demo's day. Hours are those of Paris.

*Demo wording, nobody's statement: the outlets are invented. Drawn from what the program sends, not photographed on ${platform}.*`;

/** As a block of plain text: nothing in it is Markdown. */
function quoted(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  const shown = left > 1 ? [...lines.slice(0, MOST_LINES), `… ${left} more lines`] : lines;
  return ['```text', ...shown.map((line) => line.replaceAll('```', "'''")), '```'];
}
