const latin1 = new TextDecoder('latin1')

/**
 * Says of a tagged PDF that it keeps to PDF/UA-1 (ISO 14289-1), and that its window is named by its title. The compiler writes the tags but
 * cannot be asked for this yet; it is added at the end, as an incremental update (ISO 32000-1, 7.5.6), so that no byte of the document moves.
 * A claim, not a proof: whoever calls it holds the document to the rules (title, language, headings in order, table headings).
 *
 * @throws {RangeError} no PDF as Typst writes it: not tagged, or without language or metadata
 */
export function claimPdfUa(pdf: Uint8Array): Uint8Array {
  const text = latin1.decode(pdf)
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const [, size = ''] = /\/Size (\d+)/.exec(trailer) ?? []
  const [, root = ''] = /\/Root (\d+) 0 R/.exec(trailer) ?? []
  const [, previous = ''] = /startxref\s+(\d+)/.exec(trailer) ?? []
  const catalogue = objectOf(text, root)
  const [, metadata = ''] = /\/Metadata (\d+) 0 R/.exec(catalogue) ?? []
  const xmp = objectOf(text, metadata)
  if (!/\/Marked true/.test(catalogue) || !/\/Lang \(/.test(catalogue) || !xmp.includes('<dc:title>'))
    throw new RangeError('The PDF is not tagged, or has no language or title.')

  const stream = bytesOf(xmp.slice(xmp.indexOf('stream\n') + 7, xmp.lastIndexOf('\nendstream')))
  const claim = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>'
  const said = bytesOf(latin1.decode(stream).replace('</rdf:Description>', `${claim}</rdf:Description>`))
  const shown = catalogue.replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true')

  const begin = pdf.length + 1
  const first = bytesOf(`${metadata} 0 obj\n<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${said.length}\n>>\nstream\n`)
  const metadataObject = join(first, said, bytesOf('\nendstream\nendobj\n'))
  const catalogueObject = bytesOf(`${root} 0 obj${shown}endobj\n`)
  const rows = [
    { number: Number(metadata), at: begin },
    { number: Number(root), at: begin + metadataObject.length },
  ].toSorted((a, b) => a.number - b.number)
  const table = rows.map(({ number, at }) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n\r\n`).join('')
  const id = /\/ID \[.*?\]/.exec(trailer)?.[0] ?? ''
  const end = `xref\n${table}trailer\n<<\n  /Size ${size}\n  /Root ${root} 0 R\n  ${/\/Info \d+ 0 R/.exec(trailer)?.[0] ?? ''}\n  ${id}\n  /Prev ${previous}\n>>\nstartxref\n${begin + metadataObject.length + catalogueObject.length}\n%%EOF\n`
  return join(pdf, bytesOf('\n'), metadataObject, catalogueObject, bytesOf(end))
}

/** What stands between `n 0 obj` and `endobj`. */
function objectOf(text: string, number: string): string {
  const begin = text.indexOf(`\n${number} 0 obj`)
  if (number === '' || begin < 0) throw new RangeError('The PDF has no catalogue or no metadata.')
  const from = begin + `\n${number} 0 obj`.length
  return text.slice(from, text.indexOf('endobj', from))
}

/** Each character a byte, as `latin1` reads them. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
