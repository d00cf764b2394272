import { join } from 'node:path';
import type { Config } from '#config/read-config.ts';
import type { Settings } from '#config/settings.ts';
import { type Feed, feedIdOf } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { AnnouncedFeed, Announcement } from '#tools/demo/publishers.ts';

/**
 * The operator's own settings and lexicon, with the demo's feeds in place of the catalogue, a database in `folder`
 * that goes with it, and loopback permitted, since that is where the demo's publishers are. `platforms` are the
 * simulated ones.
 */
export function demoConfig(
  config: Config,
  announcement: Announcement,
  folder: string,
  platforms: Pick<Settings, 'discord' | 'slack'> = {},
): Config {
  // A demo never speaks on a real platform, whatever tokens stand in the environment.
  const { discord: _discord, slack: _slack, ...settings } = config.settings;
  return {
    ...config,
    settings: {
      ...settings,
      ...platforms,
      // The demo's reader has French as well: half of its outlets write it.
      languages: settings.languages.length > 1 ? settings.languages : [...settings.languages, 'fr'],
      zone: settings.zone === 'UTC' ? 'Europe/Paris' : settings.zone,
      database: { file: join(folder, 'demo.sqlite'), isDiskKept: true },
      terminal: { isEnabled: true, watchesStarters: true },
      feeds: {
        ...settings.feeds,
        allowNetworks: ['127.0.0.0/8'],
        readsOfficialPages: false,
        proxies: { exceptions: [] },
      },
      web: { ...settings.web, port: 0 },
      log: { level: 'error' },
    },
    catalogue: {
      outlets: announcement.feeds.map(toOutlet),
      feeds: announcement.feeds.map((feed) => toFeed(feed, announcement.port)),
    },
  };
}

function toOutlet(feed: AnnouncedFeed): Outlet {
  const { outlet, name, kind = 'media', owner = name, languages = [], country } = feed;
  return {
    id: outlet as OutletId,
    name,
    kind,
    owner,
    languages,
    ...(country !== undefined && { country }),
    ...(feed.state_controlled !== undefined && { stateControlled: feed.state_controlled }),
    ...(feed.voice_of !== undefined && { voiceOf: feed.voice_of as ActorId }),
  };
}

function toFeed({ path, outlet, languages }: AnnouncedFeed, port: number): Feed {
  const url = `http://127.0.0.1:${port}${path}`;
  const [language, ...others] = languages ?? [];
  return {
    // The port is another each time; the feed is the same.
    id: feedIdOf(path),
    url,
    outlet: outlet as OutletId,
    ...(language !== undefined && others.length === 0 && { language }),
  };
}
