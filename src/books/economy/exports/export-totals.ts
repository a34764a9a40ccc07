import type { ExportDecomposition, ExportParts } from './decompose-exports.ts'

/** Parts of the exports of a country in all, with its place in value chains. */
export type ExportTotals = Record<keyof ExportParts, number> & {
  /** Domestic content: DVA + DDC. */
  DC: number
  /** Foreign content: FVA + FDC. */
  FC: number
  /** Backward participation in value chains: FC + DDC. */
  GVCB: number
  /** Forward participation: DVA − DAVAX. */
  GVCF: number
  /** Trade within value chains: what crosses more than one border, GVCB + GVCF = EXGR − DAVAX. */
  GVC: number
}

/**
 * The parts added up over all sectors and partners, or over one partner or one sector.
 *
 * Source  Borin and Mancini (2023); names of exvatools.
 * Units   those of the table. A share of value chains is GVC / EXGR.
 *
 * @param of  a partner by its code, a sector by its place among the exporter's rows
 * @throws {RangeError} a partner that the decomposition does not have
 */
export function exportTotals({ parts, partners }: ExportDecomposition, of: { partner?: string; sector?: number } = {}): ExportTotals {
  const column = of.partner === undefined ? null : partners.indexOf(of.partner)
  if (column === -1) throw new RangeError(`There are no exports to ${of.partner ?? ''} in this decomposition.`)
  const sum = (values: Float64Array): number => {
    let total = 0
    for (const [cell, value] of values.entries()) {
      if (column !== null && cell % partners.length !== column) continue
      if (of.sector === undefined || Math.floor(cell / partners.length) === of.sector) total += value
    }
    return total
  }
  const [EXGR, DVA, VAX, REF] = [sum(parts.EXGR), sum(parts.DVA), sum(parts.VAX), sum(parts.REF)]
  const [DDC, FVA, FDC, DAVAX] = [sum(parts.DDC), sum(parts.FVA), sum(parts.FDC), sum(parts.DAVAX)]
  const [DC, FC] = [DVA + DDC, FVA + FDC]
  const [GVCB, GVCF] = [FC + DDC, DVA - DAVAX]
  return { EXGR, DVA, VAX, REF, DDC, FVA, FDC, DAVAX, DC, FC, GVCB, GVCF, GVC: GVCB + GVCF }
}
