import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../byte-source.ts'
import type { Artefact } from './artefact.ts'
import type { DataSeries, DataSet, Header, Structures } from './model.ts'
import { readDataMessage, readStructures } from './read-message.ts'
import { bytesOf, structure, structures } from './sdmx-fixture.ts'
import type { WritableData } from './writable.ts'
import { writeCsv } from './csv/write-csv.ts'
import { writeJsonData } from './json/write-json-data.ts'
import { writeJsonStructure } from './json/write-json-structure.ts'
import { writeMlData } from './ml/write-ml-data.ts'
import { writeMlStructure } from './ml/write-ml-structure.ts'

// parse(write(x)) = x, for every format that Bagdar writes.

const header: Header = { id: 'T1', prepared: '2026-01-02T03:04:05Z', sender: 'UG', isTest: false }

/** Signs that formats live by, in words; never only spaces, which a table cannot tell from nothing. */
const words = fc
  .array(
    fc.constantFrom('ә', '"', "'", ',', ';', ':', ': ', '<', '&', '>', ']]>', '\n', '\t', ' ', '\\', '{', '=', '~', '0', 'A', '\u{1f3d9}'),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `ж${parts.join('')}`)
const decimals = fc.constantFrom('0', '48.50', '-0.060', '1e-7', '123456789012345678901234567890.10', '-7')
const observation = fc
  .record({ value: fc.option(decimals), status: fc.constantFrom('A', 'E'), comment: fc.option(words) })
  .map(({ value, status, comment }) => ({
    obsValue: value,
    attributes: { OBS_STATUS: status, ...(comment === null ? {} : { COMMENT_OBS: comment }) },
  }))
const key = fc.record({
  FREQ: fc.constant('A'),
  SERIES: fc.constantFrom('UG_ROADS', 'UG_WATER'),
  REF_AREA: fc.constantFrom('UG', 'UG1'),
  SEX: fc.constantFrom('_T', 'F', 'M'),
})
const series: fc.Arbitrary<DataSeries> = fc.record({
  key,
  attributes: fc.constantFrom({ UNIT_MEASURE: 'PT' }, { UNIT_MEASURE: 'MG' }),
  observations: fc
    .uniqueArray(fc.tuple(fc.constantFrom('2019', '2020', '2021', '2022-Q1', '2022-07'), observation), {
      selector: ([period]) => period,
      minLength: 1,
    })
    .map((list) => list.map(([timePeriod, one]) => ({ timePeriod, ...one }))),
})
const dataSet: fc.Arbitrary<DataSet> = fc.record({
  structure: fc.constantFrom(
    { kind: 'dataflow' as const, agency: 'UG', id: 'DF_SDG', version: '1.0' },
    { kind: 'datastructure' as const, agency: 'UG', id: 'SDG', version: '1.0' },
  ),
  action: fc.constantFrom('I' as const, 'A' as const, 'R' as const, 'D' as const),
  attributes: fc.constant({}),
  series: fc.uniqueArray(series, { selector: (one) => JSON.stringify(one.key), minLength: 1, maxLength: 5 }),
})

const names = (text: string) => ({ en: `Name: of ${text}`, kk: text })
const writable = ({ structure: named, action, series: all }: DataSet, isFlat: boolean): WritableData => ({
  header,
  sets: [
    {
      ...{ structure: named, names: names(named.id), definition: structure, action, validFrom: null },
      series: (async function* () {
        yield await Promise.resolve(all.slice(0, 2))
        yield all.slice(2)
      })(),
    },
  ],
  ...{ shows: 'values', isFlat, languages: ['kk', 'en'] },
  codeNames: (_, component, code) => (['COMMENT_OBS', 'TIME_PERIOD', 'OBS_VALUE'].includes(component) ? {} : names(code)),
  componentNames: (_, component) => names(component),
})

async function written(chunks: AsyncIterable<string>): Promise<Uint8Array> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return bytesOf(text)
}
const read = (bytes: Uint8Array) => readDataMessage(bytesInMemory('written', bytes), structures)

/** What a format does not say is not asked for. */
const formats: Array<{ format: string; write(data: WritableData): AsyncIterable<string>; says?(set: DataSet): Partial<DataSet> }> = [
  ...(['generic-2.1', 'generic-series-2.1', 'specific-2.1', 'specific-series-2.1', 'specific-3.0'] as const).map((kind) => ({
    format: `SDMX-ML ${kind}`,
    write: (data: WritableData) => writeMlData(data, kind),
  })),
  ...(['2.0', '2.1'] as const).map((version) => ({
    format: `SDMX-JSON ${version}`,
    write: (data: WritableData) => writeJsonData(data, version),
  })),
  {
    format: 'SDMX-JSON 1.0, which does not say of which flow it is',
    write: (data) => writeJsonData(data, '1.0'),
    says: () => ({ structure: { kind: 'datastructure', agency: '', id: '', version: '' } }),
  },
  ...(['id', 'name', 'both'] as const).flatMap((labels) =>
    (['none', 'both'] as const).map((keys) => ({
      format: `SDMX-CSV 2.x with ${labels}, keys ${keys}`,
      write: (data: WritableData) => writeCsv(data, { version: 2, labels, keys }),
    })),
  ),
  ...(['id', 'both'] as const).map((labels) => ({
    format: `SDMX-CSV 1.0 with ${labels}, which knows flows and no action`,
    write: (data: WritableData) => writeCsv(data, { version: 1, labels, keys: 'none' as const }),
    says: ({ structure: named }: DataSet): Partial<DataSet> => ({ action: 'I', structure: { ...named, kind: 'dataflow' } }),
  })),
]

describe.each(formats)('$format', ({ format, write, says = () => ({}) }) => {
  test.each([{ isFlat: false }, { isFlat: true }])('what was written is read, flat: $isFlat', async ({ isFlat }) => {
    await fc.assert(
      fc.asyncProperty(dataSet, async (set) => {
        const message = read(await written(write(writable(set, isFlat))))
        // The order of series is no part of what is said.
        const sorted = (one: DataSet | undefined) => ({ ...one, series: [...(one?.series ?? [])].sort(bySeries) })
        expect(sorted(message.dataSets[0])).toEqual(sorted({ ...set, ...says(set) }))
        expect(message.dataSets).toHaveLength(1)
        if (!format.startsWith('SDMX-CSV')) expect(message.header).toEqual(header)
      }),
      { numRuns: 60 },
    )
  })
})

const bySeries = (a: DataSeries, b: DataSeries): number => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)

const whole = { isStub: false } as const
const artefactsOf = ({ codelists, conceptSchemes, dataStructures, dataflows }: Structures): Artefact[] => [
  ...codelists.map(({ codes, ...one }) => ({ ...one, ...whole, kind: 'codelist' as const, items: codes, isPartial: false })),
  ...conceptSchemes.map(({ concepts, ...one }) => ({
    ...{ ...one, ...whole, kind: 'conceptscheme' as const, isPartial: false },
    items: concepts.map((concept) => ({ ...concept, parent: null })),
  })),
  ...dataStructures.map((definition) => ({ ...definition, ...whole, kind: 'datastructure' as const, definition })),
  ...dataflows.map((one) => ({ ...one, ...whole, kind: 'dataflow' as const })),
]

/** The small structure with codes that anybody might name. */
const anyStructures: fc.Arbitrary<Structures> = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[A-Z][A-Z0-9_]{0,6}$/), kk: words, en: words, hasParent: fc.boolean() }), {
    selector: (one) => one.id,
    minLength: 1,
  })
  .map((codes) => {
    const list = codes.map(({ id, kk, en, hasParent }, at) => ({
      id,
      names: { kk, en },
      parent: hasParent && at > 0 ? (codes[0]?.id ?? null) : null,
    }))
    return {
      ...structures,
      codelists: [...structures.codelists.slice(1), { agency: 'UG', id: 'CL_ANY', version: '1.0', names: { kk: 'Тізім' }, codes: list }],
    }
  })

test.each([
  ...(['2.1', '3.0'] as const).map((version) => ({
    format: `SDMX-ML ${version}`,
    write: (artefacts: Artefact[]) => writeMlStructure({ header, artefacts, addressOf: () => '' }, version),
  })),
  ...(['1.0', '2.0', '2.1'] as const).map((version) => ({
    format: `SDMX-JSON ${version}`,
    write: (artefacts: Artefact[]) => writeJsonStructure({ header, artefacts, languages: ['kk', 'en'] }, version),
  })),
])('structures in $format: what was written is read', ({ write }) => {
  fc.assert(
    fc.property(anyStructures, (all) => {
      expect(readStructures(bytesInMemory('written', bytesOf(write(artefactsOf(all)))))).toEqual(all)
    }),
    { numRuns: 60 },
  )
})
