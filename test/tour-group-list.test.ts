import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit } from '../src/books/cooperation/tour-group/check-digit.ts'
import { checkList } from '../src/books/cooperation/tour-group/check-list.ts'
import { readList } from '../src/books/cooperation/tour-group/read-list.ts'
import { readZone } from '../src/books/cooperation/tour-group/read-zone.ts'
import { readySchemes, type Scheme } from '../src/books/cooperation/tour-group/schemes.ts'
import { splitZones } from '../src/books/cooperation/tour-group/split-zones.ts'
import type { Traveller } from '../src/books/cooperation/tour-group/traveller.ts'

const today = '2026-11-23'
const trip = { entry: '2026-12-10', exit: '2026-12-20', today }
const scheme = (id: string, changes: Partial<Scheme> = {}): Scheme => ({ ...readySchemes.find((one) => one.id === id)!, ...changes })
const own = (changes: Partial<Scheme> = {}) => scheme('own', changes)

const header = ['No.', 'Surname', 'Given names', 'Sex', 'Date of birth', 'Nationality', 'Passport No', 'Valid until', 'Leader']
const person = (number: number, changes: Partial<Record<string, string>> = {}): string[] =>
  Object.values({
    ...{ no: String(number), surname: `WANG${'ABCDEFGHIJ'.charAt(number % 10)}`, given: `LI${'ABCDEFGHIJ'.charAt(number / 10)}`, sex: 'F' },
    ...{
      birth: '01.02.1990',
      nationality: 'CHN',
      number: `E${10_000_000 + number}`,
      expiry: '2031-01-01',
      leader: number === 1 ? 'yes' : '',
    },
    ...changes,
  }) as string[]
const group = (size: number): string[][] => [header, ...Array.from({ length: size }, (_, index) => person(index + 1))]

function read(rows: string[][]): Traveller[] {
  const list = readList(rows, today)
  if (!list.ok) throw new Error(list.code)
  return list.travellers
}
const check = (rows: string[][], rules: Scheme, when = trip) => checkList(read(rows), rules, when)
/** Each fault as line, field and code; of the group as its code. */
const faults = (rows: string[][], rules: Scheme, when = trip): string[] => {
  const { travellers, findings } = check(rows, rules, when)
  return [
    ...travellers.flatMap(({ line, findings: own }) =>
      own.filter(({ verdict }) => verdict === 'error' || verdict === 'warning').map(({ field, code }) => `${line} ${field} ${code}`),
    ),
    ...findings.filter(({ verdict }) => verdict === 'error' || verdict === 'warning').map(({ code }) => code),
  ]
}

describe('a table', () => {
  test('without faults has none, and says that it cannot tell a number without a zone', () => {
    expect(faults(group(5), scheme('russia_china'))).toEqual([])
    const { verdict, travellers } = check(group(5), scheme('russia_china'))
    expect(verdict).toBe('unknown')
    expect(travellers[0]?.findings).toContainEqual({ field: 'documentNumber', verdict: 'unknown', code: 'no_zone' })
    expect(travellers[0]?.isLeader).toBe(true)
  })

  test.each([
    ['Kazakh', ['№', 'Тегі', 'Аты', 'Жынысы', 'Туған күні', 'Азаматтығы', 'Құжат нөмірі', 'Жарамды мерзімі', 'Топ жетекшісі']],
    ['Russian', ['№', 'Фамилия', 'Имя', 'Пол', 'Дата рождения', 'Гражданство', 'Номер паспорта', 'Срок действия', 'Руководитель']],
  ])('with a header in %s is read, under a title and with empty rows between', (_, names) => {
    const [, ...people] = group(5)
    const rows = [['List of tourists'], names, people[0]!, [], ...people.slice(1)]
    expect(read(rows).map(({ values }) => values)).toEqual(read(group(5)).map(({ values }) => values))
    expect(read(rows)[0]?.line).toBe(3)
    expect(readList(rows, today)).toMatchObject({ unread: ['№'] })
  })

  test('without a known header is refused', () => {
    expect(readList([['a', 'b'], person(1)], today)).toEqual({ ok: false, code: 'header_missing' })
    expect(readList([], today)).toEqual({ ok: false, code: 'header_missing' })
  })

  test.each([
    ['a day that is not in the calendar', { birth: '31.02.1990' }, 'birth not_in_calendar'],
    ['a birth in the future', { birth: '2027-01-01' }, 'birth birth_in_future'],
    ['an age that nobody reaches', { birth: '1890-01-01' }, 'birth age_unlikely'],
    ['no birth', { birth: '' }, 'birth missing'],
    ['a word for a date', { expiry: 'soon' }, 'expiry date_unreadable'],
    ['a state that is none', { nationality: 'China' }, 'nationality state_unknown'],
    ['a sex that is none', { sex: 'Q' }, 'sex sex_unreadable'],
    ['no surname', { surname: '' }, 'surname missing'],
    ['no document', { number: '' }, 'documentNumber missing'],
    ['a passport that has expired', { expiry: '2026-01-01' }, 'expiry expired'],
    ['a passport that expires on the way', { expiry: '2026-12-19' }, 'expiry expires_too_soon'],
    ['an expiry before the birth', { expiry: '1989-01-01' }, 'expiry expiry_before_birth'],
  ])('%s is found in its row and field', (_, wrong, found) => {
    const rows = group(5)
    rows[3] = person(3, wrong)
    expect(faults(rows, own())).toEqual([`4 ${found}`])
  })

  test('what differs from the zone in the same row is found; a name in other letters is left alone', () => {
    const rows = [
      ['Surname', 'Date of birth', 'Passport number', 'MRZ'],
      ['Ахметова', '1974-08-12', 'N12345679', zone('AKHMETOVA', 'N12345678', '740812').replace('\n', ' ')],
    ]
    expect(faults(rows, own())).toEqual(['2 documentNumber differs_from_zone'])
    expect(read(rows)[0]?.values.surname).toBe('AKHMETOVA')
  })
})

describe('duplicates', () => {
  test('the same document of the same state, and the same name born on the same day', () => {
    const rows = [...group(3), person(4, { number: 'E 10000001' }), person(5, { surname: 'Wangb', given: 'Lia' })]
    expect(faults(rows, own())).toEqual(['5 documentNumber same_document', '6 surname same_person'])
    expect(check(rows, own()).travellers[3]?.findings.at(-1)?.details).toEqual({ number: 1 })
  })

  test('the same number of two states is two documents; names in other letters are not compared', () => {
    const rows = [
      header,
      person(1),
      person(2, { number: 'E10000001', nationality: 'RUS' }),
      person(3, { surname: 'Ким', given: 'Ли' }),
      person(4, { surname: 'Ким', given: 'Ли' }),
    ]
    expect(faults(rows, own())).toEqual([])
    expect(check(rows, own()).travellers[2]?.findings).toContainEqual(
      expect.objectContaining({ code: 'other_letters', verdict: 'unknown' }),
    )
  })
})

describe('rules of schemes', () => {
  const rule = scheme('russia_china')
  test.each([
    ['four persons', group(4), {}, 'group_small'],
    ['51 persons', group(51), {}, 'group_large'],
    ['16 days', group(5), { exit: '2026-12-25' }, 'days_many'],
    ['an exit before the entry', group(5), { exit: '2026-12-09' }, 'exit_before_entry'],
    ['no leader', [header, ...[11, 12, 13, 14, 15].map((number) => person(number))], {}, 'leader_missing'],
    ['two leaders', [...group(4), person(5, { leader: 'x' })], {}, 'leaders_many'],
    ['two nationalities', [...group(4), person(5, { nationality: 'RUS' })], {}, 'nationality_differs'],
  ])('Russia and China, %s', (_, rows, days, code) => {
    expect(faults(rows, rule, { ...trip, ...days })).toEqual([code])
  })

  test('a nationality that the scheme is not for', () => {
    const rows = group(5).map((row) => row.map((cell) => (cell === 'CHN' ? 'KAZ' : cell)))
    expect(faults(rows, rule)).toEqual([2, 3, 4, 5, 6].map((line) => `${line} nationality nationality_not_in_scheme`))
  })

  test('15 days with those of entry and exit are allowed, and 5 and 50 persons', () => {
    for (const size of [5, 50]) expect(faults(group(size), rule, { ...trip, exit: '2026-12-24' })).toEqual([])
  })

  test('India: four persons, 60 days, the list three days before', () => {
    const india = scheme('india_landing')
    expect(faults(group(3), india)).toEqual(['group_small'])
    expect(faults(group(4), india, { ...trip, entry: '2026-11-26', exit: '2027-01-24' })).toEqual([])
    expect(faults(group(4), india, { ...trip, entry: '2026-11-25', exit: '2027-01-24' })).toEqual(['days_many', 'notice_late'])
    expect(check(group(4), india).findings).toContainEqual({ verdict: 'ok', code: 'notice_ok', details: { due: '2026-12-07', wanted: 72 } })
  })

  test('a passport has to be valid for months after the exit; somebody comes on another day; pages', () => {
    const rows = group(5).map((row, index) => [...row, ['Entry', trip.entry, trip.entry, '2026-12-11', '', ''][index]!, String(index)])
    rows[0]![rows[0]!.length - 1] = 'Blank pages'
    rows[2] = [...person(2, { expiry: '2027-06-19' }), trip.entry, '2']
    const rules = own({ sameEntryAndExit: true, validity: { months: 6, after: 'exit' }, blankPages: 2 })
    expect(faults(rows, rules)).toEqual(['2 blankPages blank_pages_few', '3 expiry expires_too_soon', '4 entry entry_differs'])
    rows[2] = [...person(2, { expiry: '2027-06-20' }), trip.entry, '2']
    expect(faults(rows, rules)).toEqual(['2 blankPages blank_pages_few', '4 entry entry_differs'])
  })

  test('where nobody says when the group travels, the checker cannot tell', () => {
    const { findings } = check(group(5), scheme('india_landing'), { entry: '', exit: '', today })
    expect(findings.map(({ verdict, code }) => `${verdict} ${code}`)).toEqual([
      'ok group_size',
      'unknown days_unknown',
      'ok leader_ok',
      'unknown notice_unknown',
    ])
  })

  test('different types of documents', () => {
    const zones = [zone('AKHMETOVA', 'N12345678', '740812'), zone('SEITOVA', 'N12345679', '750812').replace('P<', 'V<')]
    const travellers = zones.flatMap((text) => splitZones(text)).map((one) => readZone(one, today))
    const { findings } = checkList(travellers, own({ sameDocumentType: true }), trip)
    expect(findings).toContainEqual({ verdict: 'error', code: 'documentType_differs', details: { found: 'P, V' } })
  })
})

test('any table is answered, and the order of rows changes no fault but the number of the twin', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('', 'CHN', '2026-12-01', '31.12.1999', 'E1', 'WANG', 'F', 'yes'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: header.length }), { maxLength: 12 }), (people) => {
      const codesOf = (rows: string[][]) =>
        check([header, ...rows], scheme('russia_china'))
          .travellers.flatMap(({ findings }) => findings.map(({ field, code }) => `${field} ${code}`))
          .sort()
      expect(codesOf([...people].reverse())).toEqual(codesOf(people))
    }),
  )
})

function zone(surname: string, number: string, birth: string): string {
  const parts = [number + checkDigit(number), birth + checkDigit(birth), `300101${checkDigit('300101')}${'<'.repeat(15)}`] as const
  return `${`P<KAZ${surname}<<AIGUL`.padEnd(44, '<')}\n${parts[0]}KAZ${parts[1]}F${parts[2]}${checkDigit(parts.join(''))}`
}
