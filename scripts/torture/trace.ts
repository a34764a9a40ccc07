import fs from 'node:fs'

/** What happened to the disk, and between it what was acknowledged, in the order in which it happened. */
export type Entry =
  | { kind: 'create' | 'unlink' | 'makeDirectory' | 'removeDirectory'; path: string }
  | { kind: 'open'; path: string; descriptor: number }
  | { kind: 'write'; descriptor: number; position: number; bytes: Buffer }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'truncateOpen'; descriptor: number; size: number }
  | { kind: 'sync'; descriptor: number }
  | { kind: 'rename'; path: string; to: string }
  /** From here on the writing process was told that its step `number` is safe. */
  | { kind: 'acknowledged'; number: number; what: string }
  /** What all tables hold after step `number`. */
  | { kind: 'fingerprint'; number: number; text: string }

/** Appends to a file that two threads share: each entry is one write. */
export function appendEntry(file: number, entry: Entry): void {
  const bytes = entry.kind === 'write' ? entry.bytes : Buffer.alloc(0)
  const text = Buffer.from(JSON.stringify(entry.kind === 'write' ? { ...entry, bytes: undefined } : entry))
  const head = Buffer.alloc(8)
  head.writeUInt32LE(text.length, 0)
  head.writeUInt32LE(bytes.length, 4)
  fs.writeSync(file, Buffer.concat([head, text, bytes]))
}

export function readTrace(file: string): Entry[] {
  const all = fs.readFileSync(file)
  const entries: Entry[] = []
  for (let at = 0; at < all.length;) {
    const text = at + 8
    const bytes = text + all.readUInt32LE(at)
    const end = bytes + all.readUInt32LE(at + 4)
    const entry = JSON.parse(all.toString('utf8', text, bytes)) as Entry
    entries.push(entry.kind === 'write' ? { ...entry, bytes: all.subarray(bytes, end) } : entry)
    at = end
  }
  return entries
}
