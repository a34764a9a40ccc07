import {
  assembleCatalogue,
  catalogueEntries,
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueView,
} from '../books/indicators/catalogue-view.ts'
import type { City } from '../books/indicators/figure.ts'
import type { ProgrammeTarget } from '../books/indicators/programme-target.ts'
import { readCatalogueInput, type CatalogueReads } from './catalogue-input.ts'

/** Somebody looks through the catalogue of indicators. */
export async function showCatalogue(
  { city, filter, asOf }: { city: City; filter: CatalogueFilter; asOf: Date },
  needs: CatalogueReads,
): Promise<CatalogueView> {
  const { entries, targets } = await readCatalogue(city, asOf, needs)
  return assembleCatalogue(entries, filter, targets)
}

/** All indicators with their headline and state: the catalogue before any filter. */
export async function readCatalogue(
  city: City,
  asOf: Date,
  needs: CatalogueReads,
): Promise<{ entries: CatalogueEntry[]; targets: readonly ProgrammeTarget[] }> {
  const input = await readCatalogueInput(city, asOf, needs)
  return { entries: catalogueEntries(input), targets: input.targets }
}
