import { expect, test } from 'vitest'
import { readOrganisation } from './read-organisation.ts'

const form = { kind: 'assembly', name: { kk: ' Ассамблея ', en: '' }, evidence: ' Register of the city, 12 ' }

test('what is complete is taken, tidied', () => {
  expect(readOrganisation(form)).toEqual({
    fields: { kind: 'assembly', name: { kk: 'Ассамблея' }, evidence: 'Register of the city, 12' },
    problems: [],
  })
})

test.each([
  ['a kind that is none', { kind: 'club' }, 'organisation_kind_missing kind'],
  ['no name', { name: { ru: ' ' } }, 'organisation_name_missing name-kk'],
  ['a name without end', { name: { ru: 'ж'.repeat(301) } }, 'text_long name-ru'],
  ['no evidence: it is not verified then', { evidence: ' ' }, 'evidence_missing evidence'],
  ['evidence without end', { evidence: 'x'.repeat(501) }, 'text_long evidence'],
])('%s', (_, changes, expected) => {
  expect(readOrganisation({ ...form, ...changes }).problems.map(({ code, field }) => `${code} ${field}`)).toEqual([expected])
})
