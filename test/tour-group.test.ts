import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, valueOfCharacter } from '../src/books/cooperation/tour-group/check-digit.ts'
import { readZone } from '../src/books/cooperation/tour-group/read-zone.ts'
import { splitZones } from '../src/books/cooperation/tour-group/split-zones.ts'
import { stateOf } from '../src/books/cooperation/tour-group/states.ts'
import { worstOf, type Traveller } from '../src/books/cooperation/tour-group/traveller.ts'

const today = '2026-11-23'

/** Doc 9303, 8th edition: part 4 appendix B (TD3), part 6 appendix B (TD2), part 5 appendix B (TD1), and its longer number. */
const specimens = {
  TD3: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  TD2: 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
  TD1: 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  'TD1 with a long number': 'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<',
}

const readAll = (text: string): Traveller[] => splitZones(text).map((zone) => readZone(zone, today))
const read = (text: string): Traveller => readAll(text)[0]!
const codes = (text: string) => read(text).findings.map(({ field, verdict, code }) => `${field} ${verdict} ${code}`)
const faults = (text: string) =>
  read(text)
    .findings.filter(({ verdict }) => verdict === 'error')
    .map(({ field, code }) => `${field} ${code}`)

/** The specimen of a passport with other characters at a place of its second line. */
const changed = (at: number, character: string, text = specimens.TD3): string => {
  const [first = '', second = ''] = text.split('\n')
  return `${first}\n${second.slice(0, at)}${character}${second.slice(at + character.length)}`
}

describe('specimens of ICAO Doc 9303', () => {
  test.each(Object.entries(specimens))('%s has no fault, and is known for a specimen', (_, text) => {
    expect(faults(text)).toEqual([])
    expect(codes(text)).toContain('issuer warning state_specimen')
    expect(codes(text)).toContain('zone ok check_composite_ok')
  })

  test('each field as the passport has it', () => {
    expect(read(specimens.TD3).values).toEqual({
      ...{ surname: 'ERIKSSON', givenNames: 'ANNA MARIA', sex: 'F', birth: '1974-08-12', nationality: 'UTO', documentType: 'P' },
      ...{ issuer: 'UTO', documentNumber: 'L898902C3', expiry: '2012-04-15', entry: '', exit: '', blankPages: '' },
    })
    expect(read(specimens.TD1).values).toEqual({ ...read(specimens.TD2).values })
    const long = read(specimens['TD1 with a long number']).values
    expect([long.documentNumber, long.birth, long.expiry]).toEqual(['D23145890734', '1934-07-12', '1995-07-12'])
  })

  test('check digits of the worked examples in part 3, section 4.9 and its appendix', () => {
    expect(checkDigit('520727')).toBe('3')
    expect(checkDigit('AB2134<<<')).toBe('5')
    expect(checkDigit('HA672242<658022549601086<<<<<<<<<<<<<<0')).toBe('8')
    expect(checkDigit('D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<')).toBe('2')
    expect(checkDigit('HA672242<658022549601086<<<<<<<')).toBe('8')
  })
})

describe('what is typed or pasted', () => {
  test.each([
    ['spaces at the ends and a byte order mark', (text: string) => `\uFEFF  ${text.replace('\n', '  \r\n\t')} `, 'zone ok tidied_spaces'],
    ['small letters', (text: string) => text.toLowerCase(), 'zone ok tidied_lower_case'],
    [
      'Cyrillic letters that look like Latin ones',
      (text: string) => text.replace('ERIKSSON', 'ЕRIКSSОN'),
      'zone warning tidied_lookalikes',
    ],
    ['a line of names without its fillers', (text: string) => text.replace(/<+\n/, '\n'), 'zone warning tidied_fillers'],
    ['the letter O in a date', (text: string) => text.replace('740812', '74O812'), 'birth warning read_as_digits'],
    ['a digit in the state', (text: string) => text.replace('UTO74', 'UT074'), 'nationality warning read_as_letters'],
  ])('%s are read, and it is said', (_, spoil, said) => {
    expect(codes(spoil(specimens.TD3))).toContain(said)
    expect(read(spoil(specimens.TD3)).values).toEqual(read(specimens.TD3).values)
    expect(faults(spoil(specimens.TD3))).toEqual([])
  })

  test('both lines in one, and several zones with and without empty lines', () => {
    expect(readAll(specimens.TD3.replace('\n', '')).map(({ values }) => values.documentNumber)).toEqual(['L898902C3'])
    const all = readAll(`${specimens.TD3}\n${specimens.TD2}\n\n\n${specimens.TD1}\n${specimens.TD3}`)
    expect(all.map(({ line, values }) => [line, values.documentNumber])).toEqual([
      [1, 'L898902C3'],
      [3, 'D23145890'],
      [7, 'D23145890'],
      [10, 'L898902C3'],
    ])
  })

  test('O for 0 in the document number is proposed, never taken', () => {
    const one = read(changed(5, 'O'))
    expect(one.values.documentNumber).toBe('L8989O2C3')
    expect(one.findings).toContainEqual({
      field: 'documentNumber',
      verdict: 'error',
      code: 'check_fits_if',
      details: { found: 'L8989O2C3', text: 'L898902C3' },
    })
  })

  test('a line that lost a character is said with its number and length, and the next zone is read', () => {
    const broken = specimens.TD3.replace('L898902C3', 'L89892C3')
    const [first, second] = readAll(`${broken}\n${specimens.TD1}`)
    expect(first?.findings).toContainEqual({
      field: 'zone',
      verdict: 'error',
      code: 'line_length',
      details: { row: 2, found: 43, wanted: 44 },
    })
    expect(second?.values.documentNumber).toBe('D23145890')
    expect(faults('Anna Eriksson, born in 1974')).toEqual(['zone zone_unreadable'])
    expect(faults(specimens.TD3.replace('ANNA', 'AN!A'))).toEqual(['zone character_unknown'])
  })

  test('anything at all is answered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^([A-Z0-9<]{30,45}\n?){0,8}$/)), (text) => {
        for (const one of readAll(text)) expect(one.findings.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what check digits find', () => {
  const dates = [13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26]
  const digits = [...'0123456789']

  test('every single wrong digit in a date', () => {
    fc.assert(
      fc.property(
        fc.record({ birth: fc.integer({ min: 0, max: 36_000 }), expiry: fc.integer({ min: 0, max: 9000 }) }),
        fc.constantFrom(...dates),
        fc.constantFrom(...digits),
        ({ birth, expiry }, at, digit) => {
          const text = passport(dayOf('1930-01-01', birth), dayOf('2027-01-01', expiry))
          expect(faults(text)).toEqual([])
          const [, second = ''] = text.split('\n')
          if (second.charAt(at) !== digit) expect(faults(changed(at, digit, text))).not.toEqual([])
        },
      ),
    )
  })

  test('of single wrong characters in a document number 7.8 % pass, whatever the place: all 9 × 37 × 36 tried', () => {
    const all = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<']
    let passed = 0
    let tried = 0
    for (let at = 0; at < 9; at++)
      for (const right of all)
        for (const wrong of all) {
          if (right === wrong) continue
          tried++
          const number = 'L898902C3'
          const [one, other] = [right, wrong].map((character) => number.slice(0, at) + character + number.slice(at + 1))
          if (checkDigit(one!) === checkDigit(other!)) passed++
        }
    expect(tried).toBe(9 * 37 * 36)
    expect(Math.round((1000 * passed) / tried) / 10).toBe(7.8)
  })

  test('what passes in the number passes the last check digit too: C for M, as measured on the specimen', () => {
    expect(faults(changed(7, 'M'))).toEqual([])
    expect(read(changed(7, 'M')).values.documentNumber).toBe('L898902M3')
  })

  test('of neighbours that changed places 11.1 % pass among digits, 18.0 % among all characters', () => {
    const passing = (characters: string[]): number => {
      let passed = 0
      let tried = 0
      for (let at = 0; at < 8; at++)
        for (const a of characters)
          for (const b of characters) {
            if (a === b) continue
            tried++
            if (checkDigit('0'.repeat(at) + a + b) === checkDigit('0'.repeat(at) + b + a)) passed++
          }
      return Math.round((1000 * passed) / tried) / 10
    }
    expect(passing(digits)).toBe(11.1)
    expect(passing([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'])).toBe(18)
  })

  test('a wrong letter in a name is not found, and the name says so', () => {
    const wrong = specimens.TD3.replace('ERIKSSON', 'ERIKSSEN')
    expect(faults(wrong)).toEqual([])
    expect(codes(wrong)).toContain('surname unknown no_check_digit')
  })
})

describe('dates', () => {
  test('month 13 and 30 February are not in the calendar, although their check digits fit', () => {
    for (const birth of ['741312', '740230']) {
      const text = withDate(birth)
      expect(faults(text)).toEqual(['birth not_in_calendar'])
    }
  })

  test.each([
    ['<<<<<<', '', 'unknown to the state'],
    ['74<<<<', '1974', 'a year alone'],
    ['7408<<', '1974-08', 'year and month'],
    ['261122', '2026-11-22', 'born yesterday'],
    ['261124', '1926-11-24', 'a day of the future is of the century before'],
    ['000229', '2000-02-29', 'a leap day of this century'],
  ])('%s is %s: %s', (text, birth) => {
    expect(read(withDate(text)).values.birth).toBe(birth)
    expect(faults(withDate(text))).toEqual([])
  })
})

test('states are those of ISO 3166-1, as the names that computers have for them show', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => stateOf(code) !== null)
  expect(known).toHaveLength(249)
  expect(known.filter((code) => names.of(code) === undefined)).toEqual([])
  expect(['KZ', 'RUS', 'chn', 'D<<', 'XXA', 'KZA', ''].map(stateOf)).toEqual(['KAZ', 'RUS', 'CHN', 'D', 'XXA', null, null])
})

test('the gravest verdict stands for all', () => {
  expect(worstOf([])).toBe('ok')
  expect(worstOf([{ verdict: 'unknown' }, { verdict: 'ok' }])).toBe('unknown')
  expect(worstOf([{ verdict: 'warning' }, { verdict: 'error' }, { verdict: 'unknown' }])).toBe('error')
  expect(valueOfCharacter('?')).toBe(-1)
})

const dayOf = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(2, 10).replaceAll('-', '')

/** A passport whose check digits fit. */
function passport(birth: string, expiry: string): string {
  const number = 'N12345678'
  const optional = '<'.repeat(14)
  const parts = [`${number}${checkDigit(number)}`, `${birth}${checkDigit(birth)}`, `${expiry}${checkDigit(expiry)}${optional}<`] as const
  const second = `${parts[0]}KAZ${parts[1]}F${parts[2]}${checkDigit(parts.join(''))}`
  return `P<KAZAKHMETOVA<<AIGUL<<<<<<<<<<<<<<<<<<<<<<<\n${second}`
}
const withDate = (birth: string): string => passport(birth, '300101')
