import type { Story, StoryAccount } from '#story/story.ts';

/**
 * What the story amounted to, with all that was taken back in the stories that become part of it: a correction once said
 * stays said.
 */
export function mergedAccount(older: Story, younger: readonly Story[]): StoryAccount {
  if (younger.length === 0) return older.account;
  const accounts = [older, ...younger].map(({ account }) => account);
  return {
    ...older.account,
    corrections: accounts.flatMap(({ corrections }) => corrections),
    withdrawals: accounts.flatMap(({ withdrawals = [] }) => withdrawals),
  };
}
