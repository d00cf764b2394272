import type { Outlet } from '#feed/outlet.ts';

/**
 * Whether the pages of an outlet's articles may be read for their whole text: of official outlets, which publish for
 * everybody, and of those whose entry in `feeds.yaml` says so. Never of what a workspace added.
 */
export const letsPagesBeRead = ({ kind, allowsFullText, workspace }: Outlet): boolean =>
  workspace === undefined && (kind === 'official' || allowsFullText === true);
