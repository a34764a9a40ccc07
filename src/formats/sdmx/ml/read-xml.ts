import { SaxesParser } from 'saxes'
import type { ByteSource } from '../../byte-source.ts'
import { FormatError } from '../../format-error.ts'
import { sdmxLimits } from '../read-limits.ts'
import { readPieces } from '../read-pieces.ts'

export interface XmlElement {
  /** Without its prefix: SDMX tells its elements apart by these, and every office has prefixes of its own. */
  name: string
  /** As they are written, with prefix. */
  attributes: Readonly<Record<string, string>>
  /** Line on which it begins; the first line of the file is 1. */
  line: number
  /** Asks for the whole element as it stands in the file, when it closes. One element at a time. */
  keep(): void
}

export interface XmlVisitor {
  open(element: XmlElement): void
  /**
   * @param text  characters since the last start or end of an element
   * @param kept  the text of the element that was to be kept, from its start to here
   */
  close(name: string, text: string, kept: () => string): void
}

/**
 * Reads XML from beginning to end, piece by piece, in memory that does not grow with the file.
 *
 * Only what a message needs: a document type is refused, and with it entities of its own; depth, number of attributes and length of texts
 * are bounded.
 *
 * @throws {FormatError} sdmx_not_well_formed, sdmx_doctype, sdmx_beyond_limits, sdmx_encoding, sdmx_too_large; position is the line
 */
export function readXml(source: ByteSource, visitor: XmlVisitor): void {
  const parser = new SaxesParser()
  const scan = new Scan(source.name, () => parser.line)
  let attributes = 0
  let text = ''
  // Seven handlers and no more: with an eighth the parser becomes an object that V8 keeps as a dictionary, and takes five times as long.
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, '').slice(0, 200)
    throw new FormatError('sdmx_not_well_formed', `${source.name}, line ${parser.line}: ${reason}`, parser.line, { reason })
  })
  parser.on('doctype', () => {
    const message = `${source.name}, line ${parser.line}: a document type (DOCTYPE) is not read; take it out.`
    throw new FormatError('sdmx_doctype', message, parser.line)
  })
  parser.on('attribute', () => scan.check('attributes', ++attributes, sdmxLimits.components))
  parser.on('opentag', (tag) => {
    scan.deepen()
    attributes = 0
    text = ''
    const place = scan.tagEndingAt(parser.position)
    const line = parser.line - scan.linesIn(place, parser.position)
    visitor.open({ name: localName(tag.name), attributes: tag.attributes, line, keep: () => scan.keepFrom(place) })
  })
  const addText = (more: string) => {
    scan.moved()
    text += more
    scan.check('text', text.length, sdmxLimits.textCharacters)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', (tag) => {
    scan.rise()
    visitor.close(localName(tag.name), text, () => scan.keptUpTo(parser.position))
    text = ''
  })
  readPieces(source, (piece) => {
    scan.take(piece)
    parser.write(piece)
    scan.checkPending(piece.length)
  })
  parser.close()
}

/** Where a document is, and whether it stays within the limits. */
class Scan {
  readonly #file: string
  readonly #line: () => number
  #depth = 0
  /** What was read and may still be asked for, and where in the document it begins. */
  #window = ''
  #windowStart = 0
  /** Where in the document the element begins that is to be kept. */
  #keptFrom: number | null = null
  #hasMoved = false
  /** Characters since something came to an end: a start of an element or a text that does not end. */
  #pending = 0

  constructor(file: string, line: () => number) {
    this.#file = file
    this.#line = line
  }

  take(piece: string): void {
    const tag = this.#window.lastIndexOf('<')
    const open = tag < 0 ? this.#window.length : tag
    const from = this.#keptFrom === null ? open : Math.min(open, this.#keptFrom - this.#windowStart)
    this.check('text', this.#window.length - from, 2 * sdmxLimits.textCharacters)
    this.#windowStart += from
    this.#window = this.#window.slice(from) + piece
    this.#hasMoved = false
  }

  moved(): void {
    this.#hasMoved = true
  }

  checkPending(length: number): void {
    this.#pending = this.#hasMoved ? 0 : this.#pending + length
    this.check('text', this.#pending, sdmxLimits.textCharacters)
  }

  deepen(): void {
    this.moved()
    this.check('depth', ++this.#depth, sdmxLimits.depth)
  }

  rise(): void {
    this.moved()
    this.#depth--
  }

  /** Where in the document the tag begins that ends here. */
  tagEndingAt(position: number): number {
    return this.#windowStart + this.#window.lastIndexOf('<', position - this.#windowStart - 1)
  }

  linesIn(start: number, end: number): number {
    const tag = this.#window.slice(start - this.#windowStart, end - this.#windowStart)
    return tag.includes('\n') ? tag.split('\n').length - 1 : 0
  }

  keepFrom(start: number): void {
    this.#keptFrom = start
  }

  keptUpTo(position: number): string {
    const kept = this.#keptFrom === null ? '' : this.#window.slice(this.#keptFrom - this.#windowStart, position - this.#windowStart)
    this.#keptFrom = null
    return kept
  }

  check(what: 'attributes' | 'depth' | 'text', found: number, limit: number): void {
    if (found <= limit) return
    const message = `${this.#file}, line ${this.#line()}: more than ${limit} (${what}).`
    throw new FormatError('sdmx_beyond_limits', message, this.#line(), { what, limit })
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
