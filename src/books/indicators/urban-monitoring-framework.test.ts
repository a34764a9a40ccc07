import { expect, test } from 'vitest'
import { findUmfPlaces, umfPlaces } from './urban-monitoring-framework.ts'

test('a national variant stands where its global indicator stands', () => {
  expect(findUmfPlaces('11.2.1.1')).toEqual(findUmfPlaces('11.2.1'))
})

test('11.6.10 is no variant of 11.6.1', () => expect(findUmfPlaces('11.6.10')).toEqual([]))

test('an indicator that nobody placed has no place', () => expect(findUmfPlaces('17.17.1')).toEqual([]))

test('only what a source was seen to say counts as checked, and then with its number', () => {
  expect(umfPlaces.filter((place) => place.checked !== (place.number !== null))).toEqual([])
  expect(umfPlaces.filter((place) => place.checked).map((place) => place.indicator)).toEqual(['1.4.1'])
})

test('no indicator is placed twice in one field', () => {
  const fields = umfPlaces.map(({ indicator, domain, objective }) => `${indicator} ${domain} ${objective}`)
  expect(new Set(fields).size).toBe(fields.length)
})
