// Runs cases of failing disks, in a process of its own: one that hangs is killed from outside.
import fs from 'node:fs'
import path from 'node:path'
import { openDatabase } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { checkState } from './check-state.ts'
import type { Fault } from './faulty-disk.ts'
import { fingerprint, type Query } from './fingerprint.ts'
import { programOf } from './program.ts'
import { lives } from './workload.ts'

export type IoCase = Omit<Fault, 'whileExists'> & { operation: string }

export interface IoOrder {
  /** Where the database to begin with is. */
  base: string
  /** For this process alone. */
  folder: string
  cases: IoCase[]
  /** Content of all tables after each step, from a run without faults. */
  contents: string[]
}

export type IoReport = { kind: 'begin'; at: number } | { kind: 'end'; at: number; outcome: Outcome }

export interface Outcome {
  verdict: 'clean' | 'lost' | 'corrupt'
  message: string
  stoppedAfterMs: number | null
  isReadOnly: boolean
}

export const IO_STEPS = lives(0.02)[1]!
export const engineProgram = programOf('faulty-worker')

process.once('message', (order: IoOrder) => {
  void run(order).then(() => process.exit(0))
})

async function run({ base, folder, cases, contents }: IoOrder): Promise<void> {
  for (const [at, one] of cases.entries()) {
    say({ kind: 'begin', at })
    say({ kind: 'end', at, outcome: await tryCase(base, folder, one, contents) })
  }
}

async function tryCase(base: string, folder: string, one: IoCase, contents: readonly string[]): Promise<Outcome> {
  const directory = path.join(folder, 'case')
  const whileExists = path.join(folder, 'armed')
  fs.rmSync(directory, { recursive: true, force: true })
  fs.rmSync(whileExists, { force: true })
  fs.cpSync(base, directory, { recursive: true })
  process.env['TORTURE_FAULT'] = JSON.stringify({ ...one, whileExists })
  const database = await openDatabase<Schema>({ directory, engineProgram })
  fs.writeFileSync(whileExists, '')
  let [acknowledged, stoppedAfterMs]: [number, number | null] = [0, null]
  for (const step of IO_STEPS) {
    const began = performance.now()
    const isDone = await step.run(database).then(
      () => true,
      () => false,
    )
    if (!isDone) {
      stoppedAfterMs = performance.now() - began
      break
    }
    acknowledged++
  }
  const isReadOnly = database.state() === 'read_only'
  const query: Query = async <Row>(text: string) => (await database.pool.query(text)).rows as Row[]
  const read = await fingerprint(query)
  await database.close()
  const judge = (where: string, text: string): Outcome | null => {
    if (text === contents[acknowledged] || text === contents[acknowledged + 1]) return null
    const verdict = contents.slice(0, acknowledged).includes(text) ? 'lost' : 'corrupt'
    return { verdict, message: `${where}: not what was acknowledged (step ${acknowledged})`, stoppedAfterMs, isReadOnly }
  }
  try {
    const found = judge('while it ran', read) ?? judge('after opening again', await checkState(directory, false))
    return found ?? { verdict: 'clean', message: '', stoppedAfterMs, isReadOnly }
  } catch (error) {
    return { verdict: 'corrupt', message: (error as Error).message.slice(0, 400), stoppedAfterMs, isReadOnly }
  }
}

const say = (report: IoReport): void => void process.send?.(report)
