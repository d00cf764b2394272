import type { WebSources } from '#adapters/web/web-server.ts';
import { InvalidSettings } from '#config/problem.ts';
import type { Settings } from '#config/settings.ts';

/** Serves health and metrics to the operator. Throws `InvalidSettings` where the address cannot be listened at. */
export async function openWeb(web: Settings['web'], sources: WebSources): Promise<AsyncDisposable> {
  // Loaded only where it is used, as the page reader is: each takes memory that few operators need.
  const { startWebServer } = await import('#adapters/web/web-server.ts');
  try {
    return await startWebServer(web, sources);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw cause;
    throw new InvalidSettings([
      {
        where: 'web.port, web.host',
        message: `${web.host}:${web.port} cannot be listened at (${code}).`,
        remedy: 'Choose another port or host, or end the program that has it.',
      },
    ]);
  }
}
