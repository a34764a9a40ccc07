import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { reportMistake, Refusal } from './kill-forms.ts'
import { importTable, prepareCity } from './kill-prepare.ts'
import { killNow, runCommand, startServer } from './killed-server.ts'

/** `not run: …` with the reason, or `clean`, or what was wrong. */
export type FullDisk = string

/** Room for the database of a small city, and not for much more. */
const DISK_MEGABYTES = 160

/** Left free when the rest is filled up: a few hundred reports fit in. */
const FREE_BYTES = 200_000

/** More reports than fit into what is left. */
const MOST_REPORTS = 3000

/**
 * The real server on a real disk that becomes full: writes must be refused with 503, pages must go on, and with room
 * again the next start must find everything confirmed.
 */
export async function fillDisk(folder: string, tell: (line: string) => void): Promise<FullDisk> {
  const disk = path.join(folder, 'tiny-disk')
  fs.mkdirSync(disk, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', disk], { encoding: 'utf8' })
  if (mounted.status !== 0) return `not run: ${(mounted.error?.message ?? mounted.stderr).trim()}`
  try {
    const wrong = await useFullDisk(disk, folder, tell)
    return wrong.length === 0 ? 'clean' : wrong.join('; ')
  } finally {
    spawnSync('umount', [disk])
  }
}

async function useFullDisk(disk: string, folder: string, tell: (line: string) => void): Promise<string[]> {
  const wrong: string[] = []
  const environment = { DATA_DIR: path.join(disk, 'data'), MODE: 'demo' }
  await prepareCity(environment.DATA_DIR)
  if ((await importTable(environment, folder, 0)) === null) throw new Error('The table was not imported.')
  const server = await startServer(environment)
  const [first, filler] = ['қате 0', path.join(disk, 'filler')]
  const texts = new Map([[await reportMistake(server.address, first), first]])
  const { bavail, bsize } = fs.statfsSync(disk)
  fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - FREE_BYTES)))
  let refused: number | null = null
  for (let number = 1; number < MOST_REPORTS && refused === null; number++) {
    const text = `қате ${number} ${'толық диск '.repeat(150)}`.trim()
    try {
      texts.set(await reportMistake(server.address, text), text)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused = error.status
    }
  }
  tell(`The full disk was met after ${texts.size} reports`)
  if (refused !== 503) wrong.push(`a write was answered with ${refused}`)
  const page = await fetch(`${server.address}/ru/ulgiqala`)
  if (page.status !== 200) wrong.push(`a page was answered with ${page.status}`)
  await killNow(server.child)
  fs.rmSync(filler)
  const again = await startServer(environment)
  const check = await runCommand(['check', '--city', 'ulgiqala', '--json'], environment)
  await killNow(again.child)
  if (check.code !== 0) return [...wrong, `bagdar check says: ${check.err}`]
  const { mistakeReports } = JSON.parse(check.out) as { mistakeReports: Array<{ number: number; text: string }> }
  const found = new Map(mistakeReports.map(({ number, text }) => [String(number), text]))
  const lost = [...texts].filter(([number, text]) => found.get(number) !== text)
  for (const [number, text] of lost)
    tell(`Report ${number} is lost: ${text.slice(0, 20)}, found ${found.get(number)?.slice(0, 20) ?? 'nothing'}`)
  if (lost.length > 0) wrong.push(`${lost.length} of ${texts.size} confirmed reports are lost`)
  return wrong
}
