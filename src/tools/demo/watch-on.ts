import { SECOND_MS } from '#kernel/clock.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { passTime, type Walk } from '#tools/demo/walk.ts';
import type { Topic } from '#topic/topic.ts';

/**
 * Connects the platforms, and has somebody on each watch these topics, one after the other. Gives the first line of
 * each answer. Throws where a platform cannot be connected.
 */
export async function watchOn(
  platforms: readonly SimulatedPlatform[],
  topics: readonly Topic[],
  walk: Walk,
): Promise<readonly string[]> {
  const { readout } = walk;
  await readout.connect();
  for (const { platform, problem } of readout.platforms())
    if (problem !== undefined) throw new Error(`${platform} could not be connected: ${problem}`);
  const answers: string[] = [];
  for (const platform of platforms) {
    for (const { written } of topics) {
      await passTime(walk, SECOND_MS);
      const [firstLine = ''] = (await platform.watch(written)).split('\n');
      answers.push(`${platform.name}: ${firstLine}`);
    }
  }
  return answers;
}
