import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { EconomyContent } from '../../books/economy/economy-content.ts'
import { checkTable } from '../../books/economy/check-table.ts'
import type { ProductionMargins } from '../../books/economy/trade/production-margins.ts'
import type { Notice } from '../../books/notice.ts'
import { openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { isMarginsList, readMarginsList } from './margins-list.ts'
import { readAdbMargins } from './read-adb-margins.ts'
import { readInputOutput } from './read-input-output.ts'
import type { SaidOfTable } from './read-result.ts'

/** Margins are small; whatever is larger is no list of them. */
const mostMarginBytes = 64_000_000

/**
 * What an economic note can be made of, from a file or folder: a table in any layout, or margins: our own list, or `summary.csv` of the ADB
 * scripts with `sectors.csv` beside it. An error among the notices leaves nothing.
 *
 * @throws {FormatError} what stands there is none of these, is damaged, or is beyond the limits
 */
export async function readEconomy(place: string, said: SaidOfTable = {}): Promise<{ content: EconomyContent | null; notices: Notice[] }> {
  const margins = readMargins(place)
  if (margins !== null) {
    const isBroken = margins.notices.some(({ severity }) => severity === 'error') || margins.margins.length === 0
    return { content: isBroken ? null : { kind: 'margins', margins: margins.margins }, notices: margins.notices }
  }
  const { table, notices } = await readInputOutput(place, said)
  const all = table === null ? notices : [...notices, ...checkTable(table)]
  const isBroken = table === null || all.some(({ severity }) => severity === 'error')
  return { content: isBroken ? null : { kind: 'table', table }, notices: all }
}

function readMargins(place: string): { margins: ProductionMargins[]; notices: Notice[] } | null {
  if (statSync(place).isDirectory()) return null
  const source = openBytes(place, basename(place))
  const header = Buffer.from(source.read(0, 4096)).toString('latin1').split('\n', 1)[0] ?? ''
  const size = source.size
  source.close()
  const isAdb = header.replace(/^\u00EF\u00BB\u00BF/, '').startsWith('t,s,i,')
  if ((!isAdb && !isMarginsList(header)) || size > mostMarginBytes) return null
  const text = readFileSync(place, 'utf8')
  if (!isAdb) return readMarginsList(text, basename(place))
  const sectors = join(dirname(place), 'sectors.csv')
  if (!existsSync(sectors))
    throw new FormatError('io_file_missing', `${place}: sectors.csv was not found beside it.`, null, {
      file: place,
      missing: 'sectors.csv',
    })
  return readAdbMargins(text, readFileSync(sectors, 'utf8'))
}
