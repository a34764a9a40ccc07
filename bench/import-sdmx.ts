import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBytes } from '../src/formats/byte-source.ts'
import { readSdmx } from '../src/formats/sdmx/import/read-import.ts'
import { readData } from '../src/formats/sdmx/read-message.ts'
import { machine } from './harness.ts'

/**
 * Processor time and memory of reading SDMX: the 45 messages of Kyrgyzstan with their structure, as an import reads them; and files of a
 * million observations, which must not take more memory than small ones. With `--expose-gc` the memory is that of what is in use.
 */
const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../shared')
const folder = process.argv[2] ?? join(shared, 'data/sdmx-kyrgyzstan')
const observations = 1_000_000

function measure(name: string, work: () => string, runs: number): void {
  const times: number[] = []
  let said = ''
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    said = work()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  console.log(
    `${name.padEnd(40)} min ${Math.min(...times)
      .toFixed(0)
      .padStart(6)} ms of processor time   ${said}`,
  )
}

console.log(machine())
if (existsSync(folder)) {
  const names = [...readdirSync(join(folder, 'data')).map((name) => `data/${name}`), 'SDG_DSD.KG_1.8.xml']
  measure(
    'Kyrgyzstan, 46 files',
    () => {
      const files = names.map((name) => openBytes(join(folder, name), name))
      const read = readSdmx(files, { source: null, indicator: null })
      for (const file of files) file.close()
      return read.ok ? `${read.value.set.readings.length} readings, ${read.value.set.notices.length} notices` : read.refusal.code
    },
    5,
  )
}

const work = mkdtempSync(join(tmpdir(), 'bench-sdmx-'))
const base = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1'
const large = {
  'SDMX-ML structure-specific': {
    start: `<m:StructureSpecificData xmlns:m="${base}/message"><m:Header><m:ID>1</m:ID></m:Header><m:DataSet><Series FREQ="A" REF_AREA="KG" SEX="_T">\n`,
    row: (at: number) => `<Obs TIME_PERIOD="${1900 + (at % 200)}" OBS_VALUE="${at / 8}" OBS_STATUS="A" COMMENT_OBS="comment"/>\n`,
    end: '</Series></m:DataSet></m:StructureSpecificData>',
  },
  'SDMX-CSV': {
    start: 'DATAFLOW,FREQ,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT_OBS\n',
    row: (at: number) => `KG:DF(1.0),A,KG,_T,${1900 + (at % 200)},${at / 8},A,comment\n`,
    end: '',
  },
}
for (const [name, { start, row, end }] of Object.entries(large)) {
  for (const count of [observations / 10, observations]) {
    const path = join(work, 'large')
    writeFileSync(path, start)
    for (let at = 0; at < count; at += 50_000)
      writeFileSync(path, Array.from({ length: Math.min(50_000, count - at) }, (_, one) => row(at + one)).join(''), { flag: 'a' })
    writeFileSync(path, end, { flag: 'a' })
    let seen = 0
    let most = 0
    measure(
      `${name}, ${count} observations`,
      () => {
        seen = 0
        const file = openBytes(path)
        readData(file, {
          header: () => {},
          structureOf: () => null,
          dataSet: () => {},
          series: () => {},
          observation() {
            if (++seen % 20_000 !== 0) return
            globalThis.gc?.()
            most = Math.max(most, process.memoryUsage().heapUsed)
          },
          oddity: () => {},
        })
        file.close()
        return `${Math.round(file.size / 1e6)} MB, ${seen} seen, heap at most ${Math.round(most / 1e6)} MB`
      },
      1,
    )
  }
}
rmSync(work, { recursive: true, force: true })
