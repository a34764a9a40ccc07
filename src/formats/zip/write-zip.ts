import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, midnight: the first moment that the format can say. No entry tells when it was packed. */
const packedOn = { time: 0, day: (1 << 5) | 1 }
/** Names are UTF-8. */
const utf8Names = 0x0800
const deflated = 8

/**
 * A zip archive (APPNOTE 6.3.10) of files in the given order: the same files give the same bytes on every day.
 *
 * @throws {RangeError} more than 65,535 files, or more than 4 GB: that would be ZIP64
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8')
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(utf8Names, 2)
    fields.writeUInt16LE(deflated, 4)
    fields.writeUInt16LE(packedOn.time, 6)
    fields.writeUInt16LE(packedOn.day, 8)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, place, name)
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed)
    at += 4 + fields.length + name.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  if (files.size > 0xffff || at + size > 0xffff_ffff) throw new RangeError('The archive is too large for a plain zip.')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}
