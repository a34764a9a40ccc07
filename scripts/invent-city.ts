/**
 * Writes the open data of Үлгіқала, the invented city: `npx tsx scripts/invent-city.ts <folder>`. The same four files that a real city
 * brings, so that the demonstration computes its figures as any city does.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeZip } from '../test/support/make-zip.ts'
import { writeOsmPbf } from '../test/support/osm-pbf-writer.ts'
import { inventDistricts, inventPeople } from './invent-city/people.ts'
import { inventStreets } from './invent-city/streets.ts'
import { inventTransit } from './invent-city/transit.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx scripts/invent-city.ts <folder to write into>')
  process.exit(2)
}
/** 2025-06-01: the year that the invented city's figures are of. */
const timestamp = Date.UTC(2025, 5, 1) / 1000
const files: Record<string, Uint8Array | string> = {
  'streets.osm.pbf': writeOsmPbf({ ...inventStreets(), relations: [] }, { sorted: true, timestamp }),
  'timetable.gtfs.zip': makeZip([...inventTransit()].map(([name, text]) => ({ path: name, bytes: new TextEncoder().encode(text) }))),
  'people.csv': inventPeople(),
  'districts.geojson': inventDistricts(),
}
mkdirSync(folder, { recursive: true })
for (const [name, content] of Object.entries(files)) {
  writeFileSync(join(folder, name), content)
  console.log(`${name}: ${Math.round(content.length / 1024)} KB`)
}
