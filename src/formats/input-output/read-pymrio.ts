import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Extension, InputOutputTable } from '../../books/economy/input-output-table.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { kindOf } from './extension-kind.ts'
import type { GridRow } from './grid.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { readLines } from './scan-lines.ts'

/** What pymrio writes beside its tables: the file of each, with rows of labels above and columns of labels before the numbers. */
const parametersFile = 'file_parameters.json'
const parametersShape = z.object({
  files: z.record(z.string(), z.object({ name: z.string(), nr_index_col: z.coerce.number().int(), nr_header: z.coerce.number().int() })),
})
type Parameters = z.infer<typeof parametersShape>['files']

/** A matrix of a saved folder, with the labels of its rows and columns. */
interface SavedMatrix {
  file: string
  rows: string[][]
  columns: string[][]
  values: Float64Array
}

export const isPymrioFolder = (folder: string): boolean => existsSync(join(folder, parametersFile))

/**
 * A system that pymrio saved as text (`IOSystem.save_all`): Z, Y and, where they are there, output, units and extensions.
 *
 * Source   pymrio 0.6, `core/fileio.py`.
 * Missing  Z or Y: calculated ones (A, L) alone are not enough. Without x, output is what is sold.
 * Notices  io_label_only_in_row, io_units_differ, io_unit_unknown, io_year_unknown, io_output_missing
 *
 * @throws {FormatError} a file is missing or is not what pymrio writes
 */
export function readPymrio(folder: string, said: SaidOfTable = {}): ReadTable {
  const notices: Notice[] = []
  const files = readParameters(folder)
  const Z = readMatrix(folder, files, 'Z')
  const Y = readMatrix(folder, files, 'Y')
  if (Z === null || Y === null)
    throw new FormatError('io_file_missing', `${folder}: there is no ${Z === null ? 'Z' : 'Y'}; save the system with its flows.`, null, {
      file: folder,
      missing: Z === null ? 'Z' : 'Y',
    })
  for (const [at, label] of Z.rows.entries())
    if (label.join(' ') !== Z.columns[at]?.join(' '))
      notices.push(notice('io_label_only_in_row', 'error', { file: Z.file, value: label.join(' '), details: { number: at + 1 } }))
  for (const [at, label] of Y.rows.entries())
    if (label.join(' ') !== Z.rows[at]?.join(' '))
      notices.push(notice('io_label_only_in_row', 'error', { file: Y.file, value: label.join(' '), details: { number: at + 1 } }))
  const units = new Set(readUnits(folder, files).map(({ unit }) => unit))
  if (units.size > 1)
    notices.push(notice('io_units_differ', 'error', { file: join(folder, files.unit?.name ?? 'unit.txt'), value: [...units].join(', ') }))
  if (notices.length > 0) return { table: null, notices }
  const name = basename(folder)
  const year = said.year ?? Number(/(?:19|20)\d\d/.exec(name)?.[0] ?? 0)
  const unit = said.unit ?? [...units][0] ?? ''
  if (year === 0) notices.push(notice('io_year_unknown', 'warning', { file: folder }))
  if (unit === '') notices.push(notice('io_unit_unknown', 'warning', { file: folder }))
  const codes = (of: number) => [...new Set(Z.rows.map((label) => label[of] ?? ''))].map((code) => ({ code, name: code }))
  const table: Omit<InputOutputTable, 'x'> = {
    ...{ name, year, unit, regions: codes(0), sectors: codes(1), Z: Z.values, Y: Y.values },
    finalDemand: Y.columns.map(([region = null, category = '']) => ({ region, category })),
    extensions: readExtensions(folder, Z.rows.length),
  }
  return { table: { ...table, x: readMatrix(folder, files, 'x')?.values ?? soldOutput(table, folder, notices) }, notices }
}

function readParameters(folder: string): Parameters {
  const file = join(folder, parametersFile)
  try {
    return parametersShape.parse(JSON.parse(readFileSync(file, 'utf8'))).files
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause
    throw new FormatError('io_parameters_not_readable', `${file} is not what pymrio writes.`, null, { file })
  }
}

function readMatrix(folder: string, files: Parameters, name: string): SavedMatrix | null {
  const described = files[name]
  // A name is a name: nothing outside the folder is read.
  if (described === undefined || basename(described.name) !== described.name || !existsSync(join(folder, described.name))) return null
  const file = join(folder, described.name)
  const source = openBytes(file)
  try {
    const { rows } = readLines(source)
    const first = described.nr_index_col
    const data = rows.slice(described.nr_header).filter((row) => row.values.subarray(first).some((value) => !Number.isNaN(value)))
    const headers = rows.slice(0, described.nr_header)
    const width = Math.max(0, ...data.map((row) => row.values.length - first))
    const values = new Float64Array(data.length * width)
    for (const [i, row] of data.entries()) for (let j = 0; j < width; j++) values[i * width + j] = row.values[first + j] || 0
    return {
      file,
      rows: data.map((row) => Array.from({ length: first }, (_, column) => labelAt(row, column))),
      columns: Array.from({ length: width }, (_, j) => headers.map((row) => labelAt(row, first + j))),
      values,
    }
  } finally {
    source.close()
  }
}

/** Codes may be numbers. */
const labelAt = ({ texts, values }: GridRow, column: number): string =>
  texts.get(column) ?? (Number.isNaN(values[column] ?? NaN) ? '' : String(values[column]))

function readUnits(folder: string, files: Parameters): { label: string; unit: string }[] {
  const described = files.unit
  if (described === undefined || basename(described.name) !== described.name || !existsSync(join(folder, described.name))) return []
  const source = openBytes(join(folder, described.name))
  try {
    return readLines(source)
      .rows.slice(1)
      .map((row) => ({
        label: Array.from({ length: described.nr_index_col }, (_, column) => labelAt(row, column)).join(' '),
        unit: labelAt(row, described.nr_index_col),
      }))
  } finally {
    source.close()
  }
}

/** Every folder inside that holds an F. */
function readExtensions(folder: string, n: number): Extension[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isPymrioFolder(join(folder, entry.name)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(folder, entry.name)
      const files = readParameters(inside)
      const F = readMatrix(inside, files, 'F')
      if (F === null || F.columns.length !== n) return []
      const units = new Map(readUnits(inside, files).map(({ label, unit }) => [label, unit]))
      return F.rows.map((label, at) => {
        const name = label.join(' ')
        return { kind: kindOf(name), name, unit: units.get(name) ?? '', values: F.values.slice(at * n, (at + 1) * n) }
      })
    })
}

function soldOutput({ Z, Y, finalDemand }: Omit<InputOutputTable, 'x'>, folder: string, notices: Notice[]): Float64Array {
  notices.push(notice('io_output_missing', 'info', { file: folder }))
  const n = Math.sqrt(Z.length)
  const x = new Float64Array(n)
  for (const [at, value] of Z.entries()) x[Math.floor(at / n)]! += value
  for (const [at, value] of Y.entries()) x[Math.floor(at / finalDemand.length)]! += value
  return x
}
