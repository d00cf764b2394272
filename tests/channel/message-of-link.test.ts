import { expect, test } from 'vitest';
import { messageOfLink } from '#channel/message-of-link.ts';

test.each([
  ['https://discord.com/channels/11/22/33', '22', '33'],
  ['https://ptb.discord.com/channels/11/22/33', '22', '33'],
  ['https://discordapp.com/channels/11/22/33', '22', '33'],
  ['https://desk.slack.com/archives/C0DESK/p1772452800123456', 'C0DESK', '1772452800.123456'],
  [
    'https://a-b.enterprise.slack.com/archives/C0DESK/p1772452800123456?thread_ts=1772452000.000100&cid=C0DESK',
    'C0DESK',
    '1772452800.123456',
  ],
  // A post of a forum: its first message has its id.
  ['https://discord.com/channels/11/22', '22', '22'],
])('%s names a message', (link, address, message) => {
  expect(messageOfLink(link)).toEqual({ address, message });
});

test.each([
  'https://wire.example/channels/11/22/33',
  'https://discord.com.wire.example/channels/11/22/33',
  'https://evil-discord.com/channels/11/22/33',
  'https://discord.com/channels/11',
  'https://discord.com/channels/@me/22/33',
  'https://desk.slack.com/archives/C0DESK',
  'https://slack.com.wire.example/archives/C0DESK/p1772452800123456',
])('%s names none', (link) => {
  expect(messageOfLink(link)).toBeUndefined();
});
