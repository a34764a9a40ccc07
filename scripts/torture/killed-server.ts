import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { programFile } from '../../src/open-rooms.ts'
import { QUICK_START } from './program.ts'

const program = fileURLToPath(programFile('dist/main.js'))

/** A server that takes longer to start after a kill does not come back. */
const LONGEST_START_MS = 120_000

export type Environment = Readonly<Record<string, string>>

export interface Server {
  child: ChildProcess
  address: string
}

/** Starts the built program. */
export function startProgram(args: readonly string[], environment: Environment): ChildProcess {
  if (!fs.existsSync(program)) throw new Error('The program is not built. Run "npm run build" first.')
  const env = { ...process.env, DATABASE_URL: '', HOST: '127.0.0.1', PORT: '0', ...environment }
  const child = spawn(process.execPath, [QUICK_START, program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8') // a chunk may end inside a letter
  return child
}

/** Runs a command to its end. `kill`, where given, is called with the process as soon as it runs. */
export function runCommand(
  args: readonly string[],
  environment: Environment,
  running: (child: ChildProcess) => void = () => {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = startProgram(args, environment)
  running(child)
  const said = { out: '', err: '' }
  child.stdout!.on('data', (text: string) => (said.out += text))
  child.stderr!.on('data', (text: string) => (said.err += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

/** Starts a server on a free port, which the system chooses, and waits until it can be reached. */
export async function startServer(environment: Environment): Promise<Server> {
  const child = startProgram(['serve'], environment)
  const said = await heardUntil(child, /Bagdar is at (\S+)\/\n/)
  const address = /Bagdar is at (\S+)\/\n/.exec(said)?.[1]
  if (address !== undefined) return { child, address }
  const ended = child.exitCode ?? child.signalCode ?? `nothing said in ${LONGEST_START_MS / 1000} s`
  await killNow(child)
  throw new Error(`The server did not start (${ended}): ${said}`)
}

/** What a process says until it says such `words`, ends, or takes too long. */
function heardUntil(child: ChildProcess, words: RegExp): Promise<string> {
  let said = ''
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(said), LONGEST_START_MS)
    const hear = (text: string): void => {
      said += text
      if (words.test(said)) resolve(said)
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
    timer.unref()
  })
}

/** Kills without a word, as a power switch does to the process, and waits until it is gone. */
export function killNow(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
