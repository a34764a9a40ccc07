import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../src/store/database.ts'

/** The writing process, on its own, under `wrapper` (for example strace). */
export function writeRows(
  directory: string,
  { transactions = Infinity, wrapper = [] as readonly string[] } = {},
): ReturnType<typeof spawn> {
  const program = fileURLToPath(new URL('./write-rows.ts', import.meta.url))
  const command = [...wrapper, process.execPath, '--import', 'tsx', program, directory, String(transactions)]
  return spawn(command[0]!, command.slice(1), { cwd: path.resolve(path.dirname(program), '../..'), stdio: ['ignore', 'pipe', 'pipe'] })
}

export interface Crash {
  /** The last transaction that the process was told is safe. */
  acknowledged: number
  exitCode: number | null
  complaints: string
  /** What it could read after the database took no more writes. */
  stopped: { state: string; reads: number } | null
}

/** Lets a process write and kills it, with SIGKILL, when it has said that `transactions` are safe: in the middle of a later one. */
export function killWhileWriting(directory: string, transactions: number): Promise<Crash> {
  const child = writeRows(directory)
  let heard = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
    if (heard.split('acknowledged').length > transactions) child.kill('SIGKILL')
  })
  return watch(child)
}

/** Waits until the writing process has ended, however it ends. */
export function watch(child: ReturnType<typeof spawn>): Promise<Crash> {
  let heard = ''
  let complaints = ''
  child.stdout!.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  return new Promise((resolve) =>
    child.on('close', (exitCode) => {
      const acknowledged = Number([...heard.matchAll(/acknowledged (\d+)\n/g)].at(-1)?.[1] ?? 0)
      const [, state = '', reads] = /stopped, (\w+), reads (\d+)\n/.exec(heard) ?? []
      resolve({ acknowledged, exitCode, complaints, stopped: reads === undefined ? null : { state, reads: Number(reads) } })
    }),
  )
}

/** What the next process finds: how many transactions, and whether they are whole and without gap. */
export async function findWritten(directory: string): Promise<{ transactions: number; whole: boolean }> {
  const { pool, close } = await openDatabase<object>({ directory })
  try {
    const { rows } = await pool.query<{ transactions: number; whole: boolean }>(
      'select coalesce(max(number), 0) as transactions, count(*) = 3 * coalesce(max(number), 0) as whole from written',
    )
    return rows[0]!
  } finally {
    await close()
  }
}
