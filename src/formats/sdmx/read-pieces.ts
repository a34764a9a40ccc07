import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { sdmxLimits } from './read-limits.ts'

const pieceBytes = 65_536

/**
 * The text of a file, piece by piece. A byte order mark is left out; an XML declaration may name another encoding than UTF-8.
 *
 * @throws {FormatError} sdmx_encoding: the bytes are not in the encoding that the file claims; sdmx_too_large
 */
export function readPieces(source: ByteSource, take: (piece: string) => void): void {
  if (source.size > sdmxLimits.streamedBytes) throw tooLarge(source, sdmxLimits.streamedBytes)
  const encoding = encodingOf(source)
  const broken = (cause: unknown) =>
    new FormatError('sdmx_encoding', `${source.name}: the text is not in ${encoding}; save it as UTF-8.`, null, {
      encoding,
      cause: String(cause),
    })
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch (cause) {
    throw broken(cause)
  }
  const buffer = new Uint8Array(Math.min(pieceBytes, source.size))
  for (let at = 0; at < source.size; at += pieceBytes) {
    const bytes = source.read(at, pieceBytes, buffer)
    let piece: string
    try {
      piece = decoder.decode(bytes, { stream: at + pieceBytes < source.size })
    } catch (cause) {
      throw broken(cause)
    }
    if (piece !== '') take(piece)
  }
}

export const tooLarge = (source: ByteSource, limit: number): FormatError =>
  new FormatError('sdmx_too_large', `${source.name} has ${source.size} bytes; ${limit} are allowed.`, null, { found: source.size, limit })

/** By byte order mark, else by the XML declaration, else UTF-8. */
function encodingOf(source: ByteSource): string {
  const [first, second] = source.read(0, 2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(source.read(0, 200))
  return /^(?:ï»¿)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
}
