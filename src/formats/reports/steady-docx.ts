import { bytesInMemory } from '../byte-source.ts'
import { openZip } from '../zip/open-zip.ts'
import { writeZip } from '../zip/write-zip.ts'

/**
 * A Word document without what its writer takes from dice and clock: ids of links and pictures are numbered in their order, and it was made
 * on the day that it tells of. So the same report gives the same bytes.
 *
 * @param day  ISO
 */
export async function steadyDocx(docx: Uint8Array, day: string): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const ids = new Map<string, string>()
  for (const entry of openZip(bytesInMemory('report.docx', docx)).entries) {
    const chunks: Uint8Array[] = []
    for await (const chunk of entry.chunks()) chunks.push(chunk.slice())
    const content = new Uint8Array(Buffer.concat(chunks))
    files.set(entry.path, /\.(xml|rels)$/.test(entry.path) ? steadied(content, ids, day) : content)
  }
  return writeZip(files)
}

function steadied(content: Uint8Array, ids: Map<string, string>, day: string): Uint8Array {
  let pictures = 0
  const text = new TextDecoder()
    .decode(content)
    .replaceAll(/"rId([a-z0-9_-]{21})"/g, (_, id: string) => {
      if (!ids.has(id)) ids.set(id, `"rIdLink${ids.size + 1}"`)
      return ids.get(id) ?? ''
    })
    .replaceAll(/(<wp:docPr id=")\d+/g, (_, begin: string) => `${begin}${++pictures}`)
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
  return new TextEncoder().encode(text)
}
