import type { City } from '../../books/indicators/figure.ts'
import { describeCatalogue, type DataService } from '../../formats/dcat/catalogue.ts'
import { writeJsonLd } from '../../formats/dcat/write-json-ld.ts'
import { writeTurtle } from '../../formats/dcat/write-turtle.ts'
import { datasetsOf, serviceIds, type DatasetNeeds } from './datasets-of-city.ts'
import { inAllLanguages } from './words-in-all.ts'

export type CatalogueFormat = 'jsonld' | 'ttl'

/** A harvester reads what data there is of all cities, and where it is taken: DCAT-AP 3. */
export async function writeCatalogue(
  { asOf, publicUrl, format }: { asOf: Date; publicUrl: string; format: CatalogueFormat },
  needs: DatasetNeeds & { listCities(): Promise<City[]> },
): Promise<string> {
  const cities = await needs.listCities()
  const lists = await Promise.all(cities.map(async (city) => await datasetsOf({ city, asOf, publicUrl }, needs)))
  const datasets = lists.flat()
  const node = describeCatalogue({
    address: `${publicUrl}/catalog`,
    title: inAllLanguages('dataCatalogue.title'),
    description: inAllLanguages('dataCatalogue.description'),
    publisher: { id: `${publicUrl}/catalog#publisher`, name: inAllLanguages('dataCatalogue.publisherOfSite'), homepage: `${publicUrl}/` },
    homepage: `${publicUrl}/`,
    modified:
      datasets
        .map(({ modified }) => modified ?? '')
        .sort()
        .at(-1) || null,
    ...{ datasets, services: servicesOf(publicUrl, datasets) },
  })
  return format === 'ttl' ? writeTurtle(node) : writeJsonLd(node)
}

function servicesOf(publicUrl: string, datasets: Awaited<ReturnType<typeof datasetsOf>>): DataService[] {
  const ids = serviceIds(publicUrl)
  const serves = (service: string) =>
    datasets.filter(({ distributions }) => distributions.some((one) => one.service === service)).map(({ id }) => id)
  return [
    {
      ...{ id: ids.api, title: inAllLanguages('dataCatalogue.api'), endpoint: `${publicUrl}/api/v1` },
      ...{ description: `${publicUrl}/api/v1/openapi.json`, serves: serves(ids.api) },
    },
    {
      ...{ id: ids.sdmx, title: inAllLanguages('dataCatalogue.sdmx', () => ({ version: 'REST 2.2.2' })), endpoint: `${publicUrl}/sdmx/2` },
      ...{ description: `${publicUrl}/sdmx/2/structure/dataflow`, serves: serves(ids.sdmx) },
    },
    {
      ...{ id: ids.oparl, title: inAllLanguages('dataCatalogue.oparl'), endpoint: `${publicUrl}/oparl/1.1` },
      ...{ description: 'https://schema.oparl.org/1.1/', serves: [] },
    },
  ]
}
