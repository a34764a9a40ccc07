// Machine-readable zones that the checker of group lists reads and checks in a second.
import { checkList } from '../src/books/cooperation/tour-group/check-list.ts'
import { readZone } from '../src/books/cooperation/tour-group/read-zone.ts'
import { readySchemes } from '../src/books/cooperation/tour-group/schemes.ts'
import { splitZones } from '../src/books/cooperation/tour-group/split-zones.ts'
import { compare, printTimings } from './harness.ts'

const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const count = 20_000
const right = Array.from({ length: count }, () => specimen).join('\n')
// A misread character in each number: its look-alikes are tried.
const wrong = right.replaceAll('L898902C3', 'L8989O2C3')
const today = '2026-11-23'
const trip = { entry: '2026-12-10', exit: '2026-12-20', today }
const [scheme] = readySchemes

const check = (text: string) =>
  checkList(
    splitZones(text).map((zone) => readZone(zone, today)),
    scheme!,
    trip,
  )
const timings = await compare({ 'zones without fault': () => check(right), 'zones with a misread number': () => check(wrong) })
printTimings(`${count} passports: read, checked, compared`, timings)
for (const { name, min } of timings) console.log(`${name}: ${Math.round((count / min) * 1000)} zones/s`)
