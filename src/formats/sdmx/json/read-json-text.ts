import type { ByteSource } from '../../byte-source.ts'
import { FormatError } from '../../format-error.ts'
import { sdmxLimits } from '../read-limits.ts'
import { tooLarge } from '../read-pieces.ts'

/** A number as its text: `48.50` stays `48.50`. */
export class JsonNumber {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A list that knows where in the file it stands. */
export class JsonList {
  readonly items: readonly Json[]
  readonly start: number
  readonly end: number
  constructor(items: readonly Json[], start: number, end: number) {
    this.items = items
    this.start = start
    this.end = end
  }
}

export type JsonObject = ReadonlyMap<string, Json>
export type Json = null | boolean | string | JsonNumber | JsonList | JsonObject

/**
 * A JSON file. Our own reader, because `JSON.parse` turns published digits into binary numbers and forgets where a value stands.
 *
 * Source  RFC 8259.
 *
 * @throws {FormatError} sdmx_json_broken, sdmx_beyond_limits, sdmx_too_large, sdmx_encoding; position is the line
 */
export class JsonText {
  readonly text: string
  readonly root: Json
  readonly #file: string
  #at = 0
  /** Offsets at which lines begin, once somebody has asked. */
  readonly #lines: number[] = []

  constructor(source: ByteSource) {
    if (source.size > sdmxLimits.jsonBytes) throw tooLarge(source, sdmxLimits.jsonBytes)
    this.#file = source.name
    try {
      this.text = new TextDecoder('utf-8', { fatal: true }).decode(source.read(0, source.size))
    } catch (cause) {
      const message = `${source.name}: the text is not in UTF-8; save it as UTF-8.`
      throw new FormatError('sdmx_encoding', message, null, { encoding: 'utf-8', cause: String(cause) })
    }
    this.root = this.#value(0)
    this.#space()
    if (this.#at < this.text.length) throw this.#broken('something stands after the end')
  }

  /** The line of a place in the text; the first is 1. */
  lineAt(offset: number): number {
    if (this.#lines.length === 0) {
      this.#lines.push(0)
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.#lines.push(at + 1)
    }
    let [low, high] = [0, this.#lines.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#lines[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  #value(depth: number): Json {
    if (depth > sdmxLimits.depth) {
      const details = { what: 'depth', limit: sdmxLimits.depth }
      throw new FormatError(
        'sdmx_beyond_limits',
        `${this.#file}: brackets are nested deeper than ${sdmxLimits.depth}.`,
        this.#line(),
        details,
      )
    }
    this.#space()
    const sign = this.text[this.#at]
    if (sign === '{') return this.#object(depth)
    if (sign === '[') return this.#list(depth)
    if (sign === '"') return this.#string()
    return this.#word()
  }

  #object(depth: number): JsonObject {
    const entries = new Map<string, Json>()
    this.#at++
    if (this.#next('}')) return entries
    do {
      this.#space()
      if (this.text[this.#at] !== '"') throw this.#broken('a name in quotes is missing')
      const name = this.#string()
      if (!this.#next(':')) throw this.#broken('a colon is missing')
      entries.set(name, this.#value(depth + 1))
    } while (this.#next(','))
    if (!this.#next('}')) throw this.#broken('a closing brace is missing')
    return entries
  }

  #list(depth: number): JsonList {
    const start = this.#at++
    const items: Json[] = []
    if (this.#next(']')) return new JsonList(items, start, this.#at)
    do items.push(this.#value(depth + 1))
    while (this.#next(','))
    if (!this.#next(']')) throw this.#broken('a closing bracket is missing')
    return new JsonList(items, start, this.#at)
  }

  #string(): string {
    const start = this.#at++
    let end = this.text.indexOf('"', this.#at)
    while (end >= 0 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1)
    if (end < 0) throw this.#broken('a quotation mark is not closed')
    const raw = this.text.slice(start, (this.#at = end + 1))
    // oxlint-disable-next-line no-control-regex -- JSON forbids these inside a text
    if (!/[\\\u0000-\u001f]/.test(raw)) return raw.slice(1, -1)
    try {
      return JSON.parse(raw) as string
    } catch {
      throw this.#broken('a text has a character that must be escaped')
    }
  }

  #word(): Json {
    wordPattern.lastIndex = this.#at
    const word = wordPattern.exec(this.text)?.[0]
    if (word === undefined) throw this.#broken('a value is missing')
    this.#at += word.length
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    return new JsonNumber(word)
  }

  #space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.#at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      this.#at++
    }
  }

  #next(sign: string): boolean {
    this.#space()
    if (this.text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #line(): number {
    return this.lineAt(this.#at)
  }

  #broken(reason: string): FormatError {
    const line = this.#line()
    return new FormatError('sdmx_json_broken', `${this.#file}, line ${line}: ${reason}.`, line, { reason })
  }
}

const wordPattern = /null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

export const asObject = (value: Json | undefined): JsonObject => (value instanceof Map ? value : nothing)
export const asItems = (value: Json | undefined): readonly Json[] => (value instanceof JsonList ? value.items : [])
export const asText = (value: Json | undefined): string | null =>
  typeof value === 'string' ? value : value instanceof JsonNumber ? value.text : typeof value === 'boolean' ? String(value) : null

const nothing: JsonObject = new Map()
