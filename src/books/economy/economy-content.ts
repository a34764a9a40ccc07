import type { InputOutputTable, TableLabel } from './input-output-table.ts'
import type { ProductionMargins } from './trade/production-margins.ts'

/** What is loaded for the notes: a whole table, or its margins of one or more years, oldest first. */
export type EconomyContent = { kind: 'table'; table: InputOutputTable } | { kind: 'margins'; margins: readonly ProductionMargins[] }

/** What a list of loaded tables says of each. */
export interface EconomyOutline {
  kind: EconomyContent['kind']
  name: string
  /** Oldest first. */
  years: readonly number[]
  unit: string
  regions: readonly TableLabel[]
  sectors: readonly TableLabel[]
}

/** @throws {RangeError} margins of no year */
export function outlineOf(content: EconomyContent): EconomyOutline {
  const newest = content.kind === 'table' ? content.table : content.margins.at(-1)
  if (newest === undefined) throw new RangeError('Margins of no year have nothing to tell.')
  const years = content.kind === 'table' ? [newest.year] : content.margins.map(({ year }) => year)
  return { kind: content.kind, name: newest.name, years, unit: newest.unit, regions: newest.regions, sectors: newest.sectors }
}
