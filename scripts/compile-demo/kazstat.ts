import type { Code, Indicator, Reading } from '../../src/books/indicators/figure.ts'
import type { CitySet } from '../../src/formats/city-folder/city-folder.ts'
import { openFolder } from '../../src/formats/open-sdg/open-folder.ts'
import { readOpenSdgFolder } from '../../src/formats/open-sdg/read-open-sdg.ts'
import { areas, codes, sources } from './almaty-words.ts'

const city = 'KZALA'
/** Notices about the value of one row: they are kept with the row. */
const aboutOneFigure = new Set(['break', 'break_by_power_of_ten', 'outlier', 'space_around_value', 'scientific_notation'])
const keptAreas = new Set(areas.map((area) => area.code))

/**
 * Everything that the official SDG statistics say about Almaty, and the same series of the country and its regions.
 *
 * The folder is read as `bagdar import open-sdg` reads it, so that a later import of the whole folder finds the same
 * keys and values and brings only what is new.
 */
export function compileKazstat(folder: string): CitySet {
  const all = readOpenSdgFolder(openFolder(folder), { source: sources.kazstat })
  const cityKeys = new Set(all.readings.filter(({ series }) => series.refArea === city).map(subjectOf))
  const readings = all.readings.filter((reading) => keptAreas.has(reading.series.refArea) && cityKeys.has(subjectOf(reading)))

  const indicators = new Set(readings.map(({ series }) => series.indicator))
  const paths = new Set(readings.map(({ origin }) => origin?.file))
  for (const code of indicators) for (const part of ['indicator-config', 'meta']) paths.add(`${part}/${code.replaceAll('.', '-')}.yml`)
  const files = all.files.filter((file) => paths.has(file.path))
  const keptRows = new Set(readings.map(({ origin }) => `${origin?.file} ${origin?.line}`))
  const notices = all.notices.filter(
    ({ code, file, line }) => file !== null && paths.has(file) && (!aboutOneFigure.has(code) || keptRows.has(`${file} ${line}`)),
  )
  const title = {
    kk: 'ТДМ көрсеткіштері: Алматы, Қазақстан және оның өңірлері',
    ru: 'Показатели ЦУР: Алматы, Казахстан и его регионы',
    en: 'SDG indicators: Almaty, Kazakhstan and its regions',
  }
  const used = new Set(
    readings.flatMap(({ series }) => [['UNIT_MEASURE', series.unit], ...Object.entries(series.dimensions)].map((one) => one.join(' '))),
  )
  return {
    release: {
      id: 'kazstat-2024-10-24',
      kind: 'import',
      title,
      source: sources.kazstat.id,
      madeBy: 'Bagdar, compile-demo',
      publishedAt: '2024-10-24T00:00:00.000Z',
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      parameters: { repository: 'https://github.com/kazstat/sdg-data-kazstat', commit: '7227787', area: city },
      codeVersion: '',
    },
    readings: {
      title,
      source: sources.kazstat,
      indicators: all.indicators.filter(({ code }) => indicators.has(code)).map(withEnglishName),
      areas,
      codes: withOwnWords(all.codes.filter(({ codelist, code }) => used.has(`${codelist} ${code}`))),
      readings,
      notices,
      files,
      rows: readings.length + notices.filter(({ code }) => code === 'row_too_short' || code === 'duplicate_key').length,
    },
  }
}

/** What a reading is about, whatever the area and the period. */
const subjectOf = ({ series }: Reading): string => JSON.stringify([series.indicator, series.unit, Object.entries(series.dimensions).sort()])

/** Codes with our words where we have them; KazStat's own names for the rest. */
function withOwnWords(all: readonly Code[]): Code[] {
  const own = new Map(codes.map((code) => [`${code.codelist} ${code.code}`, code]))
  const named = new Set(all.map(({ codelist, code }) => `${codelist} ${code}`))
  return [
    ...all.map((code) => own.get(`${code.codelist} ${code.code}`) ?? code),
    ...codes.filter(({ codelist, code }) => !named.has(`${codelist} ${code}`)),
  ]
}

/** KazStat gives 8.6.1 no English title: this one is ours. */
const withEnglishName = (indicator: Indicator): Indicator =>
  indicator.code === '8.6.1' && indicator.name.en === undefined
    ? {
        ...indicator,
        name: { ...indicator.name, en: 'Proportion of young people (aged 15 to 24) not in education, employment or training' },
      }
    : indicator
