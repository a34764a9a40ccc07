import { accessFiles } from '../../src/actions/files-of-access.ts'
import type { CityRecord } from '../../src/actions/record.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { AccessModel } from '../../src/books/indicators/sdg-11/access/access-model.ts'
import { methodSpread } from '../../src/books/indicators/sdg-11/access/method-spread.ts'
import { peopleServed } from '../../src/books/indicators/sdg-11/access/people-served.ts'
import type { SpatialResult } from '../../src/books/indicators/sdg-11/spatial-result.ts'
import { drawShares, intervalOf, surenessParameters, transitQuestion } from '../../src/books/indicators/sdg-11/sureness/sureness.ts'
import { tornado } from '../../src/books/indicators/sdg-11/sureness/tornado.ts'
import { writeAccessModel } from '../../src/books/indicators/sdg-11/access/write-access-model.ts'
import { writeSpatialResult } from '../../src/formats/spatial-result-file.ts'
import { randomAccessModel } from './random-access-model.ts'
import { smallCity, smallKey, smallRecord, smallRelease, type SmallRow } from './small-record.ts'

/** What a computation of 11.2.1 finds in a made-up town. */
export function resultOf(model: AccessModel): SpatialResult {
  const { share, served, population } = peopleServed(model)
  return {
    indicator: '11.2.1',
    metadataVersion: '2021-09',
    method: 'network-500-1000',
    unit: 'PT',
    value: share,
    numerator: served,
    denominator: population,
    parts: {},
    partsOf: null,
    interval: intervalOf(drawShares(transitQuestion(model), surenessParameters, 0, 50), surenessParameters.seed)?.interval ?? null,
    byDistrict: [],
    byPopulationGroup: [],
    methods: methodSpread(model),
    tornado: tornado(model),
    parameters: {
      stops: 'GTFS',
      streetsKm: 12.3,
      stopsCounted: 11,
      cells: 60,
      cellsWithoutStreet: 2,
      peopleWithoutStreet: 345,
      ...surenessParameters,
    },
    notices: [],
    files: [{ path: 'city.osm.pbf', sha256: 'ab'.repeat(32), bytes: 1234 }],
  }
}

export const access = (source: string, method = '') => smallKey({ indicator: '11.2.1', unit: 'PT', source, method })

const [computation, official] = [smallRelease(1, { kind: 'computation', noticeCounts: { cells_without_street: 1 } }), smallRelease(2)]

/**
 * A city for which 11.2.1 was computed, with two official figures beside it, and other cities without any. With `model` null only
 * others have said something.
 */
export function accessRecord(
  model: AccessModel | null = randomAccessModel({ seed: 3, cells: 200 }),
  { officials = ['39.05', '86'], others = [] as City[] } = {},
): CityRecord {
  const result = model && resultOf(model)
  const rows: SmallRow[] = officials.map((value, at) => [access(['un', 'stat', 'city'][at] ?? ''), String(2020 + at), value, 2])
  if (result !== null) rows.unshift([access('bagdar', result.method), '2025', (result.value ?? 0).toFixed(2), 1])
  const files = new Map<string, Uint8Array>(
    model && result
      ? [
          [accessFiles.result, writeSpatialResult(result)],
          [accessFiles.model, writeAccessModel(model)],
        ]
      : [],
  )
  const record = smallRecord({ rows, releases: [computation, official] })
  return {
    ...record,
    listCities: async () => [smallCity, ...others],
    listSeries: async (city, ...rest) => (city.id === smallCity.id ? await record.listSeries(city, ...rest) : []),
    listComputedFiles: async () =>
      [...files].map(([name, { length }]) => ({ name, sha256: '', bytes: length, releaseId: computation.id, releaseNumber: 1 })),
    readComputedFile: async (_city, _release, name, from, to) => (files.get(name) ?? new Uint8Array()).slice(from, to),
  }
}
