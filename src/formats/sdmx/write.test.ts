import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCsvRows } from '../csv.ts'
import type { Artefact } from './artefact.ts'
import type { Component, DataSeries, DataStructure } from './model.ts'
import { inLargerChunks, type WritableData, type WritableSet } from './writable.ts'
import { writeCsv, type CsvChoice } from './csv/write-csv.ts'
import { writeJsonData } from './json/write-json-data.ts'
import { writeJsonStructure } from './json/write-json-structure.ts'
import { writeMlData, type MlDataKind } from './ml/write-ml-data.ts'
import { writeMlStructure } from './ml/write-ml-structure.ts'

const agency = 'BAGDAR.ULGIQALA'
const version = '1.0.0'
const component = (id: string, isCoded = true): Component => ({
  ...{ id, concept: id, scheme: { agency: 'BAGDAR', id: 'SDG_CONCEPTS', version } },
  codelist: isCoded ? { agency, id: `CL_${id}`, version } : null,
})
const definition: DataStructure = {
  ...{ agency, id: 'FIGURES', version, names: { en: 'All figures' } },
  dimensions: [component('FREQ'), component('REF_AREA'), component('CUST_BREAKDOWN', false)],
  timeDimension: component('TIME_PERIOD', false),
  measure: component('OBS_VALUE', false),
  attributes: [
    { ...component('OBS_STATUS'), attachedTo: 'observation', isRequired: true },
    { ...component('COMMENT_OBS', false), attachedTo: 'observation', isRequired: false },
    { ...component('SOURCE_DETAIL', false), attachedTo: 'series', isRequired: false },
  ],
}
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'FREQ A': { kk: 'Жыл сайын', en: 'Annual' },
  'REF_AREA UQ': { kk: 'Үлгіқала', ru: 'Улгикала' },
  'OBS_STATUS A': { en: 'Normal' },
}
const all: DataSeries[] = [
  {
    key: { FREQ: 'A', REF_AREA: 'UQ', CUST_BREAKDOWN: '_T' },
    attributes: { SOURCE_DETAIL: 'Statistics, "air" & <dust>' },
    observations: [
      { timePeriod: '2022', obsValue: '0.060', attributes: { OBS_STATUS: 'A' } },
      { timePeriod: '2023', obsValue: null, attributes: { OBS_STATUS: 'O', COMMENT_OBS: 'Disputed figure.\nNone is chosen.' } },
    ],
  },
  {
    key: { FREQ: 'M', REF_AREA: 'UQ', CUST_BREAKDOWN: 'KIND$3Dx' },
    attributes: {},
    observations: [{ timePeriod: '2023-07', obsValue: '1,5', attributes: { OBS_STATUS: 'A' } }],
  },
]

function sample(changes: Partial<WritableData> = {}, series: readonly DataSeries[] = all): WritableData {
  const set: WritableSet = {
    structure: { kind: 'dataflow', agency, id: 'FIGURES', version },
    ...{ names: { en: 'Ulgiqala: all figures' }, definition, action: 'I', validFrom: null },
    series: (async function* () {
      for (const one of series) yield [one]
    })(),
  }
  return {
    header: { id: 'BAGDAR', prepared: '2025-02-01T00:00:00.000Z', sender: 'BAGDAR', isTest: false },
    ...{ sets: [set], shows: 'values', isFlat: false, languages: ['en', 'ru', 'kk'] },
    codeNames: (_set, id, code) => names[`${id} ${code}`] ?? {},
    componentNames: (_set, id) => (id === 'FREQ' ? { en: 'Frequency' } : {}),
    ...changes,
  }
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  const parts: string[] = []
  for await (const chunk of inLargerChunks(chunks)) parts.push(chunk)
  return parts.join('')
}

const golden = (name: string): string => path.resolve(import.meta.dirname, '../../../test/golden/sdmx', name)
const plain: CsvChoice = { version: 2, labels: 'id', keys: 'none' }

test.each([
  ['data-1.0.csv', () => writeCsv(sample(), { ...plain, version: 1 })],
  ['data-2.x.csv', () => writeCsv(sample(), plain)],
  ['data-2.x-labels-name-keys-both.csv', () => writeCsv(sample(), { version: 2, labels: 'name', keys: 'both' })],
  ['data-2.x-labels-both.csv', () => writeCsv(sample(), { version: 2, labels: 'both', keys: 'none' })],
  ['data-1.0.json', () => writeJsonData(sample(), '1.0')],
  ['data-2.0.json', () => writeJsonData(sample(), '2.0')],
  ['data-2.1.json', () => writeJsonData(sample(), '2.1')],
  ['data-2.1-flat.json', () => writeJsonData(sample({ isFlat: true }), '2.1')],
  ['data-2.1-series-only.json', () => writeJsonData(sample({ shows: 'series' }), '2.1')],
  ['data-generic-2.1.xml', () => writeMlData(sample(), 'generic-2.1')],
  ['data-generic-2.1-flat.xml', () => writeMlData(sample({ isFlat: true }), 'generic-2.1')],
  ['data-generic-series-2.1.xml', () => writeMlData(sample(), 'generic-series-2.1')],
  ['data-specific-series-2.1.xml', () => writeMlData(sample(), 'specific-series-2.1')],
  ['data-specific-2.1.xml', () => writeMlData(sample(), 'specific-2.1')],
  ['data-specific-2.1-flat.xml', () => writeMlData(sample({ isFlat: true }), 'specific-2.1')],
  ['data-specific-3.0.xml', () => writeMlData(sample(), 'specific-3.0')],
] as const)('%s is as it was read by eye', async (name, write) => {
  const text = await textOf(write())
  await expect(name.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text).toMatchFileSnapshot(golden(name))
})

const maintained = (id: string) => ({ agency, id, version, names: { en: id, ru: `${id} по-русски` }, isStub: false })
const artefacts: Artefact[] = [
  {
    kind: 'agencyscheme',
    ...maintained('AGENCIES'),
    items: [{ id: 'ULGIQALA', names: { kk: 'Үлгіқала' }, parent: null }],
    isPartial: false,
  },
  { kind: 'dataproviderscheme', ...maintained('DATA_PROVIDERS'), items: [{ id: 'stat', names: {}, parent: null }], isPartial: false },
  { kind: 'categoryscheme', ...maintained('SDG_GOALS'), items: [{ id: '11', names: { en: 'Goal 11' }, parent: null }], isPartial: false },
  {
    kind: 'conceptscheme',
    ...maintained('SDG_CONCEPTS'),
    items: [{ id: 'FREQ', names: { en: 'Frequency' }, parent: null }],
    isPartial: true,
  },
  {
    ...{ kind: 'codelist', ...maintained('CL_REF_AREA'), isPartial: false },
    items: [
      { id: 'KZ', names: { en: 'Kazakhstan & all' }, parent: null },
      { id: 'UQ', names: { kk: 'Үлгіқала' }, parent: 'KZ' },
    ],
  },
  { kind: 'datastructure', ...maintained('FIGURES'), definition },
  { kind: 'dataflow', ...maintained('FIGURES'), structure: { agency, id: 'FIGURES', version } },
  { kind: 'dataflow', ...maintained('GOAL_11'), isStub: true, structure: { agency, id: 'FIGURES', version } },
  {
    ...{ kind: 'categorisation', ...maintained('CAT_GOAL_11'), dataflow: { agency, id: 'GOAL_11', version } },
    category: { scheme: { agency, id: 'SDG_GOALS', version }, item: '11' },
  },
  {
    ...{ kind: 'provisionagreement', ...maintained('PA_stat'), dataflow: { agency, id: 'FIGURES', version } },
    provider: { scheme: { agency, id: 'DATA_PROVIDERS', version: '1.0' }, item: 'stat' },
  },
  {
    ...{
      kind: 'dataconstraint',
      role: 'Actual',
      ...maintained('CON_FIGURES'),
      attachedTo: { kind: 'dataflow', agency, id: 'FIGURES', version },
    },
    ...{ values: new Map([['REF_AREA', ['UQ']]]), time: ['2022', '2023-07'], counts: { series: 2, observations: 3 } },
  },
  {
    ...{ kind: 'dataconsumerscheme', ...maintained('DATA_CONSUMERS'), descriptions: { en: 'Who takes data.' }, isPartial: false },
    items: [{ id: 'ESCAP', names: { en: 'UN ESCAP' }, parent: null }],
  },
  {
    ...{ kind: 'reportingtaxonomy', ...maintained('REPORTS'), isPartial: false },
    items: [{ id: 'VLR', names: { en: 'Voluntary Local Review' }, parent: null }],
  },
  {
    ...{ kind: 'process', ...maintained('RELEASE'), isPartial: false },
    items: [{ id: 'PUBLISH', names: { en: 'The release is published' }, parent: null }],
  },
  {
    ...{ kind: 'hierarchy', ...maintained('AREAS'), codelist: { agency, id: 'CL_REF_AREA', version } },
    codes: [
      { id: 'KZ', parent: null },
      { id: 'UQ', parent: 'KZ' },
    ],
  },
  {
    ...{ kind: 'metadatastructure', ...maintained('INDICATOR_METADATA') },
    attributes: [{ ...component('DEFINITION'), codelist: null }],
  },
  {
    ...{ kind: 'metadataflow', ...maintained('INDICATOR_METADATA'), structure: { agency, id: 'INDICATOR_METADATA', version } },
    about: { agency, id: 'CL_INDICATOR', version },
  },
  {
    ...{ kind: 'structuremap', ...maintained('FIGURES_TO_SDG'), source: { agency, id: 'FIGURES', version } },
    ...{ target: { agency, id: 'SDG', version }, components: [['FREQ', 'FREQ']] },
  },
]
const header = sample().header
const addressOf = ({ kind, id }: Artefact): string => `https://bagdar.example/sdmx/1/${kind}/${agency}/${id}/${version}`

test.each([
  ['structure-1.0.json', () => writeJsonStructure({ header, artefacts, languages: ['en'] }, '1.0')],
  ['structure-2.0.json', () => writeJsonStructure({ header, artefacts, languages: ['en'] }, '2.0')],
  ['structure-2.1.json', () => writeJsonStructure({ header, artefacts, languages: ['en'] }, '2.1')],
  ['structure-2.1.xml', () => writeMlStructure({ header, artefacts, addressOf }, '2.1')],
  ['structure-3.0.xml', () => writeMlStructure({ header, artefacts, addressOf }, '3.0')],
] as const)('%s is as it was read by eye', async (name, write) => {
  const text = write()
  await expect(name.endsWith('.json') ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text).toMatchFileSnapshot(golden(name))
})

describe('what was published comes out as it went in', () => {
  test('in CSV, with its zeros and its comma', async () => {
    const rows = [...readCsvRows(await textOf(writeCsv(sample(), plain)))].map(({ cells }) => cells)
    const at = rows[0]?.indexOf('OBS_VALUE') ?? -1
    expect(rows.slice(1).map((cells) => cells[at])).toEqual(['0.060', '', '1,5'])
  })

  test('in JSON as digits, and as text where it is no number of JSON', async () => {
    const text = await textOf(writeJsonData(sample(), '2.1'))
    expect(text).toContain('[0.060,')
    expect(text).toContain('["1,5",')
    // Version 1.0 has numbers only.
    expect(await textOf(writeJsonData(sample(), '1.0'))).not.toContain('1,5')
  })

  test.each(['generic-2.1', 'specific-2.1', 'specific-3.0'] satisfies MlDataKind[])('in SDMX-ML %s', async (kind) => {
    expect(await textOf(writeMlData(sample(), kind))).toContain(
      'alue="0.060"'.replace('alue', kind === 'generic-2.1' ? 'value' : 'OBS_VALUE'),
    )
  })
})

test('sets of different structures share one table, each column under its name', async () => {
  const smaller = {
    ...definition,
    dimensions: [component('FREQ')],
    attributes: [{ ...component('REF_AREA'), attachedTo: 'series' as const, isRequired: false }],
  }
  const [first, second] = [
    sample(),
    sample({}, [{ key: { FREQ: 'A' }, attributes: { REF_AREA: 'X' }, observations: all[0]!.observations }]),
  ]
  const data = { ...first, sets: [first.sets[0]!, { ...second.sets[0]!, definition: smaller }] }
  const rows = [...readCsvRows(await textOf(writeCsv(data, plain)))].map(({ cells }) => cells)
  expect(rows[0]).toEqual(
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,CUST_BREAKDOWN,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS,SOURCE_DETAIL'.split(','),
  )
  expect(rows.at(-1)?.slice(3, 7)).toEqual(['A', 'X', '', '2023'])
})
