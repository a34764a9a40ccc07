import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkTable } from '../src/books/economy/check-table.ts'
import { readInputOutput } from '../src/formats/input-output/read-input-output.ts'
import { machine } from './harness.ts'
import { writeAdbWorkbook } from './made-economy-table.ts'

/**
 * A workbook of the size of the ADB MRIO (2,213 × 2,521 numbers), read to a table by ours and cell by cell by exceljs, in turn, each time in
 * a process of its own: processor time of all its threads, and its memory at the most.
 *
 * `npx tsx bench/economy-read.ts [folder of exceljs]`; without the folder ours is measured alone.
 */
interface Measured {
  seconds: number
  megabytes: number
  sum: number
  checkSeconds?: number
}

const [what = '', file = '', exceljs = ''] = process.argv.slice(2)
if (what === '--ours') console.log(JSON.stringify(await readOurs(file)))
else if (what === '--exceljs') console.log(JSON.stringify(await readWithExceljs(file, exceljs)))
else await compareReaders(what)

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

function mostMegabytes(): number {
  return process.resourceUsage().maxRSS / 1000
}

async function readOurs(workbook: string): Promise<Measured> {
  const start = process.cpuUsage()
  const { table } = await readInputOutput(workbook)
  const seconds = cpuSeconds(start)
  const megabytes = mostMegabytes()
  if (table === null) throw new Error('No table was read.')
  const checking = process.cpuUsage()
  checkTable(table)
  const checkSeconds = cpuSeconds(checking)
  const sum = [table.Z, table.Y, table.x].reduce((total, values) => total + values.reduce((a, b) => a + b, 0), 0)
  return { seconds, megabytes, sum, checkSeconds }
}

async function readWithExceljs(workbook: string, folder: string): Promise<Measured> {
  const library = (await import(pathToFileURL(join(folder, 'excel.js')).href)) as {
    default: {
      stream: { xlsx: { WorkbookReader: new (file: string, options: object) => AsyncIterable<AsyncIterable<{ values: unknown[] }>> } }
    }
  }
  const start = process.cpuUsage()
  let sum = 0
  for await (const sheet of new library.default.stream.xlsx.WorkbookReader(workbook, { worksheets: 'emit', sharedStrings: 'cache' }))
    for await (const row of sheet) for (const value of row.values) if (typeof value === 'number') sum += value
  return { seconds: cpuSeconds(start), megabytes: mostMegabytes(), sum }
}

async function compareReaders(folderOfExceljs: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bagdar-economy-read-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const workbook = join(folder, 'ADB-MRIO-2022.xlsx')
  await writeAdbWorkbook(workbook)
  console.log(`${machine()}\nA workbook of ${(statSync(workbook).size / 1e6).toFixed(0)} MB; least of three runs in turn`)
  const readers = ['--ours', ...(existsSync(folderOfExceljs) ? ['--exceljs'] : [])]
  const measured = new Map<string, Measured[]>(readers.map((reader) => [reader, []]))
  for (let run = 0; run < 3; run++)
    for (const reader of readers) {
      const args = ['--import', 'tsx', import.meta.filename, reader, workbook, folderOfExceljs]
      measured.get(reader)?.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured)
    }
  for (const [reader, runs] of measured) {
    const least = (of: (one: Measured) => number) => Math.min(...runs.map((one) => of(one)))
    console.log(
      `${reader.slice(2).padEnd(8)} ${least((one) => one.seconds).toFixed(2)} s CPU   ${least((one) => one.megabytes).toFixed(0)} MB` +
        (reader === '--ours' ? `   (checks ${least((one) => one.checkSeconds ?? 0).toFixed(2)} s)` : ''),
    )
  }
}
