import path from 'node:path'
import type { Entry } from './trace.ts'

/**
 * What a file system promises. `ordered`: names change in the order of the operations, and any sync makes all names
 * before it durable (a journal, as ext4 has). `strict`: a name is durable only after a sync of its directory, and
 * names that are not may reach the disk in any order. Content is durable, in both, only after a sync of its file.
 */
export type Model = 'ordered' | 'strict'

type Change = { position: number; bytes: Buffer } | { size: number }

interface File {
  number: number
  durable: Buffer
  size: number
  /** How many changes `durable` holds: with the number of the file this says what it contains. */
  applied: number
  pending: Change[]
}

type Target = File | 'directory'
type NameChange = { path: string; to?: string; target: Target | null }

/** A state in which a power failure may leave the disk. */
export interface CrashState {
  /** The same for the same bytes. */
  key: string
  directories: string[]
  files: Array<{ path: string; content: Buffer }>
}

/** A disk under a running database: what the process sees, what is durable, and what may or may not be. */
export class SimulatedDisk {
  readonly #model: Model
  readonly #seen = new Map<string, Target>()
  readonly #durable = new Map<string, Target>()
  readonly #open = new Map<number, { path: string; target: Target }>()
  #names: NameChange[] = []
  #files = 0

  constructor(model: Model) {
    this.#model = model
  }

  apply(entry: Entry): void {
    if (entry.kind === 'create') {
      const there = this.#seen.get(entry.path)
      if (there !== undefined && there !== 'directory') return void there.pending.push({ size: 0 })
      this.#add(entry.path, { number: ++this.#files, durable: Buffer.alloc(0), size: 0, applied: 0, pending: [] })
    } else if (entry.kind === 'makeDirectory') this.#add(entry.path, 'directory')
    else if (entry.kind === 'unlink' || entry.kind === 'removeDirectory') {
      this.#seen.delete(entry.path)
      this.#names.push({ path: entry.path, target: null })
    } else if (entry.kind === 'rename') {
      const target = this.#seen.get(entry.path) ?? null
      const change = { path: entry.path, to: entry.to, target }
      changeName(this.#seen, change)
      this.#names.push(change)
    } else if (entry.kind === 'open') {
      this.#open.set(entry.descriptor, { path: entry.path, target: this.#seen.get(entry.path) ?? 'directory' })
    } else if (entry.kind === 'write') this.#fileOf(entry.descriptor).pending.push({ position: entry.position, bytes: entry.bytes })
    else if (entry.kind === 'truncateOpen') this.#fileOf(entry.descriptor).pending.push({ size: entry.size })
    else if (entry.kind === 'truncate') {
      const target = this.#seen.get(entry.path)
      if (target !== undefined && target !== 'directory') target.pending.push({ size: entry.size })
    } else if (entry.kind === 'sync') this.#sync(entry.descriptor)
  }

  /** The disk as it is without a power failure. */
  everything(): CrashState {
    return this.#state(this.#seen, (file) => file.pending.map((_, at) => at.toString()), true)
  }

  /**
   * The disk after a power failure now.
   *
   * @param kept of what is not durable: nothing, everything, or what chance decides, some of it torn at 512 bytes
   */
  crash(kept: 'nothing' | 'everything' | (() => number)): CrashState {
    const names = new Map(this.#durable)
    const chance = typeof kept === 'function' ? kept : () => 0
    const share = kept === 'nothing' ? 0 : kept === 'everything' ? 1 : [0.1, 0.5, 0.9, 0.97][Math.floor(chance() * 4)]!
    if (this.#model === 'ordered') {
      const survive = kept === 'nothing' ? 0 : kept === 'everything' ? this.#names.length : Math.floor(chance() * (this.#names.length + 1))
      for (const change of this.#names.slice(0, survive)) changeName(names, change)
    } else for (const change of this.#names) if (share === 1 || chance() < share) changeName(names, change)
    return this.#state(names, (file) => file.pending.map((change) => fate(change, share, chance)), share === 1)
  }

  #state(names: ReadonlyMap<string, Target>, fates: (file: File) => string[], all: boolean): CrashState {
    const directories: string[] = []
    const files: CrashState['files'] = []
    const keys: string[] = []
    const inOrder = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
    const missing = (name: string): boolean =>
      name !== '.' && name !== '' && (names.get(name) !== 'directory' || missing(path.dirname(name)))
    for (const [name, target] of inOrder) {
      if (missing(path.dirname(name))) continue
      if (target === 'directory') {
        directories.push(name)
        keys.push(name)
      } else {
        const decided = all ? [] : fates(target)
        const done = all ? target.applied + target.pending.length : target.applied
        // A write that is kept whole, with all before it, is as good as durable.
        const whole = decided.findIndex((each) => each !== 'kept')
        const leading = whole === -1 ? decided.length : whole
        const rest = decided.slice(leading)
        const key = rest.every((each) => each === 'lost') ? '' : rest.join(',')
        keys.push(`${name} ${target.number} ${done + leading} ${key}`)
        files.push({
          path: name,
          get content() {
            return contentOf(target, all ? target.pending.map(() => 'kept') : decided)
          },
        })
      }
    }
    return { key: keys.join('\n'), directories, files }
  }

  #add(name: string, target: Target): void {
    this.#seen.set(name, target)
    this.#names.push({ path: name, target })
  }

  #fileOf(descriptor: number): File {
    const target = this.#open.get(descriptor)?.target
    if (target === undefined || target === 'directory') throw new Error(`Descriptor ${descriptor} is no open file.`)
    return target
  }

  #sync(descriptor: number): void {
    const open = this.#open.get(descriptor)
    if (open === undefined) throw new Error(`Descriptor ${descriptor} is not open.`)
    if (open.target !== 'directory') makeDurable(open.target)
    const concerned = (change: NameChange): boolean =>
      this.#model === 'ordered' ||
      (open.target === 'directory' &&
        [change.path, change.to].some((name) => name !== undefined && path.dirname(name) === (open.path || '.')))
    this.#names = this.#names.filter((change) => {
      if (!concerned(change)) return true
      changeName(this.#durable, change)
      return false
    })
  }
}

/** Writes a change of names into a list of names, as far as it can still happen there. */
function changeName(names: Map<string, Target>, { path: from, to, target }: NameChange): void {
  if (target === null) names.delete(from)
  else if (to === undefined) names.set(from, target)
  else {
    if (names.get(from) === target) names.delete(from)
    names.set(to, target)
    if (target !== 'directory') return
    for (const [name, inside] of [...names])
      if (name.startsWith(`${from}/`)) {
        names.delete(name)
        names.set(to + name.slice(from.length), inside)
      }
  }
}

const SECTOR = 512

/** What becomes of a change that is not durable: `kept`, `lost`, or the sectors that reached the disk. */
function fate(change: Change, share: number, chance: () => number): string {
  if (share === 0) return 'lost'
  const drawn = chance()
  if (drawn < share * 0.85) return 'kept'
  if (drawn >= share * 0.85 + 0.15 || !('bytes' in change) || change.bytes.length <= SECTOR) return 'lost'
  const sectors = Math.ceil(change.bytes.length / SECTOR)
  const [kind, cut] = [chance(), Math.floor(chance() * sectors)]
  return Array.from({ length: sectors }, (_, at) => ((kind < 0.4 ? at < cut : kind < 0.7 ? at >= cut : chance() < 0.5) ? '1' : '0')).join(
    '',
  )
}

function makeDurable(file: File): void {
  for (const change of file.pending) write(file, change)
  file.applied += file.pending.length
  file.pending = []
}

function contentOf(file: File, fates: readonly string[]): Buffer {
  if (fates.every((each) => each === 'lost')) return file.durable.subarray(0, file.size)
  const copy = { durable: Buffer.from(file.durable.subarray(0, file.size)), size: file.size }
  file.pending.forEach((change, at) => {
    const decided = fates[at]!
    if (decided === 'kept') write(copy, change)
    else if (decided !== 'lost' && 'bytes' in change)
      for (let sector = 0; sector < decided.length; sector++)
        if (decided[sector] === '1')
          write(copy, {
            position: change.position + sector * SECTOR,
            bytes: change.bytes.subarray(sector * SECTOR, (sector + 1) * SECTOR),
          })
  })
  return copy.durable.subarray(0, copy.size)
}

function write(file: { durable: Buffer; size: number }, change: Change): void {
  const size = 'bytes' in change ? Math.max(file.size, change.position + change.bytes.length) : change.size
  if (size > file.durable.length) {
    const larger = Buffer.alloc(Math.max(size, Math.min(2 * file.durable.length, 2 ** 24)))
    file.durable.copy(larger, 0, 0, file.size)
    file.durable = larger
  }
  if ('bytes' in change) change.bytes.copy(file.durable, change.position)
  else if (size < file.size) file.durable.fill(0, size, file.size)
  file.size = size
}
