/** The text of an article's page, or why there is none. */
export type PageText =
  | { readonly kind: 'read'; readonly text: string; readonly title?: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Reads the whole published text of an article from its page. Never throws for what a server or a page does. */
export interface PageReader {
  read(url: string): Promise<PageText>;
}
