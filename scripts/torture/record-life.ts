// One life of a process that writes, recorded: node record-life.ts <data directory> <trace> <life> <size> [close]
import fs from 'node:fs'
import { openDatabase } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { fingerprint, type Query } from './fingerprint.ts'
import { programOf } from './program.ts'
import { appendEntry, readTrace } from './trace.ts'
import { lives } from './workload.ts'

const [directory = '', traceFile = '', life = '0', size = '1', end = ''] = process.argv.slice(2)
process.env['TORTURE_ROOT'] = directory
process.env['TORTURE_TRACE'] = traceFile
const trace = fs.openSync(traceFile, 'a')
let number = readTrace(traceFile).reduce((last, entry) => (entry.kind === 'acknowledged' ? entry.number : last), -1)

const database = await openDatabase<Schema>({ directory, engineProgram: programOf('recording-worker') })
const query: Query = async <Row>(text: string) => (await database.pool.query(text)).rows as Row[]
await acknowledge('open')
for (const step of lives(Number(size))[Number(life)] ?? []) {
  await step.run(database)
  await acknowledge(step.what)
}
if (end === 'close') await database.close()
process.exit(0) // without closing, as a process that is killed

async function acknowledge(what: string): Promise<void> {
  number++
  appendEntry(trace, { kind: 'acknowledged', number, what })
  appendEntry(trace, { kind: 'fingerprint', number, text: await fingerprint(query) })
}
