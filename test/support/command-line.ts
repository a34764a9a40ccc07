import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { programFile } from '../../src/open-rooms.ts'

export interface Ended {
  code: number | null
  out: string
  err: string
}

const program = fileURLToPath(programFile('dist/main.js'))

/** Runs the built `bagdar` as a shell would, on a data directory of its own. `npm test` builds it before the tests begin. */
export function bagdar(dataDirectory: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = startBagdar(dataDirectory, args, environment)
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

/** Starts it and returns the process, for `serve`. */
export function startBagdar(dataDirectory: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  if (!fs.existsSync(program)) throw new Error('The program is not built. Run "npm run build" first.')
  return spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: '', MODE: 'demo', PORT: '0', DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The one JSON document on standard output; anything beside it is an error. */
export const answerOf = <T = Record<string, unknown>>({ out }: Ended): T => JSON.parse(out) as T
