import type { Config } from '#config/read-config.ts';
import { Catalogue } from '#feed/catalogue.ts';
import type { Ledger } from '#ledger.ts';

/** All that is read: what the settings list, and what workspaces have added by now. */
export async function openCatalogue(config: Pick<Config, 'catalogue'>, ledger: Ledger): Promise<Catalogue> {
  const catalogue = new Catalogue(config.catalogue);
  await catalogue.refresh(ledger);
  return catalogue;
}
