import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TableLabel } from '../../books/economy/input-output-table.ts'
import { FormatError } from '../format-error.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'

/** Columns of final demand in WIOD, in their order. */
const demand = [
  'Final consumption expenditure by households',
  'Final consumption expenditure by non-profit organisations serving households',
  'Final consumption expenditure by government',
  'Gross fixed capital formation',
  'Changes in inventories and valuables',
]

const yearsIn = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => /^Z_(\d{4})\.f64$/.exec(name)?.slice(1).map(Number) ?? [])

export const isWiodFolder = (folder: string): boolean => yearsIn(folder).length > 0

/**
 * WIOD as a folder of bare numbers: `Z_2011.f64`, `Y_2011.f64`, `x_2011.f64` (float64, little-endian, row-major) beside `countries.txt`,
 * `industries.txt` and `industry_codes.txt`.
 *
 * Source  World Input-Output Database, release 2013 (Timmer et al. 2015).
 * Units   million US dollars at current basic prices.
 *
 * @param said  `year` where the folder has several
 * @throws {FormatError} a file is missing, or its size is not that of the labels
 */
export function readWiodFolder(folder: string, said: SaidOfTable = {}): ReadTable {
  const years = yearsIn(folder)
  const year = said.year ?? Math.max(...years)
  if (!years.includes(year))
    throw new FormatError('io_file_missing', `${folder}: there is no Z_${year}.f64; there are ${years.join(', ')}.`, null, {
      file: folder,
      missing: `Z_${year}.f64`,
    })
  const regions = readList(folder, 'countries.txt').map((code): TableLabel => ({ code, name: code }))
  const names = readList(folder, 'industries.txt')
  const sectors = readList(folder, 'industry_codes.txt').map((code, at): TableLabel => ({ code, name: names[at] ?? code }))
  const n = regions.length * sectors.length
  return {
    table: {
      ...{ name: 'WIOD', year, unit: said.unit ?? 'million USD', regions, sectors, extensions: [] },
      Z: readNumbers(folder, `Z_${year}.f64`, n * n),
      Y: readNumbers(folder, `Y_${year}.f64`, n * regions.length * demand.length),
      finalDemand: regions.flatMap(({ code }) => demand.map((category) => ({ region: code, category }))),
      x: readNumbers(folder, `x_${year}.f64`, n),
    },
    notices: [],
  }
}

function readFile(folder: string, name: string): Buffer {
  const file = join(folder, name)
  if (!existsSync(file)) throw new FormatError('io_file_missing', `${folder}: there is no ${name}.`, null, { file: folder, missing: name })
  return readFileSync(file)
}

const readList = (folder: string, name: string): string[] => readFile(folder, name).toString('utf8').trim().split(/\r?\n/)

function readNumbers(folder: string, name: string, count: number): Float64Array {
  const bytes = readFile(folder, name)
  if (bytes.length !== 8 * count)
    throw new FormatError('io_wrong_size', `${join(folder, name)} has ${bytes.length} bytes; the labels ask for ${8 * count}.`, null, {
      file: name,
      bytes: bytes.length,
      wanted: 8 * count,
    })
  // A copy begins where eight bytes may begin.
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}
