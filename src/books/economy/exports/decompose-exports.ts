import { ProductiveSystem } from '../../../kernel/matrix/productive-system.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { perUnitOfOutput, type EconomyModel } from '../model/economy-model.ts'
import { countriesOf, type TableCountry } from './countries-of.ts'

/** Parts of gross exports; each is sectors of the exporter × partners, row-major, in the unit of the table. */
export interface ExportParts {
  /** Gross exports. */
  EXGR: Float64Array
  /** Domestic value added: VAX and REF together. */
  DVA: Float64Array
  /** Domestic value added that ends up in final demand abroad. */
  VAX: Float64Array
  /** Domestic value added that returns home and ends up in final demand there. */
  REF: Float64Array
  /** Domestic content counted twice, because it crosses the border of the exporter more than once. */
  DDC: Float64Array
  /** Foreign value added. */
  FVA: Float64Array
  /** Foreign content counted twice. */
  FDC: Float64Array
  /** Domestic value added absorbed by the importer itself, in one crossing of a border: trade that is no value chain. */
  DAVAX: Float64Array
}

export interface ExportDecomposition {
  perspective: Perspective
  /** Codes of the countries that export; trade among them does not count. */
  exporter: readonly string[]
  /** Rows of the table that are the exporter's: the rows of each part. */
  rows: Int32Array
  /** Codes of the countries that import: the columns of each part. */
  partners: readonly string[]
  parts: ExportParts
}

/**
 * Where value added is counted that crosses the exporter's border several times: in the flow with which it leaves for the first time
 * (source) or for the last (sink). Totals of a country do not depend on it.
 */
export type Perspective = 'source' | 'sink'

/**
 * Gross exports of a country, by sector and partner, taken apart into the value added that they hold.
 *
 *     v_j = 1 − Σ_i a_ij      B = (I − A)⁻¹      B* = (I − A*)⁻¹, A* = A without what s sells to industries abroad
 *     source   DVA = v_s B*_ss e_sr      DDC = v_s (B_ss − B*_ss) e_sr      REF = v_s B*_ss A_sr (B Y_s)_r
 *              FVA = Σ_t v_t B*_ts e_sr  FDC = Σ_t v_t (B_ts − B*_ts) e_sr  DAVAX = v_s B*_ss (Y_sr + A_sr (I − A_rr)⁻¹ Y_rr)
 *     sink     DDC = v_s B_ss A_sr (B* e_s)_r      DVA = v_s B_ss e_sr − DDC      REF = v_s B_ss A_sr (B* Y_s)_r
 *              FDC = Σ_t v_t B_ts A_sr (B* e_s)_r  FVA = Σ_t v_t B_ts e_sr − FDC
 *     VAX = DVA − REF      EXGR = DVA + DDC + FVA + FDC
 *
 * (I − A_rr)⁻¹ Σ_{j≠r} A_rj B_j· Y_s, which the papers write, is the output (B Y_s)_r that r needs for final demand of s: one solve
 * gives it for all partners.
 *
 * Source   Borin and Mancini, “Measuring What Matters in Value-Added Trade”, Economic Systems Research 35 (2023), exporting-country
 *          perimeter; the same names as the R package exvatools. DAVAX is that of the source perspective in both.
 * Units    those of the table. Value added is output less inputs, output being what is sold: taxes on products and margins are in it.
 * Shape    see `ExportParts`.
 * Missing  a sector without output has no value added and no inputs; what it exports nevertheless is in EXGR alone.
 * Cost     seven solves of two systems, and one of the size of each partner. Memory of one more system beside that of the model.
 *
 * @throws {RangeError} a country that the table does not have, no partner, or final demand that belongs to no region
 */
export function decomposeExports(
  model: EconomyModel,
  exporter: readonly string[],
  { perspective = 'source', countryOf }: { perspective?: Perspective; countryOf?: (region: string) => string } = {},
): ExportDecomposition {
  const countries = countriesOf(model.table, countryOf)
  const home = joined(exporter, countries)
  const partners = countries.filter(({ code }) => !exporter.includes(code))
  if (partners.length === 0) throw new RangeError('Nobody is left to export to: leave a country out of the exporter.')
  const isHome = new Uint8Array(model.n)
  for (const row of home.rows) isHome[row] = 1
  const withoutExports = systemWithoutExports(model, isHome)
  const weights = weightsOf(model, withoutExports, isHome)
  const flows = flowsOf(model, withoutExports, home, partners, perspective)
  const parts = emptyParts(home.rows.length * partners.length)
  for (let sector = 0; sector < home.rows.length; sector++) {
    const j = home.rows[sector] ?? 0
    for (let partner = 0; partner < partners.length; partner++) {
      const cell = sector * partners.length + partner
      const flow = (values: Float64Array) => values[cell] ?? 0
      const exports = (parts.EXGR[cell] = flow(flows.exports))
      const [once, all, foreignOnce, foreignAll] = weights.map((weight) => weight[j] ?? 0) as [number, number, number, number]
      parts.DAVAX[cell] = once * flow(flows.direct)
      if (perspective === 'source') {
        parts.DVA[cell] = once * exports
        parts.DDC[cell] = (all - once) * exports
        parts.FVA[cell] = foreignOnce * exports
        parts.FDC[cell] = (foreignAll - foreignOnce) * exports
        parts.REF[cell] = once * flow(flows.returning)
      } else {
        parts.DDC[cell] = all * flow(flows.again)
        parts.FDC[cell] = foreignAll * flow(flows.again)
        parts.DVA[cell] = all * exports - (parts.DDC[cell] ?? 0)
        parts.FVA[cell] = foreignAll * exports - (parts.FDC[cell] ?? 0)
        parts.REF[cell] = all * flow(flows.returning)
      }
      parts.VAX[cell] = (parts.DVA[cell] ?? 0) - (parts.REF[cell] ?? 0)
    }
  }
  return { perspective, exporter: [...exporter], rows: home.rows, partners: partners.map(({ code }) => code), parts }
}

/** Several countries as one. */
function joined(codes: readonly string[], countries: readonly TableCountry[]): TableCountry {
  const own = codes.map((code) => {
    const country = countries.find((one) => one.code === code)
    if (country === undefined) throw new RangeError(`The table has no country ${code}.`)
    return country
  })
  const all = (of: (country: TableCountry) => Int32Array) => Int32Array.from(own.flatMap((country) => [...of(country)]))
  return { code: codes.join('+'), rows: all(({ rows }) => rows), demand: all(({ demand }) => demand) }
}

/** What one unit of output j takes of i. */
const coefficient = ({ table, n, x }: EconomyModel, i: number, j: number): number =>
  x[j] === 0 ? 0 : (table.Z[i * n + j] ?? 0) / (x[j] ?? 1)

/** I − A*: the exporter sells nothing to industries abroad. */
const systemWithoutExports = (model: EconomyModel, isHome: Uint8Array): ProductiveSystem =>
  new ProductiveSystem(model.n, (i, row) => {
    for (let j = 0; j < model.n; j++) if (isHome[i] === 0 || isHome[j] === 1) row[j] = coefficient(model, i, j)
  })

/** Content of one unit of each output: domestic once, domestic in all, foreign once, foreign in all. */
function weightsOf({ leontief, v, x }: EconomyModel, withoutExports: ProductiveSystem, isHome: Uint8Array): Float64Array[] {
  const added = perUnitOfOutput(v, x)
  const domestic = added.map((share, j) => (isHome[j] === 1 ? share : 0))
  const foreign = added.map((share, j) => (isHome[j] === 1 ? 0 : share))
  return [domestic, foreign].flatMap((of) => [withoutExports.solveTransposed(of).x, leontief.solveTransposed(of).x])
}

/** Flows from the exporter's sectors to each partner, sectors × partners. */
function flowsOf(
  model: EconomyModel,
  withoutExports: ProductiveSystem,
  home: TableCountry,
  partners: readonly TableCountry[],
  perspective: Perspective,
) {
  const { table, n, leontief } = model
  const columns = partners.length
  const cells = home.rows.length * columns
  const flows = {
    /** All of it. */
    exports: new Float64Array(cells),
    /** Inputs for what comes back to final demand at home. */
    returning: new Float64Array(cells),
    /** Inputs for what the partners sell back and the exporter exports once more; sink only. */
    again: new Float64Array(cells),
    /** What the partner itself uses up. */
    direct: new Float64Array(cells),
  }
  const total = new Float64Array(n)
  for (const [partner, { rows, demand }] of partners.entries())
    for (const [sector, i] of home.rows.entries()) {
      let sold = finalDemandOf(table, i, demand)
      for (const j of rows) sold += table.Z[i * n + j] ?? 0
      flows.exports[sector * columns + partner] = sold
      total[i] = (total[i] ?? 0) + sold
    }
  const demandAtHome = Float64Array.from({ length: n }, (_, i) => finalDemandOf(table, i, home.demand))
  const forHome = (perspective === 'source' ? leontief : withoutExports).solve(demandAtHome).x
  const forExports = perspective === 'source' ? null : withoutExports.solve(total).x
  for (const [partner, { rows, demand }] of partners.entries()) {
    const own = outputForItself(model, rows, demand)
    for (const [sector, i] of home.rows.entries()) {
      const cell = sector * columns + partner
      let direct = finalDemandOf(table, i, demand)
      for (const [at, j] of rows.entries()) {
        const a = coefficient(model, i, j)
        direct += a * (own[at] ?? 0)
        flows.returning[cell] = (flows.returning[cell] ?? 0) + a * (forHome[j] ?? 0)
        if (forExports !== null) flows.again[cell] = (flows.again[cell] ?? 0) + a * (forExports[j] ?? 0)
      }
      flows.direct[cell] = direct
    }
  }
  return flows
}

function finalDemandOf({ Y, finalDemand }: InputOutputTable, row: number, demand: Int32Array): number {
  let total = 0
  for (const column of demand) total += Y[row * finalDemand.length + column] ?? 0
  return total
}

/** (I − A_rr)⁻¹ Y_rr: output of a country for its own final demand, by its own chains alone. */
function outputForItself(model: EconomyModel, rows: Int32Array, demand: Int32Array): Float64Array {
  const system = new ProductiveSystem(rows.length, (at, row) => {
    for (const [to, j] of rows.entries()) row[to] = coefficient(model, rows[at] ?? 0, j)
  })
  return system.solve(Float64Array.from(rows, (i) => finalDemandOf(model.table, i, demand))).x
}

const emptyParts = (cells: number): ExportParts => ({
  EXGR: new Float64Array(cells),
  DVA: new Float64Array(cells),
  VAX: new Float64Array(cells),
  REF: new Float64Array(cells),
  DDC: new Float64Array(cells),
  FVA: new Float64Array(cells),
  FDC: new Float64Array(cells),
  DAVAX: new Float64Array(cells),
})
