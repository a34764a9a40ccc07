import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../text.ts'
import { orderProblems } from './date-order.ts'
import { fillRecord, formOfRecord } from './fill-record.ts'
import { namedBy } from './named-by.ts'
import { recordFields, type Field } from './record-fields.ts'
import { recordKinds, type Contents, type RecordKind } from './records.ts'

const line = fc
  .array(fc.constantFrom(...'әғқңөұүһі Ёйab1.,;:«»–"\'<>&\\', '👍'), { minLength: 1, maxLength: 20 })
  .map((all) => all.join('').normalize('NFC').trim() || 'мәтін')
const number = fc.integer({ min: 1, max: 999_999_999 })

/** What a field may hold, as the desk keeps it. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  const isRequired = 'required' in field && field.required === true
  switch (field.type) {
    case 'words':
      return fc
        .record(Object.fromEntries(languages.map((language) => [language, line])), { requiredKeys: [] })
        .filter((words) => !isRequired || Object.keys(words).length > 0)
    case 'text': {
      const fits = line.map((text) => text.slice(0, field.most).trim() || 'k')
      return isRequired ? fits : fc.oneof(fc.constant(''), fits)
    }
    case 'partial_date':
      return fc.constantFrom('', '2016', '2016-04', '2016-02-29')
    case 'local_time':
      return fc.constantFrom('', '2016-04-04T10:00', '2024-02-29T23:59')
    case 'country':
      return fc.constantFrom('', 'TH', 'KZ')
    case 'language':
      return fc.constantFrom('kk', 'th', 'yue')
    case 'time_zone':
      return fc.constantFrom('', 'Asia/Almaty', 'Asia/Bangkok', 'UTC')
    case 'choice':
      return fc.constantFrom(...field.of)
    case 'yes_no':
      return fc.boolean()
    case 'number':
      return fc.option(fc.double({ min: field.least, max: field.most, noNaN: true }).map((value) => value + 0))
    case 'reference':
      return isRequired ? number : fc.option(number)
    case 'references':
      return fc.uniqueArray(number, { minLength: isRequired ? 1 : 0, maxLength: 4 })
    case 'codes':
      return fc.uniqueArray(
        fc.constantFrom('11.2', '13.1', 'kk', 'ru', 'g-1', 'transport.urban').filter((code) => field.pattern.test(code)),
        { maxLength: 2 },
      )
    case 'elsewhere':
      return fc.constant(undefined)
  }
}

/** Days that can follow each other: others are refused (`date-order.test.ts`). */
const contents = <Kind extends RecordKind>(kind: Kind): fc.Arbitrary<Contents[Kind]> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries<Field>(recordFields[kind]).map(([name, field]) => [name, name === 'stages' ? fc.constant([]) : valueOf(field)]),
      ),
    )
    .filter((content) => orderProblems(kind, content as never).length === 0) as never

describe.each(recordKinds)('a %s', (kind) => {
  const elsewhere = Object.entries<Field>(recordFields[kind]).flatMap(([name, { type }]) => (type === 'elsewhere' ? [name] : []))
  const without = (content: object) => Object.fromEntries(Object.entries(content).filter(([name]) => !elsewhere.includes(name)))

  test('goes into its form and comes back the same', () => {
    fc.assert(
      fc.property(contents(kind), (content) => {
        const { content: filled, references, problems } = fillRecord(kind, formOfRecord(kind, content), null)
        expect(problems).toEqual([])
        expect(without(filled)).toEqual(without(content))
        expect(references).toEqual(namedBy(kind, content))
      }),
    )
  })

  test('keeps what has a page of its own as it was', () => {
    fc.assert(
      fc.property(contents(kind), (content) => {
        const kept = (name: string) => (name === 'stages' ? [{ stage: 'idea', on: '2020', source: null }] : { kept: name })
        const before = { ...content, ...Object.fromEntries(elsewhere.map((name) => [name, kept(name)])) }
        const { content: filled } = fillRecord(kind, formOfRecord(kind, before), before)
        for (const name of elsewhere) expect((filled as unknown as Record<string, unknown>)[name]).toEqual(kept(name))
      }),
      { numRuns: 10 },
    )
  })

  test('that is not filled in is told everything that is needed at once', () => {
    const needed = Object.entries<Field>(recordFields[kind]).flatMap(([name, field]) =>
      field.type === 'choice' || ('required' in field && field.required === true) ? [name] : [],
    )
    expect(fillRecord(kind, {}, null).problems.map(({ field }) => field)).toEqual(needed)
  })

  test('takes any text without falling over', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(recordFields[kind]).flatMap((name) => [name, ...languages.map((language) => `${name}.${language}`)])),
      fc.string({ unit: 'binary', maxLength: 50 }),
    )
    fc.assert(
      fc.property(anything, (form) => {
        expect(fillRecord(kind, form, null).problems).toBeInstanceOf(Array)
      }),
    )
  })
})

test('what is wrong is told field by field, with the value', () => {
  const form = {
    'title.kk': 'Сапар',
    kind: 'party',
    parent: 'first',
    country: 'Thailand',
    timeZone: 'Bangkok',
    dated: '5 April 2016',
    isDateInferred: 'maybe',
    startsAt: '2016-04-31T10:00',
    state: 'held',
  }
  expect(fillRecord('event', form, null).problems).toMatchObject([
    { code: 'choice_unknown', field: 'kind', details: { value: 'party' } },
    { code: 'reference_unreadable', field: 'parent', details: { value: 'first' } },
    { code: 'country_unreadable', field: 'country' },
    { code: 'time_zone_unknown', field: 'timeZone' },
    { code: 'date_unreadable', field: 'dated' },
    { code: 'choice_unknown', field: 'isDateInferred' },
    { code: 'time_unreadable', field: 'startsAt' },
  ])
})

test('what is no number of a record is refused, and looked for by nobody', () => {
  const form = { 'title.kk': 'Сапар', kind: 'visit', state: 'held', parent: '9007199254740993' }
  expect(fillRecord('event', form, null)).toMatchObject({ references: [], problems: [{ code: 'reference_unreadable', field: 'parent' }] })
})

test('a number may be written with a comma, a country in small letters', () => {
  const { content, problems } = fillRecord('partner', { 'name.kk': 'Қала', kind: 'city', lon: '76,93', lat: '43.26', country: 'kz' }, null)
  expect([problems, content.lon, content.lat, content.country]).toEqual([[], 76.93, 43.26, 'KZ'])
})

test.each(['қаз', 'k', '12', 'e-n', 'kazakh'])('%s is no code of a language', (language) => {
  const form = { 'title.kk': 'Хат', kind: 'letter', language, text: 'Мәтін' }
  expect(fillRecord('source', form, null).problems).toMatchObject([{ code: 'language_unreadable', field: 'language' }])
  expect(fillRecord('source', { ...form, language: 'KK' }, null)).toMatchObject({ problems: [], content: { language: 'kk' } })
})
