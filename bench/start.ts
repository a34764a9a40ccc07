import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machine } from './harness.ts'

/** `npm start` as a newcomer has it: from a fresh clone with a warm npm cache, and then again and again. */
const [firstStarts, laterStarts] = [3, 7]
const port = 8991
const root = join(import.meta.dirname, '..')

/** Seconds from the command to the printed address. */
async function start(clone: string): Promise<number> {
  const begin = performance.now()
  // A group of its own: npm does not hand the signal on to what it has started.
  const server = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, PORT: String(port), DATA_DIR: join(clone, 'data') },
    detached: true,
  })
  let said = ''
  const seconds = await new Promise<number>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Bagdar is at')) resolve((performance.now() - begin) / 1000)
    })
    server.on('exit', () => reject(new Error(`npm start ended:\n${said}`)))
  })
  process.kill(-(server.pid ?? 0), 'SIGTERM')
  while (isRunning(-(server.pid ?? 0))) await new Promise((resolve) => setTimeout(resolve, 50))
  return seconds
}

function isRunning(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}

const folder = mkdtempSync(join(tmpdir(), 'bagdar-start-'))
const say = (name: string, seconds: number[]) =>
  console.log(`${name}: min ${Math.min(...seconds).toFixed(2)} s, max ${Math.max(...seconds).toFixed(2)} s (${seconds.length} runs)`)
try {
  console.log(machine())
  const first: number[] = []
  const later: number[] = []
  for (let run = 0; run < firstStarts; run++) {
    const clone = join(folder, String(run))
    spawnSync('git', ['clone', '--quiet', root, clone])
    first.push(await start(clone))
  }
  for (let run = 0; run < laterStarts; run++) later.push(await start(join(folder, '0')))
  say('first start, fresh clone, warm npm cache', first)
  say('later start', later)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
