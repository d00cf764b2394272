import type { Platform } from '#channel/channel.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import { ChatPlatforms, type ConnectBy } from '#channel/chat-platforms.ts';
import type { Desk } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { greetWith, type Meeting } from '#command/greet.ts';
import type { Receive } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import { suggestWith } from '#command/suggest.ts';
import { dashboardWith } from '#command/watch/dashboard.ts';
import { type Arrival, welcomeWith } from '#command/welcome.ts';
import { slackTokens } from '#compose/slack-tokens.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { UnderWay } from '#compose/under-way.ts';
import type { Config } from '#config/read-config.ts';
import { tryChannelAgain } from '#delivery/try-channel-again.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** The chat platforms that the settings have tokens for, not yet connected; each SDK is loaded only when it is used. */
export function openPlatforms(
  config: Config,
  { desk, track }: { readonly desk: Desk; readonly track: UnderWay['track'] },
  surroundings: Surroundings,
): ChatPlatforms {
  const { settings, starters } = config;
  const { clock, random, log } = surroundings;
  const answer = receiveWith({ commands, desk, log, random });
  const receive: Receive = (inbound) => track(answer(inbound));
  const suggest = suggestWith({ desk, starters: starters.map(({ written }) => written), log });
  const dashboard = dashboardWith(desk);
  const letIn = async (channel: ChannelId): Promise<void> => {
    await desk.ledger.transaction(async (stores) => tryChannelAgain(channel, stores, clock()));
  };
  const means = { ledger: desk.ledger, clock, log };
  const noteArrival = welcomeWith(means);
  const sayHello = greetWith(means);
  const welcome = (arrival: Arrival): Promise<void> => track(noteArrival(arrival));
  const greet = (meeting: Meeting): Promise<void> => track(sayHello(meeting));
  const leaveOn =
    (platform: Platform) =>
    async (workspace: WorkspaceId): Promise<void> => {
      const isNews = await track(desk.ledger.workspaces.setLeft(workspace, clock()));
      if (isNews) log.info('workspace.left', { workspace, platform });
    };
  const notes = { welcome, greet, letIn, leave: leaveOn('slack') };
  const { discord, slack } = settings;
  const connects: ConnectBy[] = [];
  if (discord !== undefined) {
    const connect = async (): Promise<ChatPlatform> => {
      const { connectDiscord } = await import('#adapters/discord/connect-discord.ts');
      return connectDiscord({
        ...discord,
        commands,
        receive,
        suggest,
        welcome,
        leave: leaveOn('discord'),
        log,
      });
    };
    connects.push(['discord', connect, 'DISCORD_TOKEN']);
  }
  for (const { variable = 'SLACK_BOT_TOKEN', ...tokens } of slackTokens(settings)) {
    const connect = async (): Promise<ChatPlatform> => {
      const { connectSlack } = await import('#adapters/slack/connect-slack.ts');
      const { languages } = settings;
      const asked = { languages, receive, suggest, dashboard };
      const ofTokens = { bot: variable, app: variable.replace('SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN') };
      return connectSlack({ ...slack, ...tokens, settings: ofTokens, ...asked, ...notes, clock, log });
    };
    connects.push(['slack', connect, variable]);
  }
  return new ChatPlatforms(connects, log);
}
