/** What every message of ours has: nothing in it is parsed for mentions, no link opens a preview. */
export const QUIET = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;
