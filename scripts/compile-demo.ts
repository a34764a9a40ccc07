/**
 * Writes the figures of the demonstration: `npx tsx scripts/compile-demo.ts <data> <demo>`.
 *
 * `<data>` is the folder of source data, `<demo>` the folder to write into. The programmes there are written by hand and
 * stay as they are. The same data gives the same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CityFolder } from '../src/formats/city-folder/city-folder.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { writeCityFolder } from '../src/formats/city-folder/write-city-folder.ts'
import { compileAlmaty } from './compile-demo/almaty.ts'
import { compileAlmatyEconomy } from './compile-demo/almaty-economy.ts'
import { compileComparisonCities } from './compile-demo/comparison-cities.ts'
import { compileUlgiqala } from './compile-demo/ulgiqala.ts'

const [data, demo] = process.argv.slice(2)
if (data === undefined || demo === undefined) {
  console.error('Usage: npx tsx scripts/compile-demo.ts <folder of source data> <folder of the demonstration>')
  process.exit(2)
}
write(compileAlmaty(data))
compileAlmatyEconomy(data, demo)
write(await compileUlgiqala(join(demo, 'ulgiqala/open-data')))
for (const city of await compileComparisonCities(data)) write(city)

function write(city: Omit<CityFolder, 'programmeFiles'>): void {
  const folder = join(demo as string, city.city.slug)
  rmSync(join(folder, 'releases'), { recursive: true, force: true })
  // Read back and written again: names that no figure uses fall away.
  const { folder: used } = readCityFolder(writeCityFolder({ ...city, programmeFiles: new Map() }))
  if (used === null || used.problems.length > 0)
    throw new Error(`The folder of ${city.city.slug} does not read back: ${JSON.stringify(used?.problems)}`)
  const files = writeCityFolder(used)
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const observations = city.sets.reduce((sum, { readings }) => sum + readings.readings.length, 0)
  const kilobytes = [...files.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0) / 1024
  console.log(`${city.city.slug}: ${files.size} files, ${observations} observations, ${Math.round(kilobytes)} KB`)
}
