import type { PageProbe, PageStanding } from '#article/address-check.ts';
import type { PageFetch } from './polite-pages.ts';

/** Asks for pages by `fetchPage`: where robots are not let in, nothing is asked and nothing told. */
export const pageProbe = (fetchPage: PageFetch): PageProbe => ({
  async ask(url): Promise<PageStanding> {
    const page = await fetchPage(url);
    if (page.kind === 'read') return { kind: 'there' };
    const { status } = page;
    return status === 404 || status === 410 ? { kind: 'missing', status } : { kind: 'untold' };
  },
});
