import { minimumCapture } from '../../books/indicators/annual-mean.ts'
import type { Monitor } from '../../books/indicators/sdg-11/fine-particles/concentration-at-cells.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { ByteSource } from '../byte-source.ts'
import { CsvTooLarge, decodeText, readCsvRows, type CsvRow } from '../csv.ts'
import { FormatError } from '../format-error.ts'
import { plainDecimal } from '../table/plain-decimal.ts'

/** Stations of all countries, as text. */
const mostBytes = 64 * 2 ** 20

/** Names under which columns are known; letter case does not matter. */
const knownNames = {
  lon: ['lon', 'lng', 'longitude', 'x'],
  lat: ['lat', 'latitude', 'y'],
  mean: ['pm25', 'pm2.5', 'pm2_5', 'annual_mean', 'pm25_concentration', 'value'],
  capture: ['capture', 'capture_rate', 'capture_percent', 'pm25_tempcov', 'coverage'],
} as const

/**
 * A table of stations with the annual mean of fine particles: `lon` and `lat` in degrees, `pm25` in µg/m³, and `capture`, the share of the
 * days of the year with a value, as 0.93 or 93 (the whole column the same way). Comma or semicolon; decimals with a point.
 *
 * Missing  a row without place or mean, or with a mean below 0, is left out with a notice that has its line; so is one with less than
 *          75 % of the days. Without a column `capture` a notice says that nobody knows.
 *
 * @throws {FormatError} too large, not UTF-8, a column is missing (the message lists those found), or no station is left
 */
export function readMonitors(source: ByteSource, notices: Notice[]): Monitor[] {
  const { name: file } = source
  const rows = rowsOf(source)
  const [header, ...body] = rows
  const names = (header?.cells ?? []).map((one) => one.trim().toLowerCase())
  const find = (wanted: readonly string[]) => wanted.map((one) => names.indexOf(one)).find((index) => index >= 0) ?? -1
  const need = (wanted: readonly string[]): number => {
    const index = find(wanted)
    if (index >= 0) return index
    const found = names.join(', ')
    const message = `${file}: there is no column ${wanted.join(' or ')}. The columns are: ${found}.`
    throw new FormatError('monitors_column_missing', message, 1, { name: file, wanted: wanted[0] ?? '', found })
  }
  const columns = { lon: need(knownNames.lon), lat: need(knownNames.lat), mean: need(knownNames.mean), capture: find(knownNames.capture) }
  const number = ({ cells }: CsvRow, index: number): number | null => {
    const text = plainDecimal(cells[index] ?? '')
    return text === null ? null : Number(text)
  }
  if (columns.capture < 0) notices.push(notice('monitors_capture_unknown', 'warning', { file }))
  const isPercent = columns.capture >= 0 && body.some((row) => (number(row, columns.capture) ?? 0) > 1)

  const monitors: Monitor[] = []
  for (const row of body) {
    if (row.raw.trim() === '') continue
    const about = (index: number) => ({ file, line: row.line, column: names[index] ?? '', value: (row.cells[index] ?? '').trim() })
    const [lon, lat, annualMean] = [number(row, columns.lon), number(row, columns.lat), number(row, columns.mean)]
    const captureRate = columns.capture < 0 ? 1 : (number(row, columns.capture) ?? 0) / (isPercent ? 100 : 1)
    if (lon === null || lat === null || Math.abs(lon) > 180 || Math.abs(lat) > 90)
      notices.push(notice('monitor_no_place', 'warning', about(columns.lon)))
    else if (annualMean === null || annualMean < 0) notices.push(notice('monitor_no_value', 'warning', about(columns.mean)))
    else if (captureRate < minimumCapture) notices.push(notice('monitor_capture_low', 'warning', about(columns.capture)))
    else monitors.push({ lon, lat, annualMean, captureRate })
  }
  if (monitors.length === 0)
    throw new FormatError('monitors_none', `${file}: no station is left that measured on enough days.`, null, { name: file })
  return monitors
}

function rowsOf(source: ByteSource): CsvRow[] {
  const { name, size } = source
  const tooLarge = (message: string, line: number | null) => new FormatError('population_csv_too_large', message, line, { name })
  if (size > mostBytes) throw tooLarge(`${name}: ${size} bytes; ${mostBytes} can be read.`, null)
  const { text, utf8 } = decodeText(source.read(0, size))
  if (!utf8) throw new FormatError('population_csv_not_utf8', `${name}: this is not text in UTF-8.`, null, { name })
  const [header = ''] = text.split('\n', 1)
  try {
    return [...readCsvRows(text, header.includes(';') ? ';' : ',')]
  } catch (error) {
    if (!(error instanceof CsvTooLarge)) throw error
    throw tooLarge(`${name}: ${error.message}`, error.line)
  }
}
