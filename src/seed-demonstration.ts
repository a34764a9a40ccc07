import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importCity } from './actions/import-city.ts'
import { readCityFolder } from './formats/city-folder/read-city-folder.ts'
import { readFolder } from './formats/city-folder/read-folder.ts'
import { addDemonstrationStaff } from './demonstration-staff.ts'
import { seedCooperation } from './seed-cooperation.ts'
import { seedEconomy } from './seed-economy.ts'
import { seedDiscussion } from './seed-discussion.ts'
import { seedVoices } from './seed-voices.ts'
import { seedVotes } from './seed-votes.ts'
import { programFile, type Record } from './open-rooms.ts'

/** Cities of the demonstration, in the order of the list of cities. */
const cities = ['almaty', 'ulgiqala', 'las-palmas', 'porto-alegre']

/** Fills an empty record with the cities in `demo/`, and the desk of the invented one with people. */
export async function seedDemonstration(record: Record, tell: (text: string) => void): Promise<void> {
  for (const city of cities) {
    const path = fileURLToPath(programFile(`demo/${city}`))
    if (!fs.existsSync(path)) continue
    const { folder, problems } = readCityFolder(readFolder(path))
    const [problem] = problems.filter((one) => one.severity === 'error')
    if (folder === null || problem !== undefined)
      throw new Error(
        `demo/${city} cannot be read: ${problem?.code ?? 'no city.yaml'} in ${problem?.file ?? ''}, line ${problem?.line ?? '?'}`,
      )
    tell(`Taking in the demonstration: ${city} …`)
    const outcome = await importCity(folder, record, () => {})
    if (!outcome.ok) throw new Error(`demo/${city} was refused: ${outcome.refusal.code}`)
  }
  await seedBesideFigures(record)
}

/** Staff, discussions, cooperation and the economy of the demonstration, where its cities are in the record. */
export async function seedBesideFigures(record: Record): Promise<void> {
  await addDemonstrationStaff(record)
  await seedDiscussion(record)
  await seedVotes(record)
  await seedVoices(record)
  await seedCooperation(record)
  await seedEconomy(record)
}
