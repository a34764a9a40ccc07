import { storeComputation } from '../actions/store-computation.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { writeSpatialResult } from '../formats/spatial-result-file.ts'
import type { Arguments, Options } from './arguments.ts'
import { cityOf, type CommandNeeds } from './command.ts'
import { saidOfResult } from './compute-words.ts'
import { UsageError } from './exit-codes.ts'
import { requireEmptyFolder, writeFolder } from './files.ts'
import { rounded, saidOfImport } from './import-words.ts'
import type { Stages } from './stages.ts'
import type { Terminal } from './terminal.ts'

/** Where a computed result goes: options of every computation. */
export const answerOptions: Options = {
  out: { type: 'string' },
  city: { type: 'string' },
  attribution: { type: 'string' },
  draft: { type: 'boolean' },
}

export interface ComputedAnswer {
  result: SpatialResult
  /** The year that the figure is of. */
  year: string | null
  /** Layers besides the result, by the ends of their names: `cells.geojson`. Written only when they are wanted. */
  layers: () => ReadonlyMap<string, string>
  /** What `--json` says besides. */
  details?: Readonly<Record<string, unknown>>
}

/** Said before the computation, which may be long: what would be refused after it. */
export function requirePlace(given: Arguments, year: string | null): void {
  const out = given.text('out')
  if (out !== null) requireEmptyFolder(out)
  if (given.text('city') !== null && year === null) throw new UsageError('Say --year: the year that the figure is of')
}

/** Writes a computed result to the folder of `--out`, stores it into the city of `--city`, and tells it. */
export async function answerComputed(
  { result, year, layers, details = {} }: ComputedAnswer,
  given: Arguments,
  timer: Stages,
  terminal: Terminal,
  needs: CommandNeeds,
): Promise<void> {
  const [city, out] = [given.text('city'), given.text('out')]
  const write = given.flag('draft') ? 'draft' : 'publish'
  let stored: Awaited<ReturnType<typeof storeComputation>> | null = null
  if (city !== null || out !== null) {
    timer.begin('store')
    const name = result.indicator.toLowerCase()
    const computed = new Map([[`${name}-result.json`, writeSpatialResult(result)]])
    for (const [ending, text] of layers()) computed.set(`${name}-${ending}`, new TextEncoder().encode(text))
    if (out !== null) writeFolder(out, computed)
    if (city !== null && year !== null)
      stored = await needs.withRecord(async (record) =>
        storeComputation(await cityOf(record, city), result, { timePeriod: year, computed, madeBy: record.operator, write }, record),
      )
  }
  timer.end()
  terminal.answer({ ...result, ...details, year, stored, milliseconds: rounded(timer.milliseconds) })
  terminal.say(saidOfResult(result))
  if (out !== null) terminal.say(`\nWritten to ${out}`)
  if (stored !== null && city !== null) terminal.say(`\n${saidOfImport(city, stored, write)}`)
}

/** A year as four digits. */
export function yearOf(text: string, option: string): number {
  if (/^(?:1[89]|20)\d\d$/.test(text)) return Number(text)
  throw new UsageError(`--${option}: "${text}" is no year`)
}

const units = { share: 'share', percent: 'percent', m2: 'squareMetres' } as const

/** What the cells of a raster of areas say. There is no usual unit: the same 1 may be a square metre, a hundredth or the whole cell. */
export function areaUnitOf(given: Arguments, option: string): (typeof units)[keyof typeof units] {
  const text = given.text(option) ?? ''
  if (Object.hasOwn(units, text)) return units[text as keyof typeof units]
  throw new UsageError(`Say --${option} with share (0 to 1), percent, or m2 (GHSL): what a cell of the raster says`)
}
