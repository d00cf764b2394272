import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWSROOM } from '../simulators/discord/world.ts';
import type { Camera } from './camera.ts';
import { discordSeat } from './discord-seat.ts';
import { firstMinutes } from './first-minutes.ts';
import { guideOf, pictureName, type Told } from './guide.ts';
import { playedNewsroom } from './played-newsroom.ts';
import { homeTab, slackSeat } from './slack-seat.ts';

/** Plays a new user's first minutes on both platforms, and writes the guide of each with its pictures into `docs`. */
export async function drawFirstMinutes(dayFile: string, docs: string, camera: Camera): Promise<void> {
  await using room = await playedNewsroom(dayFile);
  await room.readout.connect();
  const [newsroom] = NEWSROOM.guilds;
  if (newsroom !== undefined) room.discord.inviteBot(newsroom);
  const around = { now: room.now, zone: room.zone };
  const seats = [
    discordSeat(room.discord, { user: 'Ben', channel: 'desk' }, around),
    slackSeat(room.slack, { user: 'U0ANNA', channel: 'C0DESK' }, around),
  ];
  const told: Told[] = [];
  for await (const one of firstMinutes(seats, room)) {
    told.push(one);
    const { seat, step } = one;
    if (step.picture === undefined) continue;
    const picture = await camera.photograph(step.sight.page(seat.platform === 'Discord' ? 'dark' : 'light'));
    writeFileSync(join(docs, 'pictures', `${pictureName(seat.platform, step.picture)}.png`), picture);
  }
  const home = await homeTab(room.slack, 'U0ANNA', room.zone);
  writeFileSync(join(docs, 'pictures', 'slack-home.png'), await camera.photograph(home.page('light')));
  for (const { platform } of seats)
    writeFileSync(
      join(docs, `first-fifteen-minutes-${platform.toLowerCase()}.md`),
      guideOf(platform, told, room.zone),
    );
  const violations = [...room.discord.violations(), ...room.slack.violations()];
  if (violations.length > 0) throw new Error(`A platform would have refused:\n${violations.join('\n')}`);
}
