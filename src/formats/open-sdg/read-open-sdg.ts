import type { Source } from '../../books/indicators/figure.ts'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { Claims } from '../claims.ts'
import { diagnoseReadings } from '../diagnose-readings.ts'
import { checkMap } from './check-map.ts'
import { checkUnits } from './check-units.ts'
import type { OpenSdgFile } from './open-folder.ts'
import { readAreas } from './read-areas.ts'
import { readCodes } from './read-codes.ts'
import { byNumber, readIndicators } from './read-indicators.ts'
import { readObservations, type UsedCodes } from './read-observations.ts'
import { readTranslations } from './translations.ts'

export interface OpenSdgOptions {
  source: Source
  /** Read only this area, e.g. `KZALA`. */
  area?: string
  /** What a blank area means; `KZ` unless told. */
  country?: string
  /** Read only these data files and no metadata, because nothing else changed since the last release. */
  only?: readonly string[]
}

/**
 * Everything an Open SDG data folder says: indicators, areas, code lists, readings, and a notice for each defect.
 *
 * Any file may be missing; what can be read is read. Every data row is counted.
 */
export function readOpenSdgFolder(all: readonly OpenSdgFile[], options: OpenSdgOptions): ReadingSet {
  const { source, country = 'KZ', area = null, only } = options
  // Where a data file names no unit, its configuration does; so that comes along.
  const wanted = new Set(only?.flatMap((path) => [path, configOf(path)]))
  const files = only === undefined ? all : all.filter((file) => wanted.has(file.path))
  const notices: Notice[] = []
  const translations = readTranslations(files, notices)
  // Without the translations an indicator has no name, and its notices would be about files that were not read.
  const indicators = readIndicators(files, translations, only === undefined ? notices : [])
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))

  const claims = new Claims(notices)
  const used: UsedCodes = { areas: new Set(), codes: new Map() }
  const chartUnitOf = (code: string) => byCode.get(code)?.chartUnit ?? ''
  let rows = 0
  const withData = new Set<string>()
  for (const file of files.filter((one) => one.path.startsWith('data/')).sort((a, b) => byNumber(a.path, b.path))) {
    if (!file.path.endsWith('.csv')) {
      notices.push(notice('file_not_read', 'info', { file: file.path }))
      continue
    }
    withData.add((/^data\/(?:indicator_)?(.+)\.csv$/.exec(file.path)?.[1] ?? '').replaceAll('-', '.'))
    rows += readObservations(file, claims, used, { source: source.id, country, area, chartUnitOf }, notices)
  }

  if (only === undefined) {
    for (const { code, configFile } of indicators) {
      if (!withData.has(code)) notices.push(notice('no_data_file', 'info', { file: configFile, details: { indicator: code } }))
    }
    for (const code of withData) {
      if (!byCode.has(code))
        notices.push(notice('indicator_not_configured', 'warning', { file: `data/indicator_${code.replaceAll('.', '-')}.csv` }))
    }
    for (const code of used.areas) {
      if (code !== country && !translations.has(`REF_AREA.${code}`))
        notices.push(notice('unknown_ref_area', 'warning', { column: 'REF_AREA', value: code }))
    }
    checkMap(files, used.areas, notices)
    checkUnits(indicators, claims, notices)
  }
  diagnoseReadings(claims, notices)

  return {
    title: source.name,
    source,
    indicators: (only === undefined ? indicators : []).map(({ chartUnit: _chartUnit, configFile: _configFile, ...indicator }) => indicator),
    areas: only === undefined ? readAreas(translations, used.areas, country) : [],
    codes: only === undefined ? readCodes(translations, used, notices) : [],
    readings: claims.readings,
    notices,
    files: files
      .filter((file) => only?.includes(file.path) ?? true)
      .map(({ path, sha256, bytes }) => ({ path, sha256, bytes: bytes.length })),
    rows,
  }
}

/** The configuration of the indicator that a data file is about. */
const configOf = (dataFile: string): string => dataFile.replace(/^data\/(?:indicator_)?(.+)\.csv$/, 'indicator-config/$1.yml')
