import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importCase } from './actions/cooperation/import-case.ts'
import { demonstrationCity } from './books/accounts/demonstration.ts'
import { dayIn } from './books/as-of.ts'
import { daysAfter } from './books/cooperation/partial-date.ts'
import { readCase } from './formats/cooperation-file/read-case.ts'
import { programFile, type Record } from './open-rooms.ts'

/** The cases of the demonstration: a real one, and an invented one whose days are counted from the day on which it is filled. */
const cases = [
  { city: 'almaty', file: 'bangkok-2016.yaml' },
  { city: demonstrationCity, file: 'cooperation.yaml' },
]

/** What partners said and promised, in the cities of the demonstration that are there. */
export async function seedCooperation(record: Record): Promise<void> {
  for (const { city: slug, file } of cases) {
    const folder = fileURLToPath(programFile(`demo/${slug}/cooperation`))
    const city = await record.findCity(slug)
    if (city === null || !fs.existsSync(folder)) continue
    const at = record.now()
    const today = dayIn(city.timeZone, at)
    const text = withDays(fs.readFileSync(`${folder}/${file}`, 'utf8'), today)
    const { given, problems } = readCase(text, file, (name) => readBeside(`${folder}/${name}`))
    const [problem] = problems
    if (given === null)
      throw new Error(`demo/${slug}/cooperation/${file} cannot be read: ${problem?.code ?? ''} in line ${problem?.line ?? '?'}`)
    const officer = slug === demonstrationCity ? await record.findPersonByEmail('yerlan@ulgiqala.example') : null
    const imported = await importCase({ city, by: officer?.id ?? null, at, given, publish: true, today }, record)
    if (!imported.ok)
      throw new Error(
        `demo/${slug}/cooperation/${file} was refused: ${imported.record.kind} ${imported.record.id}: ${JSON.stringify(imported.problems)}`,
      )
  }
}

/** `today-30` is the day thirty days before. */
export const withDays = (text: string, today: string): string =>
  text.replaceAll(/\btoday([+-]\d+)/g, (_, days: string) => daysAfter(today, Number(days)))

const readBeside = (path: string): Uint8Array | null => (fs.existsSync(path) ? fs.readFileSync(path) : null)
