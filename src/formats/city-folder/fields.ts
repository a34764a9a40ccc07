import { isMap, isSeq, type Document, type LineCounter, type Node } from 'yaml'
import { notice, type Notice } from '../../books/notice.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { spokenIn } from './observation-table.ts'

/** Where fields stand, for the notices about them. */
interface Place {
  file: string
  /** The line of a field, or of the whole entry when the field is not there. */
  line(field: string): number | null
  problems: Notice[]
  /** The fields of an entry of a list, with their own lines. */
  nested?(field: string, at: number): Place
}

/**
 * The fields of one entry of a city folder, read one by one. What is missing or of another kind becomes a problem with
 * its line, and reading goes on with nothing in its place.
 */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>
  readonly #place: Place

  constructor(values: unknown, place: Place) {
    this.#values = isRecord(values) ? values : {}
    this.#place = place
  }

  has(field: string): boolean {
    return this.#values[field] !== undefined && this.#values[field] !== null
  }

  /** Text that must be there; '' with a problem when it is not. */
  required(field: string): string {
    return this.text(field) ?? ''
  }

  text(field: string): string | null {
    const value = this.optional(field)
    if (value === null) this.report('field_missing', field)
    return value
  }

  /** Text that may be missing or empty. A number is refused: `1.10` would silently become 1.1. */
  optional(field: string): string | null {
    const value = this.#values[field]
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'string') return value
    this.report('field_not_text', field)
    return null
  }

  number(field: string): number | null {
    const value = this.#values[field]
    if (value === undefined || value === null) return null
    if (typeof value === 'number') return value
    this.report('field_not_a_number', field)
    return null
  }

  flag(field: string): boolean {
    return this.#values[field] === true
  }

  /** A day or moment as a full timestamp; a day begins at midnight UTC. */
  moment(field: string): string | null {
    const text = this.optional(field)
    if (text === null) return null
    const time = Date.parse(text)
    if (!/^\d{4}-\d\d-\d\d(T.+)?$/.test(text) || Number.isNaN(time)) {
      this.report('field_not_a_date', field)
      return null
    }
    return new Date(time).toISOString()
  }

  /** Words by language: `name: { kk: …, ru: …, en: … }`. */
  words(field: string): MultilingualText {
    return spokenIn(this.strings(field))
  }

  /** Words by language in columns: `name_kk,name_ru,name_en`. */
  columnWords(field: string): MultilingualText {
    return spokenIn(Object.fromEntries(languages.map((language) => [language, this.optional(`${field}_${language}`) ?? undefined])))
  }

  strings(field: string): Record<string, string> {
    const entries = Object.entries(this.object(field))
    if (entries.some(([, value]) => typeof value !== 'string')) this.report('field_not_text', field)
    return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
  }

  object(field: string): Record<string, unknown> {
    const value = this.#values[field]
    if (value === undefined || value === null) return {}
    if (isRecord(value)) return value
    this.report('field_not_an_object', field)
    return {}
  }

  texts(field: string): string[] {
    const value = this.#values[field]
    if (value === undefined || value === null) return []
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value
    this.report('field_not_a_list', field)
    return []
  }

  list(field: string): Fields[] {
    const value = this.#values[field]
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value.map((one, at) => new Fields(one, this.#place.nested?.(field, at) ?? this.#place))
    this.report('field_not_a_list', field)
    return []
  }

  problem(code: string, field: string): Notice {
    const value = this.#values[field]
    return notice(code, 'error', {
      file: this.#place.file,
      line: this.#place.line(field),
      column: field,
      value: typeof value === 'string' || typeof value === 'number' ? String(value) : null,
    })
  }

  report(code: string, field: string): void {
    this.#place.problems.push(this.problem(code, field))
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of a YAML document; each knows the line it stands on. A document that cannot be unfolded has none. */
export function fieldsOf(document: Document, lineCounter: LineCounter, file: string, problems: Notice[]): Fields {
  const place = placeOf(document.contents, lineCounter, file, problems)
  try {
    return new Fields(document.toJS(), place)
  } catch (fault) {
    // An alias without its anchor, or aliases that multiply beyond all bounds.
    if (!(fault instanceof ReferenceError)) throw fault
    problems.push(notice('yaml_unreadable', 'error', { file, value: fault.message }))
    return new Fields({}, place)
  }
}

function placeOf(node: unknown, lineCounter: LineCounter, file: string, problems: Notice[]): Place {
  const lineOf = (one: Node | null | undefined) => (one?.range ? lineCounter.linePos(one.range[0]).line : null)
  return {
    file,
    problems,
    line(field) {
      const value = isMap(node) ? node.get(field, true) : null
      return lineOf(value as Node | null) ?? lineOf(node as Node | null)
    },
    nested(field, at) {
      const list = isMap(node) ? node.get(field, true) : null
      return placeOf(isSeq(list) ? list.items[at] : null, lineCounter, file, problems)
    },
  }
}
