import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Takes pictures of pages. */
export type Camera = AsyncDisposable & {
  /** The `main` element of a page as PNG. */
  photograph(html: string): Promise<Uint8Array>;
};

/** No page asks the network for anything; if one does, nothing answers. A letter is drawn the same wherever it stands: small files. */
const ARGUMENTS = [
  '--no-sandbox',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--font-render-hinting=full',
  '--disable-font-subpixel-positioning',
  '--disable-lcd-text',
];

/** Opens a headless Chromium. Throws, with what to do, where there is none at this path. */
export async function openCamera(executablePath: string): Promise<Camera> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. On Debian: apt-get install chromium fonts-noto-core; elsewhere set CHROMIUM to the path of one.`,
    );
  }
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const context = await browser.newContext({ javaScriptEnabled: false });
  return {
    async photograph(html) {
      const page = await context.newPage();
      await page.setContent(html);
      const picture = await page.locator('main').screenshot();
      await page.close();
      return picture;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
