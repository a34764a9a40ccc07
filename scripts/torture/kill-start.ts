import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyBackupFile } from '../../src/store/backup/read-backup-file.ts'
import { prepareOlder } from './kill-prepare.ts'
import type { Promised } from './kill-promised.ts'
import { killNow, runCommand, startProgram, startServer } from './killed-server.ts'

/** Kills the first start of an empty directory twice, in migrations and the demonstration; the third must be whole. */
export async function killFirstStart(
  folder: string,
  promised: Promised,
  random: () => number,
  tell: (line: string) => void,
): Promise<void> {
  const data = path.join(folder, 'first')
  const environment = { DATA_DIR: data, MODE: 'demo' }
  fs.rmSync(data, { recursive: true, force: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    const starting = startProgram(['serve'], environment)
    await sleep(random() * 8000)
    await killNow(starting)
  }
  const server = await startServer(environment)
  for (const city of ['almaty', 'ulgiqala', 'las-palmas', 'porto-alegre']) {
    const { code, err } = await runCommand(['check', '--city', city, '--json'], environment)
    if (code === 0) continue
    promised.corrupt++
    tell(`After a killed first start, ${city}: ${err}`)
  }
  await killNow(server.child)
  promised.firstStarts++
}

/** How long a start that migrates takes, which tells when it can be killed: a guess, then as long as it took here. */
let migratingMs = 1500

/**
 * Kills the first start of this program on a database of an older one, while it is backed up and migrated; the next start
 * must find all that was in it, and every backup that has its name must be whole.
 */
export async function killMigration(folder: string, promised: Promised, random: () => number, tell: (line: string) => void): Promise<void> {
  const [older, textsFile, data] = ['older', 'older.json', 'migrated'].map((name) => path.join(folder, name)) as [string, string, string]
  if (!fs.existsSync(textsFile)) {
    fs.rmSync(older, { recursive: true, force: true })
    fs.writeFileSync(textsFile, JSON.stringify(await prepareOlder(older)))
  }
  const texts = JSON.parse(fs.readFileSync(textsFile, 'utf8')) as string[]
  const environment = { DATA_DIR: data, MODE: 'demo' }
  fs.rmSync(data, { recursive: true, force: true })
  fs.cpSync(older, data, { recursive: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    const starting = startProgram(['serve'], environment)
    await sleep(random() * migratingMs)
    await killNow(starting)
  }
  const began = performance.now()
  const server = await startServer(environment)
  migratingMs = performance.now() - began
  const check = await runCommand(['check', '--city', 'ulgiqala', '--json'], environment)
  await killNow(server.child)
  promised.migrations++
  if (check.code !== 0) {
    promised.corrupt++
    return tell(`After a killed migration bagdar check says: ${check.err}`)
  }
  const { mistakeReports } = JSON.parse(check.out) as { mistakeReports: Array<{ text: string }> }
  const found = mistakeReports.map(({ text }) => text)
  const lost = texts.filter((text) => !found.includes(text))
  promised.lost += lost.length
  for (const text of lost) tell(`Lost in a migration: ${text.slice(0, 50)}`)
  const backups = path.join(data, 'backups')
  const files = fs.existsSync(backups) ? fs.readdirSync(backups).filter((name) => name.endsWith('.bagdar.gz')) : []
  if (files.length === 0) {
    promised.corrupt++
    tell('There is no backup of what was before the migration.')
  }
  for (const name of files)
    await verifyBackupFile(path.join(backups, name)).catch((error: Error) => {
      promised.corrupt++
      tell(`The backup ${name} is damaged: ${error.message}`)
    })
}
