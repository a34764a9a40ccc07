import type { Extension, InputOutputTable, TableLabel } from './input-output-table.ts'

/** What a table is, without its cells. */
export interface TableDescription {
  name: string
  year: number
  unit: string
  regions: readonly TableLabel[]
  sectors: readonly TableLabel[]
  /** Rows and columns of intermediate sales. */
  n: number
  /** Kinds of final demand, each once. */
  finalDemand: readonly string[]
  extensions: readonly Omit<Extension, 'values'>[]
  sums: { intermediateSales: number; finalDemand: number; output: number; valueAdded: number }
}

/**
 * A table in short: its labels and its sums.
 *
 *     value added = Σ x − Σ Z
 *
 * Units  sums are in the unit of the table.
 */
export function describeTable({
  name,
  year,
  unit,
  regions,
  sectors,
  Z,
  Y,
  x,
  finalDemand,
  extensions,
}: InputOutputTable): TableDescription {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  const [intermediateSales, output] = [sum(Z), sum(x)]
  return {
    ...{ name, year, unit, regions, sectors, n: x.length },
    finalDemand: [...new Set(finalDemand.map(({ category }) => category))],
    extensions: extensions.map((one) => ({ kind: one.kind, name: one.name, unit: one.unit })),
    sums: { intermediateSales, finalDemand: sum(Y), output, valueAdded: output - intermediateSales },
  }
}
