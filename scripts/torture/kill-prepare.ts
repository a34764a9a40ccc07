import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importCity } from '../../src/actions/import-city.ts'
import { readConfiguration } from '../../src/configuration.ts'
import { addDemonstrationStaff } from '../../src/demonstration-staff.ts'
import { chooseVersion } from '../../src/books/programme/shown-version.ts'
import { takeApart } from '../../src/books/programme/draft/put-together.ts'
import { readCityFolder } from '../../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile } from '../../src/open-rooms.ts'
import { seedDiscussion } from '../../src/seed-discussion.ts'
import { seedVotes } from '../../src/seed-votes.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import type { Schema } from '../../src/store/schema.ts'
import { runCommand, type Environment } from './killed-server.ts'
import { cityWithReports } from './workload.ts'

/** The invented city without what was computed, its staff, its consultations, and a draft of its programme; gives the ids of the draft's goals. */
export async function prepareCity(data: string): Promise<string[]> {
  const { record, close } = await openRooms(readConfiguration({ DATA_DIR: data }), false)
  try {
    const { folder } = readCityFolder(readFolder(fileURLToPath(programFile('demo/ulgiqala'))))
    if (folder === null) throw new Error('demo/ulgiqala cannot be read')
    const small = { ...folder, sets: folder.sets.filter(({ release }) => release.kind !== 'computation') }
    const taken = await importCity(small, record, () => {})
    if (!taken.ok) throw new Error(`The city was refused: ${taken.refusal.code}`)
    await addDemonstrationStaff(record)
    const { city } = taken.value
    await seedDiscussion(record)
    await seedVotes(record)
    const last = chooseVersion(await record.listProgrammeVersions(city, record.now()))?.versions.at(-1)
    if (last === undefined) throw new Error('The city has no programme.')
    const draft = { programme: last.programme, number: last.number + 1, basedOn: last.number, begunAt: record.now().toISOString() }
    await record.addDraft(city, { id: record.newId(), ...draft }, takeApart(last))
    return last.directions.flatMap(({ goals }) => goals.map(({ id }) => id))
  } finally {
    await close()
  }
}

/** Imports a table that is different each time, beside the running server; the number of its release when the command said so. */
export async function importTable(environment: Environment, folder: string, number: number, killAfterMs?: number): Promise<number | null> {
  const table = path.join(folder, 'table.csv')
  const years = Array.from({ length: 20 }, (_, year) => `${2005 + year};Үлгіқала;барлығы;${300_000 + number * 10 + year}`)
  fs.writeFileSync(table, `Жыл;Қала;Жынысы;Мәні\n${years.join('\n')}\n`)
  const mapping = fileURLToPath(programFile('test/fixtures/tables/wages.yaml'))
  const { code, out } = await runCommand(
    ['import', 'csv', table, '--mapping', mapping, '--city', 'ulgiqala', '--json'],
    environment,
    (child) => killAfterMs !== undefined && setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref(),
  )
  if (code !== 0) return null
  const release = (JSON.parse(out) as { release?: number | { number: number } }).release
  return typeof release === 'number' ? release : (release?.number ?? null)
}

/** So many of the first migrations made the database that the present program is to bring up to date. */
const OLDER = 4

/** A database as an older version of the program left it, with content; gives the texts of the reports in it. */
export async function prepareOlder(data: string): Promise<string[]> {
  const database = await openDatabase<Schema>({ directory: data })
  try {
    await migrate(database.pool, readMigrations().slice(0, OLDER))
    for (const step of cityWithReports()) await step.run(database)
    const { rows } = await database.pool.query<{ text: string }>('select text from mistake_report')
    return rows.map(({ text }) => text)
  } finally {
    await database.close()
  }
}
