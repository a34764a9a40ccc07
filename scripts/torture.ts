// Tries to make the database lose what it acknowledged: npm run torture -- kill|power|io [--short] [--json]
//   power  opens what a power failure may leave of a recorded workload   [--states N] [--seed S] [--workers N] [--folder F]
//   io     lets operations on the disk fail, and fills a small disk       [--workers N]
//   kill   kills the running server, commands and start-ups              [--rounds N] [--seed S]
// Progress goes to stderr; the last line of stdout is JSON. Ends with 1 when something was lost or damaged.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundlePrograms } from './torture/bundle-programs.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    states: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string' },
    folder: { type: 'string' },
  },
})
const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const seed = Number(values.seed)
const root = fileURLToPath(new URL('..', import.meta.url))

/** A module of the bundle. */
const load = async <Module>(name: string): Promise<Module> =>
  (await import(pathToFileURL(path.join(await bundlePrograms(root), `${name}.js`)).href)) as Module

/** `isSound`: the run itself is worth something, for example its controls failed as they must. */
const kinds: Record<string, () => Promise<{ cases: number; lost: number; corrupt: number; isSound?: boolean }>> = {
  async power() {
    const { explorePowerFailures } = await load<typeof import('./torture/power.ts')>('power')
    return inFolder('power', async (folder) => {
      const states = Number(values.states ?? (values.short ? 20 : 10_000))
      const size = values.short ? 0.02 : 1
      const totals = await explorePowerFailures(
        { states, seed, workers: Number(values.workers ?? (values.short ? 2 : 1)), folder, size },
        tell,
      )
      return { ...totals, isSound: totals.control.lost + totals.control.corrupt > 0 }
    })
  },
  async io() {
    const { failOperations } = await load<typeof import('./torture/io.ts')>('io')
    return inFolder('io', (folder) =>
      failOperations(
        {
          folder,
          most: values.short ? 6 : Infinity,
          workers: Number(values.workers ?? (values.short ? 2 : 1)),
          withRealDisk: !values.short,
        },
        tell,
      ),
    )
  },
  async kill() {
    const { killAndLook } = await load<typeof import('./torture/kill.ts')>('kill')
    const rounds = Number(values.rounds ?? (values.short ? 2 : 1000))
    return inFolder('kill', (folder) => killAndLook({ rounds, seed, folder, firstStarts: !values.short }, tell))
  },
}

const kind = kinds[positionals[0] ?? '']
if (kind === undefined || positionals.length > 1) {
  tell(`What to try: ${Object.keys(kinds).join(', ')}`)
  process.exitCode = 2
} else {
  const { isSound = true, ...totals } = await kind()
  process.stdout.write(`${JSON.stringify(totals)}\n`)
  if (totals.lost + totals.corrupt > 0 || !isSound) process.exitCode = 1
}

/** In `--folder`, where a run that was stopped goes on; else in a folder, in memory where there is one, that is removed. */
async function inFolder<T>(name: string, use: (folder: string) => Promise<T>): Promise<T> {
  if (values.folder !== undefined) return use(path.resolve(values.folder))
  const folder = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), `bagdar-${name}-`))
  try {
    return await use(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
