import { aForum, aNewsroom } from '../adapters/discord/a-newsroom.ts';
import { aSlack } from '../adapters/slack/a-slack.ts';
import { printingTerminal } from '../adapters/terminal/printed.ts';
import { describeMessenger } from './messenger.contract.ts';

describeMessenger('the terminal', printingTerminal);
describeMessenger('Discord', () => aNewsroom());
describeMessenger('Discord, in a forum,', () => aForum());
describeMessenger('Slack', () => aSlack());
