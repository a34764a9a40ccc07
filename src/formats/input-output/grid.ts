import { FormatError } from '../format-error.ts'

/** One row of a sheet or of a file of separated values, as far as it is filled. */
export interface GridRow {
  /** Row of the sheet or line of the file, from 1. */
  row: number
  /** Numbers by column, from 0; NaN where no number stands. */
  values: Float64Array
  /** What else stands there, without spaces around it. */
  texts: ReadonlyMap<number, string>
}

export interface Grid {
  file: string
  /** Sheets name their columns by letters, files of separated values by numbers. */
  kind: 'sheet' | 'lines'
  rows: GridRow[]
}

export interface GridLimits {
  /** Cells of all rows together, empty ones between filled ones included. */
  cells: number
  columns: number
  /** Characters of all texts together. */
  characters: number
}

/** Room for the whole OECD ICIO (3,500 × 3,900) and for twice the largest ADB table. */
export const gridLimits: GridLimits = { cells: 32_000_000, columns: 16_384, characters: 64_000_000 }

/** A column of a grid as its notices name it: `E` in a sheet, `5` in a file. */
export function columnName(kind: Grid['kind'], column: number): string {
  if (kind === 'lines') return String(column + 1)
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Takes cell after cell and hands over whole rows, within the limits. */
export class RowBuilder {
  readonly rows: GridRow[] = []
  readonly #file: string
  readonly #limits: GridLimits
  #values = new Float64Array(1024).fill(NaN)
  #texts = new Map<number, string>()
  #width = 0
  #cells = 0
  #characters = 0

  constructor(file: string, limits: GridLimits) {
    this.#file = file
    this.#limits = limits
  }

  number(column: number, value: number): void {
    this.#reach(column)
    this.#values[column] = value
  }

  text(column: number, text: string): void {
    const trimmed = text.trim()
    if (trimmed === '') return
    this.#reach(column)
    this.#texts.set(column, trimmed)
    this.#characters += trimmed.length
  }

  /** Ends a row; one without anything in it is left out. */
  end(row: number): void {
    if (this.#width === 0) return
    const last = this.rows.at(-1)?.row ?? 0
    if (row <= last) throw this.#error('io_rows_out_of_order', `row ${row} comes after row ${last}; save the file again.`, { row })
    this.#cells += this.#width
    if (this.#cells > this.#limits.cells || this.#characters > this.#limits.characters)
      throw this.#error('io_too_many_cells', `more than ${this.#limits.cells} cells; is it an input-output table?`, {
        limit: this.#limits.cells,
        row,
      })
    this.rows.push({ row, values: this.#values.slice(0, this.#width), texts: this.#texts })
    this.#values.fill(NaN, 0, this.#width)
    this.#texts = new Map()
    this.#width = 0
  }

  #reach(column: number): void {
    if (column < this.#width) return
    if (column >= this.#limits.columns)
      throw this.#error('io_too_many_columns', `more than ${this.#limits.columns} columns.`, { limit: this.#limits.columns })
    if (column >= this.#values.length) {
      const larger = new Float64Array(Math.min(this.#limits.columns, 2 * (column + 1))).fill(NaN)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#width = column + 1
  }

  #error(code: string, what: string, details: Record<string, number>): FormatError {
    return new FormatError(code, `${this.#file}: ${what}`, details.row ?? null, { file: this.#file, ...details })
  }
}
