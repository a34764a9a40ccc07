import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a made archive. Whatever is given besides path, bytes and `stored` replaces what would be true. */
export interface MadeEntry {
  path: string
  bytes: Uint8Array
  stored?: boolean
  flags?: number
  method?: number
  crc32?: number
  size?: number
  packedSize?: number
  offset?: number
}

const field = (value: number, bytes: 2 | 4 | 8): Buffer => {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value))
  else buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

/** A zip archive, true or lying, with its sizes and offsets in ZIP64 fields when asked for. */
export function makeZip(entries: readonly MadeEntry[], { zip64 = false, comment = '' } = {}): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const path = Buffer.from(entry.path)
    const packed = entry.stored === true ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes)
    const method = entry.method ?? (entry.stored === true ? 0 : 8)
    const [size, packedSize, offset] = [entry.size ?? entry.bytes.length, entry.packedSize ?? packed.length, entry.offset ?? at]
    const common = [field(20, 2), field(entry.flags ?? 0, 2), field(method, 2), field(0, 4), field(entry.crc32 ?? crc32(entry.bytes), 4)]
    const shown = (value: number) => field(zip64 ? 0xffffffff : value, 4)
    const extra = zip64
      ? Buffer.concat([field(1, 2), field(24, 2), field(size, 8), field(packedSize, 8), field(offset, 8)])
      : Buffer.alloc(0)
    const local = [field(0x04034b50, 4), ...common, field(packedSize, 4), field(size, 4), field(path.length, 2), field(0, 2), path, packed]
    const lengths = [field(path.length, 2), field(extra.length, 2), field(0, 2), field(0, 2), field(0, 2), field(0, 4)]
    directory.push(field(0x02014b50, 4), field(20, 2), ...common, shown(packedSize), shown(size), ...lengths, shown(offset), path, extra)
    parts.push(...local)
    at += Buffer.concat(local).length
  }
  const list = Buffer.concat(directory)
  const count = entries.length
  const wide = [field(45, 2), field(45, 2), field(0, 4), field(0, 4), field(count, 8), field(count, 8), field(list.length, 8), field(at, 8)]
  const end64 = [field(0x06064b50, 4), field(44, 8), ...wide, field(0x07064b50, 4), field(0, 4), field(at + list.length, 8), field(1, 4)]
  const shownCount = field(zip64 ? 0xffff : count, 2)
  const end = [field(0x06054b50, 4), field(0, 2), field(0, 2), shownCount, shownCount]
  const sizes = [
    field(zip64 ? 0xffffffff : list.length, 4),
    field(zip64 ? 0xffffffff : at, 4),
    field(comment.length, 2),
    Buffer.from(comment),
  ]
  return new Uint8Array(Buffer.concat([...parts, list, ...(zip64 ? end64 : []), ...end, ...sizes]))
}
