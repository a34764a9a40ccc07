/**
 * An input-output table: who sold how much to whom in one year.
 *
 *     x = Z·i + Y·i          v' = x' − i'·Z
 *
 * Source  Miller and Blair, Input-Output Analysis (2nd ed., 2009), chapters 2 and 3.
 * Units   one currency at current basic prices, as `unit` says (`million USD`); extensions in their own.
 * Shape   n = regions × sectors; index of sector s in region r is r · sectors.length + s. Matrices are row-major.
 */
export interface InputOutputTable {
  /** What the source calls it: `WIOD release 2013`. */
  name: string
  year: number
  unit: string
  /** One for a national table. */
  regions: readonly TableLabel[]
  /** The same in every region, in the same order. */
  sectors: readonly TableLabel[]
  /** Sales between sectors, n × n: `Z[i * n + j]` is what j buys of i. */
  Z: Float64Array
  /** Final demand, n × finalDemand.length. */
  Y: Float64Array
  /** Columns of Y: who demands, and for what (households, government, investment, …). */
  finalDemand: readonly FinalDemandColumn[]
  /** Output as published, n. Row sums of Z and Y may miss it a little; the checks tell. */
  x: Float64Array
  /** Wages, jobs, value added by kind …: one number per sector and region. */
  extensions: readonly Extension[]
}

export interface TableLabel {
  code: string
  name: string
}

export interface FinalDemandColumn {
  /** Code of the region that demands; for a national table its own, and `null` for exports. */
  region: string | null
  category: string
}

export interface Extension {
  kind: 'value_added' | 'wages' | 'employment' | 'taxes' | 'imports' | 'other'
  name: string
  unit: string
  values: Float64Array
}
