import { checkDigit } from './check-digit.ts'
import type { FindingCode } from './finding-codes.ts'
import { letterAs, numberThatFits } from './misread.ts'
import type { ZoneText } from './split-zones.ts'
import { specimenState, stateOf } from './states.ts'
import { noValues, type Finding, type Traveller } from './traveller.ts'
import { birthOf, expiryOf } from './zone-dates.ts'
import { documentTypePlace, issuerPlace, type Place, type ZoneLayout } from './zone-layouts.ts'

/**
 * A machine-readable zone as a tourist: every field, every check digit, and what nobody can tell from a zone.
 *
 * Source   ICAO Doc 9303, parts 3 to 6.
 *
 * @param today  ISO day: a zone has years of two digits
 */
export function readZone({ line, layout, lines, tidied }: ZoneText, today: string): Traveller {
  const findings = [...tidied].map((code): Finding => ({
    field: 'zone',
    verdict: code === 'lookalikes' || code === 'fillers' ? 'warning' : 'ok',
    code: `tidied_${code}`,
  }))
  const broken = layout === null ? [unreadable(lines)] : brokenLines(layout, lines)
  const traveller = { line, values: noValues, isLeader: false, hasZone: true }
  if (layout === null || broken.length > 0) return { ...traveller, findings: [...findings, ...broken] }
  const reader = new ZoneReader(layout, lines, findings)
  return { ...traveller, values: reader.read(today), findings }
}

const unreadable = (lines: readonly string[]): Finding => ({
  ...{ field: 'zone', verdict: 'error', code: 'zone_unreadable' },
  details: { found: lines[0]?.length ?? 0 },
})

/** A line that is too long or too short: everything behind the fault would be read at the wrong place. */
const brokenLines = ({ width }: ZoneLayout, lines: readonly string[]): Finding[] =>
  lines.flatMap((text, index): Finding[] => {
    const row = index + 1
    if (text.length !== width)
      return [{ field: 'zone', verdict: 'error', code: 'line_length', details: { row, found: text.length, wanted: width } }]
    const at = text.search(/[^A-Z0-9<]/)
    if (at < 0) return []
    return [{ field: 'zone', verdict: 'error', code: 'character_unknown', details: { row, place: at + 1, character: text.charAt(at) } }]
  })

class ZoneReader {
  readonly #layout: ZoneLayout
  readonly #lines: string[]
  readonly #findings: Finding[]

  constructor(layout: ZoneLayout, lines: readonly string[], findings: Finding[]) {
    this.#layout = layout
    this.#lines = [...lines]
    this.#findings = findings
  }

  read(today: string): Traveller['values'] {
    const { nationality, birth, sex, expiry, optional, optionalCheck } = this.#layout
    const values = {
      ...noValues,
      documentType: this.#type(),
      issuer: this.#state('issuer', issuerPlace),
      ...this.#names(),
      documentNumber: this.#number(),
      nationality: this.#state('nationality', nationality),
      birth: this.#date('birth', birth, (text) => birthOf(text, today)),
      sex: this.#sex(sex),
      expiry: this.#date('expiry', expiry, (text) => expiryOf(text, today)),
    }
    if (optionalCheck !== null) {
      const data = this.#take(optional)
      const found = this.#take(optionalCheck)
      // Without optional data the check digit may be a filler.
      if (!(found === '<' && /^<*$/.test(data))) this.#check('zone', data, found, 'optional')
    }
    const covered = this.#layout.composite.map((place) => this.#take(place)).join('')
    this.#digits('zone', this.#layout.compositeCheck)
    this.#check('zone', covered, this.#take(this.#layout.compositeCheck), 'composite')
    return values
  }

  #take([line, from, to]: Place): string {
    return this.#lines[line]?.slice(from, to) ?? ''
  }

  #put([line, from, to]: Place, text: string): void {
    const whole = this.#lines[line] ?? ''
    this.#lines[line] = whole.slice(0, from) + text + whole.slice(to)
  }

  #find(field: Finding['field'], verdict: Finding['verdict'], code: FindingCode, details?: Finding['details']): void {
    this.#findings.push({ field, verdict, code, ...(details === undefined ? {} : { details }) })
  }

  /** Letters where only digits stand, and digits where only letters stand, are misread: put right, and said. */
  #digits(field: Finding['field'], place: Place): string {
    return this.#corrected(field, place, 'digits')
  }

  #corrected(field: Finding['field'], place: Place, kind: 'digits' | 'letters'): string {
    const found = this.#take(place)
    if ((kind === 'digits' ? /^[0-9<]*$/ : /^[A-Z<]*$/).test(found)) return found
    const text = [...found].map((character) => letterAs(character, kind)).join('')
    if (text !== found) {
      this.#put(place, text)
      this.#find(field, 'warning', `read_as_${kind}`, { found, text })
    }
    return text
  }

  #check(field: Finding['field'], text: string, found: string, of: 'field' | 'optional' | 'composite'): void {
    const wanted = checkDigit(text)
    if (found === wanted) this.#find(field, 'ok', `check_${of}_ok`)
    else this.#find(field, 'error', `check_${of}_wrong`, { found, wanted })
  }

  #type(): string {
    const type = this.#corrected('documentType', documentTypePlace, 'letters').replaceAll('<', '')
    const fits = this.#layout.kind === 'TD3' ? /^P/ : /^[IAC]/
    if (!fits.test(type)) this.#find('documentType', 'warning', 'type_unusual', { found: type })
    return type
  }

  #state(field: 'issuer' | 'nationality', place: Place): string {
    const text = this.#corrected(field, place, 'letters')
    const state = stateOf(text)
    if (state === specimenState) this.#find(field, 'warning', 'state_specimen')
    else if (state === null) this.#find(field, 'error', 'state_unknown', { found: text.replaceAll('<', '') })
    return state ?? text.replaceAll('<', '')
  }

  #names(): Pick<Traveller['values'], 'surname' | 'givenNames'> {
    const text = this.#corrected('surname', this.#layout.names, 'letters')
    const [surname = '', givenNames = ''] = text.split('<<').map((part) => part.replaceAll('<', ' ').trim())
    if (/\d/.test(text)) this.#find('surname', 'error', 'digits_in_name')
    if (surname === '') this.#find('surname', 'error', 'missing')
    else this.#find('surname', 'unknown', 'no_check_digit')
    if (givenNames === '') this.#find('givenNames', 'unknown', 'no_given_names')
    else this.#find('givenNames', 'unknown', 'no_check_digit')
    if (!text.endsWith('<')) this.#find('givenNames', 'unknown', 'names_cut')
    return { surname, givenNames }
  }

  /** Numbers of more than nine characters go on in the optional data of small documents: `D23145890<7349<<<`. */
  #number(): string {
    const place = this.#layout.number
    const [line, , to] = place
    const first = this.#take(place)
    const check = this.#take([line, to, to + 1])
    const [rest = ''] = this.#take(this.#layout.optional).split('<')
    const isLong = check === '<' && this.#layout.kind !== 'TD3' && rest.length > 1
    const number = isLong ? first + rest.slice(0, -1) : first
    const found = isLong ? rest.slice(-1) : check
    const shown = number.replaceAll('<', '')
    const wanted = checkDigit(number)
    if (shown === '') this.#find('documentNumber', 'error', 'missing')
    else if (found === wanted) this.#find('documentNumber', 'ok', 'check_field_ok')
    else {
      const fits = numberThatFits(number, found)
      if (fits === null) this.#find('documentNumber', 'error', 'check_field_wrong', { found, wanted })
      else this.#find('documentNumber', 'error', 'check_fits_if', { found: shown, text: fits.replaceAll('<', '') })
    }
    return shown
  }

  #date(field: 'birth' | 'expiry', place: Place, full: (text: string) => string | null): string {
    const [line, from, to] = place
    const text = this.#digits(field, place)
    const found = this.#digits(field, [line, to, to + 1])
    const date = full(this.#take([line, from, to]))
    this.#check(field, text, found, 'field')
    if (date === null) this.#find(field, 'error', 'not_in_calendar', { found: text })
    return date ?? ''
  }

  #sex(place: Place): string {
    const found = this.#take(place)
    if (found === '<' || found === 'X') return 'X'
    if (found !== 'F' && found !== 'M') this.#find('sex', 'error', 'sex_unreadable', { found })
    return found === 'F' || found === 'M' ? found : ''
  }
}
