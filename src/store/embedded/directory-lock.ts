import fs from 'node:fs'
import path from 'node:path'

/** The process that holds a data directory. `started` and `boot` tell it from a later process with the same number. */
interface Holder {
  pid: number
  started: string | null
  boot: string | null
}

export interface DirectoryLock {
  release(): void
}

const heldHere = new Set<string>()

/**
 * Takes the data directory for this process, or tells which living process holds it.
 *
 * PGlite does not lock: two processes on one directory lose each other's rows. The lock is the newest of the numbered
 * files in `lock/`; a file appears together with its content and says who holds the directory, or nobody. Whoever finds
 * nobody or a dead process (kill -9, power failure) tries to make the next number, which succeeds for one. Numbers never
 * go down, so a process that was slow notices that it was overtaken. A single file that is removed and made again
 * cannot do this: between judging it and removing it, it may have become someone else's.
 */
export function lockDirectory(directory: string): { lock: DirectoryLock } | { heldBy: number } {
  const folder = path.join(directory, 'lock')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = fs.realpathSync(folder)
  if (heldHere.has(place)) return { heldBy: process.pid }
  const draft = path.join(place, `draft-${process.pid}`)
  fs.writeFileSync(draft, JSON.stringify(describeProcess(process.pid)))
  try {
    for (;;) {
      const newest = Math.max(0, ...numbersIn(place))
      const holder = readHolder(path.join(place, String(newest)))
      if (holder && isAlive(holder)) return { heldBy: holder.pid }
      const mine = path.join(place, String(newest + 1))
      if (!link(draft, mine)) continue
      const numbers = numbersIn(place)
      if (Math.max(...numbers) > newest + 1) {
        fs.rmSync(mine)
        continue
      }
      for (const number of numbers) if (number <= newest) fs.rmSync(path.join(place, String(number)), { force: true })
      heldHere.add(place)
      return { lock: { release: () => release(place, mine) } }
    }
  } finally {
    fs.rmSync(draft)
  }
}

/** Whether it is this process that holds the directory. */
export const isHeldHere = (directory: string): boolean => {
  const folder = path.join(directory, 'lock')
  return fs.existsSync(folder) && heldHere.has(fs.realpathSync(folder))
}

function release(place: string, file: string): void {
  fs.truncateSync(file)
  heldHere.delete(place)
}

const numbersIn = (place: string): number[] => fs.readdirSync(place).map(Number).filter(Number.isInteger)

/** Creates `file` with the content of `draft`, or says that it exists. */
function link(draft: string, file: string): boolean {
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** null: nobody. So is an unreadable file, which a machine that lost power left: our own appear whole. */
function readHolder(file: string): Holder | null {
  try {
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as Holder
    return Number.isInteger(holder.pid) ? holder : null
  } catch {
    return null
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false // a number used again, as in a container: `heldHere` knows our own
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = describeProcess(holder.pid)
  return now.started === holder.started && now.boot === holder.boot
}

/** Linux tells when a process started; elsewhere the number alone must do. */
function describeProcess(pid: number): Holder {
  const read = (file: string): string | null => {
    try {
      return fs.readFileSync(file, 'utf8').trim()
    } catch {
      return null
    }
  }
  const afterName = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ') // a name may hold spaces and brackets
  return { pid, started: afterName?.[19] ?? null, boot: read('/proc/sys/kernel/random/boot_id') }
}
