import { crc32, createInflateRaw } from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import type { DirectoryRecord } from './central-directory.ts'

const localSignature = 0x04034b50
const chunkBytes = 2 ** 18

/**
 * The bytes of one entry. Inflating runs beside the reader, in a thread of Node, and never gets further ahead than one piece; it stops
 * at the first byte beyond the size that the archive claims.
 *
 * @throws {FormatError} damaged, encrypted, packed in an unknown way, or not what the central directory says
 */
export async function* unpack(source: ByteSource, record: DirectoryRecord): AsyncGenerator<Uint8Array> {
  let size = 0
  let sum = 0
  for await (const chunk of rawChunks(source, record)) {
    size += chunk.length
    if (size > record.size) break
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (size !== record.size || sum !== record.crc32) throw damaged(source, record)
}

async function* rawChunks(source: ByteSource, record: DirectoryRecord): AsyncGenerator<Uint8Array> {
  const start = dataStart(source, record)
  if (record.method === 0) {
    for (let at = 0; at < record.packedSize; at += chunkBytes) yield source.read(start + at, Math.min(chunkBytes, record.packedSize - at))
    return
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes })
  inflate.end(source.read(start, record.packedSize))
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array
  } catch (cause) {
    throw Object.assign(damaged(source, record), { cause })
  }
}

function dataStart(source: ByteSource, record: DirectoryRecord): number {
  const about = { file: source.name, entry: record.path }
  const where = `${source.name}, ${record.path}`
  if (record.encrypted)
    throw new FormatError('zip_encrypted', `${where} is encrypted; ask for the archive without a password.`, record.offset, about)
  if (record.method !== 0 && record.method !== 8)
    throw new FormatError('zip_method_unknown', `${where} is packed with method ${record.method}; pack it with deflate.`, record.offset, {
      ...about,
      method: record.method,
    })
  const header = source.read(record.offset, 30)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (header.length < 30 || view.getUint32(0, true) !== localSignature) throw damaged(source, record)
  return record.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
}

const damaged = (source: ByteSource, record: DirectoryRecord) =>
  new FormatError(
    'zip_entry_damaged',
    `${source.name}, ${record.path} (at byte ${record.offset}) is damaged: it does not unpack to what the archive says. Download it again.`,
    record.offset,
    { file: source.name, entry: record.path, offset: record.offset },
  )
