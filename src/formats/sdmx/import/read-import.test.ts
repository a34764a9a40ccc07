import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countNotices } from '../../../books/notice.ts'
import { bytesInMemory, openBytes } from '../../byte-source.ts'
import { readSdmx, type SdmxReading } from './read-import.ts'
import { bytesOf, messages } from '../sdmx-fixture.ts'
import { indicatorInName } from './read-import-visitor.ts'
import { structureMessage } from '../structure-fixture.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')
const kyrgyzstan = join(shared, 'data/sdmx-kyrgyzstan')

type Files = Readonly<Record<string, string>>
const ml = messages['SDMX-ML 2.1, structure-specific data'] ?? ''
const both = (text: string, name = '11.2.1.xml'): Files => ({ [name]: text, 'structure.json': structureMessage })

function read(files: Files, options: { source?: string; indicator?: string } = {}) {
  const sources = Object.entries(files).map(([name, text]) => bytesInMemory(name, bytesOf(text)))
  return readSdmx(sources, { source: options.source ?? null, indicator: options.indicator ?? null })
}
function taken(files: Files, options: Parameters<typeof read>[1] = {}): SdmxReading {
  const outcome = read(files, options)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
const noticesOf = (files: Files) => taken(files).set.notices.map(({ code, file, line, column, value }) => [code, file, line, column, value])

describe('observations become readings', () => {
  const { set, found } = taken(both(ml))

  test('totals, the frequency of the periods and the area are no breakdown', () => {
    expect(set.readings.map(({ series, timePeriod, value, obsStatus }) => ({ ...series, timePeriod, value, obsStatus }))).toEqual([
      {
        ...{ indicator: '11.2.1', refArea: 'UG', source: 'ug', method: '', boundary: '', unit: 'PT', dimensions: { SERIES: 'UG_ROADS' } },
        ...{ timePeriod: '2022', value: '48.50', obsStatus: 'A' },
      },
      {
        ...{ indicator: '11.2.1', refArea: 'UG1', source: 'ug', method: '', boundary: '', unit: 'PT' },
        ...{ dimensions: { SERIES: 'UG_WATER', SEX: 'F' }, timePeriod: '2022', value: '0.060', obsStatus: 'E' },
      },
    ])
  })

  test('each leads to its place in the file', () => {
    const [first] = set.readings
    const row = '<Obs TIME_PERIOD="2022" OBS_VALUE="48.50" OBS_STATUS="A"/>'
    expect(first?.origin).toEqual({ file: '11.2.1.xml', line: 7, row, cell: '48.50' })
  })

  test('names come from the structure', () => {
    expect(set.indicators).toMatchObject([{ code: '11.2.1', name: { en: 'Good roads' }, sdgGoal: 11, sdgTarget: '11.2' }])
    expect(set.areas).toMatchObject([
      { code: 'UG', name: { en: 'Ulgiqala' } },
      { code: 'UG1', name: { en: 'Old town' } },
    ])
    expect(set.codes).toContainEqual({ codelist: 'SEX', code: 'F', name: { en: 'Women' } })
    expect(set.codes).toContainEqual({ codelist: 'SEX', code: 'SEX', name: { en: 'sex' } })
    expect(set.codes).toContainEqual({ codelist: 'UNIT_MEASURE', code: 'PT', name: { en: 'Per cent' } })
  })

  test('the report says what each file is, and the release which bytes were read', () => {
    expect(found).toEqual([
      { file: '11.2.1.xml', format: 'SDMX-ML 2.1, structure-specific data', observations: 3 },
      { file: 'structure.json', format: 'SDMX-JSON, structures', observations: 0 },
    ])
    expect(set.files.map(({ path, bytes, sha256 }) => [path, bytes, sha256.length])).toEqual([
      ['11.2.1.xml', bytesOf(ml).length, 64],
      ['structure.json', bytesOf(structureMessage).length, 64],
    ])
    expect(set.rows).toBe(3)
    expect(noticesOf(both(ml))).toEqual([['value_missing', '11.2.1.xml', 8, 'OBS_VALUE', '']])
  })

  test.each(Object.entries(messages))('%s: the same readings', (_, text) => {
    const plain = (reading: (typeof set.readings)[number]) => ({ ...reading, origin: null })
    expect(taken(both(text)).set.readings.map(plain)).toEqual(set.readings.map(plain))
  })
})

describe('what an indicator is called', () => {
  const noted = structureMessage.replace(
    '"id":"UG_ROADS"',
    '"id":"UG_ROADS","annotations":[{"type":"Indicator","text":" 11.2.1.1 "},{"type":"IndicatorTitle","text":"Roads"}]',
  )
  const indicators = (files: Files, options = {}) => [...new Set(taken(files, options).set.readings.map((one) => one.series.indicator))]

  test('what is asked for goes before the name of the file, and that before what the code list notes', () => {
    expect(indicators({ '9.1.2.xml': ml, 's.json': noted }, { indicator: '11.7.1' })).toEqual(['11.7.1'])
    expect(indicators({ '9.1.2.xml': ml, 's.json': noted })).toEqual(['9.1.2'])
    expect(indicators({ 'data.xml': ml, 's.json': noted })).toEqual(['11.2.1.1'])
    expect(taken({ 'data.xml': ml, 's.json': noted }).set.indicators[0]?.name).toEqual({ en: 'Roads' })
  })

  test('where the two differ or neither says it, a notice does', () => {
    const codes = (files: Files) => taken(files).set.notices.map((one) => one.code)
    expect(codes({ '9.1.2.xml': ml, 's.json': noted })).toContain('sdmx_indicator_differs')
    expect(codes({ 'data.xml': ml, 's.json': noted })).toContain('sdmx_indicator_unknown')
  })

  test.each([
    { file: 'data/3.4.1.a.xml', indicator: '3.4.1.a' },
    { file: 'indicator_11-2-1.csv', indicator: '11.2.1' },
    { file: '6.a.1.1.json', indicator: '6.a.1.1' },
    { file: 'https://registry.example/data/DF_SDG', indicator: null },
    { file: '2024-08-16.xml', indicator: null },
    { file: '1.8.xml', indicator: null },
  ])('$file', ({ file, indicator }) => {
    expect(indicatorInName(file)).toBe(indicator)
  })
})

describe('a unit says in what the published digits stand', () => {
  test('thousands become a unit of their own; the value stays', () => {
    const { set } = taken(
      both(ml.replace('OBS_VALUE="48.50"', 'OBS_VALUE="48.50" UNIT_MULT="3" SOURCE_DETAIL="Жол қызметі" BASE_PER="2015"')),
    )
    expect(set.readings[0]).toMatchObject({ value: '48.50', series: { unit: 'PT_E3' }, note: { kk: 'Жол қызметі · BASE_PER: 2015' } })
    expect(set.codes).toContainEqual({ codelist: 'UNIT_MEASURE', code: 'PT_E3', name: { en: 'Per cent, × 10^3' } })
  })

  test('a power of nought is no other unit, and values in different powers are two series', () => {
    const units = taken(
      both(ml.replace('OBS_VALUE="48.50"', 'OBS_VALUE="48.50" UNIT_MULT="0"').replace('"2023"', '"2023" OBS_VALUE="5" UNIT_MULT="6"')),
    )
    expect(units.set.readings.map((one) => one.series.unit)).toEqual(['PT', 'PT_E6', 'PT'])
  })
})

describe('everything odd has a file, a line and a component', () => {
  test.each([
    { case: 'an unknown dimension', from: 'SEX="_T"', to: 'SEX="_T" AGE="Y15"', notices: [['sdmx_component_unknown', 6, 'AGE', null]] },
    { case: 'a missing dimension', from: ' SEX="F"', to: '', notices: [['sdmx_dimension_missing', 10, 'SEX', null]] },
    { case: 'a code that the list has not', from: 'SEX="F"', to: 'SEX="W"', notices: [['sdmx_code_unknown', 10, 'SEX', 'W']] },
    {
      case: 'a code of an attribute',
      from: 'OBS_STATUS="E"',
      to: 'OBS_STATUS="Z"',
      notices: [['sdmx_code_unknown', 10, 'OBS_STATUS', 'Z']],
    },
    { case: 'a required attribute', from: ' OBS_STATUS="E"', to: '', notices: [['sdmx_attribute_missing', 10, 'OBS_STATUS', null]] },
    { case: 'a value that is none', from: '"0.060"', to: '"0,060"', notices: [['value_not_a_number', 10, 'OBS_VALUE', '0,060']] },
    {
      case: 'a period that is none',
      from: '"2022" OBS_VALUE="0.060"',
      to: '"2022-S1" OBS_VALUE="0.060"',
      notices: [['time_period_not_understood', 10, 'TIME_PERIOD', '2022-S1']],
    },
    {
      case: 'no area',
      from: ' REF_AREA="UG1"',
      to: '',
      notices: [
        ['sdmx_dimension_missing', 10, 'REF_AREA', null],
        ['field_missing', 10, 'REF_AREA', null],
      ],
    },
    {
      case: 'a set to be deleted',
      from: 's:action="Information"',
      to: 's:action="Delete"',
      notices: [
        ['sdmx_deletion', 5, null, null],
        ['sdmx_no_observations', null, null, null],
      ],
    },
    { case: 'nothing inside', from: /<Series[\s\S]*<\/Series>/, to: '', notices: [['sdmx_no_observations', null, null, null]] },
    {
      case: 'an end too soon',
      from: /<Series FREQ="A" SERIES="UG_WATER"[\s\S]*/,
      to: '',
      notices: [['sdmx_not_well_formed', 10, null, null]],
    },
  ])('$case', ({ from, to, notices }) => {
    const text = ml.replace(from, to)
    expect(text).not.toBe(ml)
    const odd = noticesOf(both(text)).filter(([code]) => code !== 'value_missing')
    expect(odd).toEqual(notices.map(([code, line, column, value]) => [code, '11.2.1.xml', line, column, value]))
  })

  test('a repeat with the same value, and one with another', () => {
    const again = (value: string) =>
      ml.replace('<Obs TIME_PERIOD="2023" OBS_STATUS="A"', `<Obs TIME_PERIOD="2022" OBS_VALUE="${value}" OBS_STATUS="A"`)
    expect(noticesOf(both(again('48.5')))).toEqual([['duplicate_key', '11.2.1.xml', 8, null, '48.5']])
    expect(noticesOf(both(again('49')))).toEqual([['conflicting_values', '11.2.1.xml', 8, null, '49']])
    expect(taken(both(again('49'))).set.readings).toHaveLength(3)
  })

  test('a dimension that nobody knows keeps series apart', () => {
    const text = ml.replace(/(<Series[^>]*)(>[\s\S]*?<\/Series>)/, '$1 AGE="Y1"$2$1 AGE="Y2"$2')
    const { readings } = taken(both(text)).set
    expect(readings.map((one) => one.series.dimensions['AGE'])).toEqual(['Y1', 'Y2', undefined])
  })

  test('the same thing is said once for each file', () => {
    const text = ml.replaceAll('UNIT_MEASURE="PT"', 'UNIT_MEASURE="KM"')
    expect(
      noticesOf({ 'a/1.1.1.xml': text, 'b/1.1.1.xml': text, s: structureMessage }).filter(([code]) => code === 'sdmx_code_unknown'),
    ).toHaveLength(2)
  })
})

describe('structures', () => {
  test('of another version are used, with a notice', () => {
    const { set } = taken(both(ml, '1.1.1.xml'), {})
    const other = taken({
      '1.1.1.xml': ml,
      's.json': structureMessage.replaceAll('"version":"1.0"', '"version":"1.8"').replaceAll('(1.0)', '(1.8)'),
    }).set
    expect(other.notices.filter((one) => one.code.startsWith('sdmx'))).toMatchObject([
      {
        code: 'sdmx_structure_differs',
        file: '1.1.1.xml',
        line: 5,
        value: 'UG:DF_SDG(1.0)',
        details: { said: 'UG:DF_SDG(1.0)', used: 'UG:SDG(1.8)' },
      },
    ])
    expect([other.readings.length, other.codes.length]).toEqual([set.readings.length, set.codes.length])
  })

  test('may be missing: values arrive without names, with a notice', () => {
    const { set } = taken({ '1.1.1.xml': ml })
    expect(set.readings).toHaveLength(2)
    expect(set.notices.map((one) => one.code)).toEqual(['sdmx_structure_missing', 'value_missing'])
    expect(set.readings[1]?.series).toMatchObject({ unit: 'PT', dimensions: { SERIES: 'UG_WATER', SEX: 'F' } })
  })
})

describe('what cannot be read at all is refused', () => {
  test.each([
    { case: 'no SDMX', files: { 'a.xml': '<a/>' }, code: 'sdmx_unknown_format' },
    { case: 'only structures', files: { 's.json': structureMessage }, code: 'sdmx_no_data' },
    { case: 'a document type', files: both(ml.replace('?>', '?><!DOCTYPE x>')), code: 'sdmx_doctype' },
    {
      case: 'two agencies under one source',
      files: { '1.1.1.xml': ml, '1.1.2.xml': ml.replace('agencyID="UG"', 'agencyID="KG"') },
      code: 'sdmx_several_agencies',
    },
  ])('$case', ({ files, code }) => {
    expect(read(files)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('what somebody names as the source holds for all', () => {
    const files = { '1.1.1.xml': ml, '1.1.2.xml': ml.replace('agencyID="UG"', 'agencyID="KG"') }
    expect(taken(files, { source: 'registry' }).set.readings.map((one) => one.series.source)).toEqual(
      Array.from({ length: 4 }, () => 'registry'),
    )
  })

  test('one broken file among good ones stops only itself', () => {
    const { set } = taken({ ...both(ml), '1.1.1.xml': '<a/>' })
    expect(set.readings).toHaveLength(2)
    expect(set.notices[0]).toMatchObject({ code: 'sdmx_unknown_format', severity: 'error', file: '1.1.1.xml' })
  })
})

describe.skipIf(!existsSync(kyrgyzstan))('the 45 messages of Kyrgyzstan (skipped where they are absent)', { timeout: 120_000 }, () => {
  const names = existsSync(kyrgyzstan) ? readdirSync(join(kyrgyzstan, 'data')).map((name) => `data/${name}`) : []
  const outcome = () =>
    readSdmx(
      [...names, 'SDG_DSD.KG_1.8.xml'].map((name) => openBytes(join(kyrgyzstan, name), name)),
      { source: null, indicator: null },
    )

  test('arrive complete, and everything odd in them is named', () => {
    const reading = outcome()
    if (!reading.ok) throw new Error(reading.refusal.code)
    const { set, found } = reading.value
    expect([found.length, set.rows, set.readings.length]).toEqual([46, 12_182, 12_182])
    // Counted apart from the reader: by the text of the files.
    const texts = names.map((name) => readFileSync(join(kyrgyzstan, name), 'utf8'))
    const values = texts.flatMap((text) => [...text.matchAll(/ OBS_VALUE="([^"]*)"/g)].map((match) => match[1]))
    expect(set.readings.map((one) => one.value).sort()).toEqual(values.sort())
    expect(new Set(set.readings.map((one) => one.series)).size).toBe(972)
    expect([set.indicators.length, set.areas.length]).toEqual([45, 11])
    // 21 messages name version 1.7 of the structure; five series are filed under an indicator that the code list does not name.
    expect(countNotices(set.notices).counts).toEqual({
      sdmx_structure_differs: 21,
      sdmx_indicator_differs: 5,
      sdmx_unit_multiplier: 4,
      break: 74,
      outlier: 77,
      break_by_power_of_ten: 3,
    })
    expect(set.readings.filter((one) => one.series.unit.includes('_E'))).toHaveLength(128)
    expect(set.readings.filter((one) => one.note !== null)).toHaveLength(
      texts.join().match(/<Obs [^>]*(?:COMMENT_OBS|SOURCE_DETAIL|BASE_PER)=/g)?.length ?? 0,
    )
  })
})
