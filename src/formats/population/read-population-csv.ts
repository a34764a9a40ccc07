import { cellToBoundary, cellToLatLng, isValidCell } from 'h3-js'
import type { District, PopulationCells } from '../../books/indicators/sdg-11/people/population-cells.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { ByteSource } from '../byte-source.ts'
import { CsvTooLarge, readCsvRows, type CsvRow } from '../csv.ts'
import { FormatError } from '../format-error.ts'

export interface PopulationCsvOptions {
  /** Further columns of people, by their names: `women`, `children`. */
  groups: readonly string[]
  /** Column of the population where it has none of the usual names. */
  population: string | null
}

/** 100 m cells of a large country, as text. */
const mostBytes = 256 * 2 ** 20

/** Names under which columns are known; letter case does not matter. The first of a list that the file has is taken. */
const knownNames = {
  lon: ['lon', 'long', 'lng', 'longitude', 'x'],
  lat: ['lat', 'latitude', 'y'],
  population: ['population', 'pop', 'people', 'pop_total', 'population_total'],
  h3: ['h3', 'h3_index', 'h3_id', 'h3_cell', 'hex_id', 'id'],
  district: ['district', 'district_code'],
} as const

/**
 * A table of cells with their people: `lon` and `lat` in degrees, or H3 cells by `h3` (or `id`, when it holds such), `population`, and when
 * there is one `district`. Cells of H3 have their outlines. Comma, semicolon or tab; decimals with a point.
 *
 * Missing  a row without a place or with a population that is blank, no number or below 0 is left out with a notice that has its line. Rows
 *          without any people are left out without one.
 *
 * @throws {FormatError} too large, not UTF-8, or a column is missing: the message lists those found
 */
export function readPopulationCsv(source: ByteSource, notices: Notice[], options: Partial<PopulationCsvOptions> = {}): PopulationCells {
  const { name } = source
  const rows = readCsvRows(textOf(source), separatorOf(source))
  try {
    const header = rows.next()
    const columns = findColumns(header.done === true ? [] : header.value.cells, options, name)
    const table = new CellTable(columns, name, notices)
    for (const row of rows) if (row.raw.trim() !== '') table.add(row)
    return table.finished()
  } catch (error) {
    if (!(error instanceof CsvTooLarge)) throw error
    throw new FormatError('population_csv_too_large', `${name}: ${error.message}`, error.line, { name })
  }
}

function textOf(source: ByteSource): string {
  const { name, size } = source
  if (size > mostBytes)
    throw new FormatError('population_csv_too_large', `${name}: ${size} bytes; ${mostBytes} can be read.`, null, { name, most: mostBytes })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source.read(0, size))
  } catch {
    throw new FormatError('population_csv_not_utf8', `${name}: this is not text in UTF-8.`, null, { name })
  }
}

/** What the header has most of. */
function separatorOf(source: ByteSource): string {
  const [header = ''] = new TextDecoder().decode(source.read(0, 65536)).split('\n', 1)
  const count = (separator: string) => header.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}

interface Columns {
  lon: number
  lat: number
  population: number
  h3: number
  district: number
  groups: readonly { code: string; index: number }[]
}

function findColumns(header: readonly string[], { groups = [], population = null }: Partial<PopulationCsvOptions>, file: string): Columns {
  const names = header.map((one) => one.trim().toLowerCase())
  const find = (wanted: readonly string[]) => wanted.map((one) => names.indexOf(one.toLowerCase())).find((index) => index >= 0) ?? -1
  const need = (wanted: readonly string[], index: number) => {
    if (index >= 0) return index
    const found = header.map((one) => one.trim()).join(', ')
    const message = `${file}: there is no column ${wanted.join(' or ')}. The columns are: ${found}.`
    throw new FormatError('population_column_missing', message, 1, { name: file, wanted: wanted[0] ?? '', found })
  }
  const [lon, lat, h3] = [find(knownNames.lon), find(knownNames.lat), find(knownNames.h3)]
  if (h3 < 0 || lon >= 0 !== lat >= 0) {
    need(knownNames.lon, lon)
    need(knownNames.lat, lat)
  }
  const wanted = population === null ? knownNames.population : [population]
  return {
    lon,
    lat,
    h3,
    population: need(wanted, find(wanted)),
    district: find(knownNames.district),
    groups: groups.map((code) => ({ code, index: need([code], find([code])) })),
  }
}

/** Collects the columns. */
class CellTable {
  readonly #columns: Columns
  readonly #file: string
  readonly #notices: Notice[]
  readonly #lon: number[] = []
  readonly #lat: number[] = []
  readonly #population: number[] = []
  readonly #groups: number[][]
  readonly #district: number[] = []
  readonly #districts: District[] = []
  readonly #districtNumbers = new Map<string, number>()
  readonly #outline: number[] = []
  readonly #outlineStart = [0]
  readonly #seen = new Set<string>()
  /** null until the first row shows whether a column called id holds cells of H3. */
  #isH3: boolean | null = null

  constructor(columns: Columns, file: string, notices: Notice[]) {
    this.#columns = columns
    this.#file = file
    this.#notices = notices
    this.#groups = columns.groups.map(() => [])
  }

  add(row: CsvRow): void {
    const { population, groups, h3, lon } = this.#columns
    const cell = h3 < 0 ? '' : (row.cells[h3] ?? '').trim()
    this.#isH3 ??= h3 >= 0 && (lon < 0 || isValidCell(cell))
    const people = this.#people(row, population, 'population')
    if (people === null) return
    const ofGroups = groups.map(({ code, index }) => this.#people(row, index, code) ?? 0)
    if (people === 0 && ofGroups.every((one) => one === 0)) return
    if (this.#isH3 && !isValidCell(cell)) return this.#note('population_not_h3', row, 'h3', cell)
    const place = this.#place(row, cell)
    if (place === null) return
    if (this.#isH3 && this.#seen.has(cell)) return this.#note('population_cell_twice', row, 'h3', cell)
    if (this.#isH3) this.#addOutline(cell)
    this.#lon.push(place[0])
    this.#lat.push(place[1])
    this.#population.push(people)
    for (const [g, values] of this.#groups.entries()) values.push(ofGroups[g] ?? 0)
    this.#district.push(this.#districtOf(row))
  }

  finished(): PopulationCells {
    return {
      count: this.#lon.length,
      lon: Float64Array.from(this.#lon),
      lat: Float64Array.from(this.#lat),
      population: Float64Array.from(this.#population),
      populationGroups: this.#columns.groups.map(({ code }, g) => ({ code, values: Float64Array.from(this.#groups[g] ?? []) })),
      district: Int32Array.from(this.#district),
      districts: this.#districts,
      shapes: this.#isH3 ? { start: Uint32Array.from(this.#outlineStart), lonLat: Float64Array.from(this.#outline) } : null,
    }
  }

  /** null with a notice when there is no usable number. */
  #people(row: CsvRow, index: number, column: string): number | null {
    const text = (row.cells[index] ?? '').trim()
    const value = plainNumber(text)
    if (value !== null && value >= 0) return value
    const code = text === '' ? 'population_blank' : value === null ? 'population_not_number' : 'population_negative'
    this.#note(code, row, column, text)
    return null
  }

  #place(row: CsvRow, cell: string): readonly [lon: number, lat: number] | null {
    if (this.#columns.lon < 0) {
      const [lat, lon] = cellToLatLng(cell)
      return [lon, lat]
    }
    const text = (index: number) => (row.cells[index] ?? '').trim()
    const [lonText, latText] = [text(this.#columns.lon), text(this.#columns.lat)]
    const [lon, lat] = [plainNumber(lonText), plainNumber(latText)]
    if (lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat]
    this.#note('population_no_place', row, 'lon, lat', `${lonText}, ${latText}`)
    return null
  }

  #addOutline(cell: string): void {
    this.#seen.add(cell)
    for (const [lat, lon] of cellToBoundary(cell)) this.#outline.push(lon, lat)
    this.#outlineStart.push(this.#outline.length)
  }

  #districtOf(row: CsvRow): number {
    const code = this.#columns.district < 0 ? '' : (row.cells[this.#columns.district] ?? '').trim()
    if (code === '') return -1
    const known = this.#districtNumbers.get(code)
    if (known !== undefined) return known
    const number = this.#districts.push({ code, name: { kk: code, ru: code, en: code } }) - 1
    this.#districtNumbers.set(code, number)
    return number
  }

  #note(code: string, { line }: CsvRow, column: string, value: string): void {
    this.#notices.push(notice(code, 'warning', { file: this.#file, line, column, value }))
  }
}

/** `12`, `-0.5`, `1e3`; not `0x1f`, `1 000` or `1,5`. */
const plainNumber = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null
