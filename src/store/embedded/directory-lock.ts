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
 * PGlite does not lock: two processes on one directory lose each other's rows. The lock is a file that appears with its
 * content in one step; a lock whose holder is dead (kill -9, power failure) is taken over, one of a living process never.
 */
export function lockDirectory(directory: string): { lock: DirectoryLock } | { heldBy: number } {
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(fs.realpathSync(directory), 'bagdar.lock')
  if (heldHere.has(file)) return { heldBy: process.pid }
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(describeProcess(process.pid)))
  try {
    for (;;) {
      if (link(draft, file)) {
        heldHere.add(file)
        return { lock: { release: () => release(file) } }
      }
      const found = readHolder(file)
      if (found.holder && isAlive(found.holder)) return { heldBy: found.holder.pid }
      removeStale(file, found.text)
    }
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

function release(file: string): void {
  fs.rmSync(file, { force: true })
  heldHere.delete(file)
}

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

/** An unreadable lock was written by a machine that lost power: our own appear whole. */
function readHolder(file: string): { text: string; holder: Holder | null } {
  let text = ''
  try {
    text = fs.readFileSync(file, 'utf8')
    const holder = JSON.parse(text) as Holder
    return { text, holder: Number.isInteger(holder.pid) ? holder : null }
  } catch {
    return { text, holder: null }
  }
}

/** Two processes may find the same stale lock. Renaming first shows whether it is still the one that was judged. */
function removeStale(file: string, judged: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (fs.readFileSync(aside, 'utf8') !== judged) link(aside, file)
    fs.rmSync(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
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
