import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepCities } from './actions/economy/keep-cities.ts'
import { loadTable } from './actions/economy/load-table.ts'
import { demonstrationCity } from './books/accounts/demonstration.ts'
import { outlineOf } from './books/economy/economy-content.ts'
import { countNotices } from './books/notice.ts'
import { readEconomyFile } from './formats/economy-file/read-economy-file.ts'
import { packEconomy } from './formats/input-output/pack-economy.ts'
import { readEconomy } from './formats/input-output/read-economy.ts'
import { programFile, type Record } from './open-rooms.ts'

/** The economic notes of the demonstration: of real cities only what sources say, of the invented one the whole. Call it in a transaction. */
export async function seedEconomy(record: Record): Promise<void> {
  for (const slug of ['almaty', demonstrationCity]) {
    const folder = fileURLToPath(programFile(`demo/${slug}/economy`))
    const city = await record.findCity(slug)
    if (city === null || !fs.existsSync(folder)) continue
    const at = record.now()
    const { given, problems } = readEconomyFile(fs.readFileSync(`${folder}/economy.yaml`, 'utf8'), 'economy.yaml')
    const [problem] = problems
    if (given === null) throw new Error(`demo/${slug}/economy/economy.yaml: ${problem?.code ?? ''} in line ${problem?.line ?? '?'}`)
    const kept = await keepCities({ city, given: given.cities, at }, record)
    if (!kept.ok) throw new Error(`demo/${slug}/economy was refused: ${JSON.stringify(kept.refusal)}`)
    if (given.table === null) continue
    const { file, ...origin } = given.table
    const { content, notices } = await readEconomy(`${folder}/${file}`)
    if (content === null) throw new Error(`demo/${slug}/economy/${file} cannot be read: ${notices[0]?.code ?? ''}`)
    const packed = packEconomy(content)
    const source = { ...origin, sha256: createHash('sha256').update(packed).digest('hex') }
    const input = { city, outline: outlineOf(content), source, noticeCounts: countNotices(notices).counts, packed, at }
    const loaded = await loadTable(input, record)
    if (!loaded.ok) throw new Error(`demo/${slug}/economy was refused: ${JSON.stringify(loaded.refusal)}`)
  }
}
