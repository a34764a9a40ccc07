import { stringify } from 'yaml'
import type { Area, Code, Indicator, Reading, Source } from '../../books/indicators/figure.ts'
import { computedFolder, fileName, isOwnTable, tableFolder, type CityFolder, type CitySet } from './city-folder.ts'
import { noticeFile, writeNotices } from './notice-table.ts'
import { writeObservations } from './observation-table.ts'
import { writeTable } from './table.ts'

/**
 * A city as files: the inverse of `readCityFolder`. The same city gives the same bytes.
 *
 * Names that several releases carry are written once, as the last release has them.
 */
export function writeCityFolder(folder: CityFolder): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const write = (path: string, text: string) => files.set(path, new TextEncoder().encode(text))
  const { city, about, sets } = folder

  write(
    'city.yaml',
    yaml({
      slug: city.slug,
      name: city.name,
      refArea: city.refArea,
      timeZone: city.timeZone,
      invented: city.invented,
      // Most cities are their own.
      ...(city.comparison ? { comparison: true } : {}),
      about,
    }),
  )
  write(
    'areas.csv',
    areaTable(
      lastOf(
        sets,
        ({ areas }) => areas,
        (area) => area.code,
      ),
    ),
  )
  write(
    'codes.csv',
    codeTable(
      lastOf(
        sets,
        ({ codes }) => codes,
        ({ codelist, code }) => `${codelist} ${code}`,
      ),
    ),
  )
  write(
    'sources.yaml',
    yaml({
      sources: lastOf(
        sets,
        ({ source }) => [source],
        (source) => source.id,
      ).map(sourceEntry),
    }),
  )
  write(
    'indicators.yaml',
    yaml({
      indicators: lastOf(
        sets,
        ({ indicators }) => indicators,
        (indicator) => indicator.code,
      ).map(indicatorEntry),
    }),
  )

  const releases = sets.map((set) => {
    const tables = tablesOf(set)
    for (const { path, text } of tables) write(path, text)
    if (set.readings.notices.length > 0) write(noticeFile(set.release.id), writeNotices(set.readings.notices))
    for (const [name, bytes] of set.computed ?? []) files.set(computedFolder(set.release.id) + fileName(name), bytes)
    return releaseEntry(set, tables)
  })
  write('releases.yaml', yaml({ releases }))
  if (folder.rivalReasons.length > 0) write('rivals.yaml', yaml({ reasons: folder.rivalReasons.map(withoutEmpty) }))
  for (const [path, bytes] of folder.programmeFiles) files.set(path, bytes)
  return files
}

/** One table per indicator, in the order in which the indicators first appear. */
function tablesOf({ release, readings }: CitySet) {
  const byFile = new Map<string, Reading[]>()
  for (const reading of readings.readings) {
    const file = `${fileName(reading.series.indicator)}.csv`
    const list = byFile.get(file)
    if (list === undefined) byFile.set(file, [reading])
    else list.push(reading)
  }
  return [...byFile].map(([file, list]) => ({ file, ...writeObservations(tableFolder(release.id) + file, list, readings.source.id) }))
}

function releaseEntry({ release, readings }: CitySet, tables: ReturnType<typeof tablesOf>) {
  const { id, ...rest } = release
  return withoutEmpty({
    id,
    ...rest,
    title: readings.title,
    rows: readings.rows,
    inputs: readings.files.filter((file) => !isOwnTable(file, id)),
    tables: tables.map(({ file, always }) => ({ file, always })),
  })
}

const sourceEntry = (source: Source) => withoutEmpty({ ...source })

const indicatorEntry = (indicator: Indicator) => withoutEmpty({ ...indicator })

const areaTable = (areas: readonly Area[]): string =>
  writeTable(
    ['code', 'kind', 'parent', 'valid_from', 'valid_to', 'name_kk', 'name_ru', 'name_en'],
    areas.map(({ code, kind, parent, validFrom, validTo, name }) => [
      code,
      kind,
      parent ?? '',
      validFrom ?? '',
      validTo ?? '',
      name.kk ?? '',
      name.ru ?? '',
      name.en ?? '',
    ]),
  )

const codeTable = (codes: readonly Code[]): string =>
  writeTable(
    ['codelist', 'code', 'name_kk', 'name_ru', 'name_en'],
    codes.map(({ codelist, code, name }) => [codelist, code, name.kk ?? '', name.ru ?? '', name.en ?? '']),
  )

/** All things of one kind, each once: where it first appeared, with the words it had last. */
function lastOf<T>(sets: readonly CitySet[], pick: (readings: CitySet['readings']) => readonly T[], key: (one: T) => string): T[] {
  const found = new Map<string, T>()
  for (const { readings } of sets) for (const one of pick(readings)) found.set(key(one), one)
  return [...found.values()]
}

/** An entry without what is null, empty text, an empty list or an empty object: the reader puts them back. */
const withoutEmpty = (entry: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) => value !== null && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  )

/** Lines are not folded, so that a changed word changes one line. */
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
