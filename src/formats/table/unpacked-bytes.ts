/**
 * Bytes that a ZIP file says it holds when unpacked: the sum over its central directory. A small file that claims
 * gigabytes is refused before anything is unpacked; one that lies meets the memory limit of its own process.
 *
 * Source   APPNOTE.TXT 6.3.10, sections 4.3.12 (central directory header) and 4.3.16 (its end).
 * Missing  null when there is no readable central directory.
 */
export function unpackedBytes(zip: Uint8Array): number | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== centralHeader) return null
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

const centralHeader = 0x02014b50
const endOfDirectory = 0x06054b50

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at
  }
  return null
}
