import { notice, type Notice } from '../notice.ts'
import type { InputOutputTable, TableLabel } from './input-output-table.ts'

/** How far sums may miss the published output before it is said: rounding of the last digit does not count. */
const tolerance = 1e-6

/**
 * What a table is not as theory wants it. Nothing is changed: real tables have negative stocks, empty sectors and inputs above output, and
 * whoever uses a figure made of them has to be able to see it.
 *
 *     rows     x_i = Σ_j Z_ij + Σ_k Y_ik
 *     columns  x_j = Σ_i Z_ij + what the extensions of value added, taxes and imports add in the same unit
 *
 * Notices  io_not_square, io_label_twice, io_not_finite, io_row_sum_differs, io_column_sum_differs, io_negative_sale,
 *          io_negative_final_demand, io_zero_output, io_inputs_without_output, io_column_above_one, io_region_empty, io_block_empty
 * Cost     three passes over Z.
 */
export function checkTable(table: InputOutputTable): Notice[] {
  const shape = [...checkShape(table), ...labelsTwice(table.regions), ...labelsTwice(table.sectors)]
  if (shape.length > 0) return shape
  const n = table.x.length
  const sold = new Float64Array(n)
  const bought = new Float64Array(n)
  const negative = new Finding('io_negative_sale', 'warning', table)
  const demanded = new Finding('io_negative_final_demand', 'info', table)
  const broken = new Finding('io_not_finite', 'error', table)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = table.Z[i * n + j] ?? 0
      sold[i] = (sold[i] ?? 0) + value
      bought[j] = (bought[j] ?? 0) + value
      if (value < 0) negative.found(value, i, labelAt(table, j))
      else if (!Number.isFinite(value)) broken.found(0, i, labelAt(table, j))
    }
    for (const [k, { region, category }] of table.finalDemand.entries()) {
      const value = table.Y[i * table.finalDemand.length + k] ?? 0
      sold[i] = (sold[i] ?? 0) + value
      if (value < 0) demanded.found(value, i, `${region ?? ''} ${category}`.trim())
      else if (!Number.isFinite(value)) broken.found(0, i, category)
    }
    if (!Number.isFinite(table.x[i])) broken.found(0, i, 'x')
  }
  const broke = broken.notices()
  return broke.length > 0 ? broke : [...checkSums(table, sold, bought), ...negative.notices(), ...demanded.notices(), ...emptyBlocks(table)]
}

function checkShape({ regions, sectors, Z, Y, x, finalDemand, extensions }: InputOutputTable): Notice[] {
  const n = regions.length * sectors.length
  const wrong = [
    { what: 'Z', length: Z.length, wanted: n * n },
    { what: 'Y', length: Y.length, wanted: n * finalDemand.length },
    { what: 'x', length: x.length, wanted: n },
    ...extensions.map(({ name, values }) => ({ what: name, length: values.length, wanted: n })),
  ].filter(({ length, wanted }) => length !== wanted)
  return wrong.map(({ what, length, wanted }) => notice('io_not_square', 'error', { column: what, details: { length, wanted } }))
}

function labelsTwice(labels: readonly TableLabel[]): Notice[] {
  const codes = labels.map(({ code }) => code)
  const twice = new Set(codes.filter((code, at) => codes.indexOf(code) !== at))
  return [...twice].map((code) => notice('io_label_twice', 'error', { value: code }))
}

/** Rows, columns, outputs and coefficients. */
function checkSums(table: InputOutputTable, sold: Float64Array, bought: Float64Array): Notice[] {
  const rows = new Finding('io_row_sum_differs', 'warning', table)
  const columns = new Finding('io_column_sum_differs', 'warning', table)
  const zero = new Finding('io_zero_output', 'info', table)
  const inputs = new Finding('io_inputs_without_output', 'warning', table)
  const above = new Finding('io_column_above_one', 'warning', table)
  const added = addedInputs(table)
  for (const [i, output] of table.x.entries()) {
    const [sales, purchases] = [sold[i] ?? 0, bought[i] ?? 0]
    const slack = tolerance * Math.max(Math.abs(output), 1)
    if (Math.abs(sales - output) > slack) rows.found(sales - output, i)
    const used = purchases + (added?.[i] ?? 0)
    if (added !== null && Math.abs(used - output) > slack) columns.found(used - output, i)
    if (output === 0) (purchases === 0 ? zero : inputs).found(purchases, i)
    else if (purchases / output >= 1) above.found(purchases / output, i)
  }
  return [rows, columns, above, inputs, zero].flatMap((finding) => finding.notices())
}

/** What stands below the table and belongs to output; null where there is no value added to close the columns with. */
function addedInputs({ extensions, unit, x }: InputOutputTable): Float64Array | null {
  const closing = extensions.filter(
    (one) => one.unit === unit && (one.kind === 'value_added' || one.kind === 'taxes' || one.kind === 'imports' || one.kind === 'other'),
  )
  if (!closing.some(({ kind }) => kind === 'value_added')) return null
  return x.map((_, i) => closing.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
}

/** Regions that sell and buy nothing, and pairs of regions without trade. */
function emptyBlocks(table: InputOutputTable): Notice[] {
  const { Z, x, regions, sectors } = table
  const [n, count] = [x.length, regions.length]
  const filled = new Uint8Array(count * count)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) if (Z[i * n + j] !== 0) filled[Math.floor(i / sectors.length) * count + Math.floor(j / sectors.length)] = 1
  const isEmpty = regions.map((_, r) => regions.every((__, s) => filled[r * count + s] === 0 && filled[s * count + r] === 0))
  const notices = regions.flatMap(({ code }, r) => (isEmpty[r] === true ? [notice('io_region_empty', 'warning', { value: code })] : []))
  const without = regions.flatMap((from, r) =>
    regions
      .filter((_, s) => r !== s && isEmpty[r] === false && isEmpty[s] === false && filled[r * count + s] === 0)
      .map((to) => `${from.code} → ${to.code}`),
  )
  if (without[0] !== undefined) notices.push(notice('io_block_empty', 'info', { value: without[0], details: { count: without.length } }))
  return notices
}

const labelAt = ({ regions, sectors }: InputOutputTable, row: number): string =>
  `${regions[Math.floor(row / sectors.length)]?.code ?? ''} ${sectors[row % sectors.length]?.code ?? ''}`

/** How often something is so, where most, and how much there. */
class Finding {
  readonly #table: InputOutputTable
  readonly #code: string
  readonly #severity: Notice['severity']
  #count = 0
  #largest = 0
  #row = 0
  #column: string | null = null

  constructor(code: string, severity: Notice['severity'], table: InputOutputTable) {
    this.#table = table
    this.#code = code
    this.#severity = severity
  }

  found(value: number, row: number, column: string | null = null): void {
    if (this.#count++ > 0 && Math.abs(value) <= Math.abs(this.#largest)) return
    this.#largest = value
    this.#row = row
    this.#column = column
  }

  notices(): Notice[] {
    if (this.#count === 0) return []
    const row = labelAt(this.#table, this.#row)
    const details = {
      count: this.#count,
      largest: Number(this.#largest.toPrecision(6)),
      where: this.#column === null ? row : `${row} → ${this.#column}`,
    }
    return [notice(this.#code, this.#severity, { column: this.#column, value: row, details })]
  }
}
