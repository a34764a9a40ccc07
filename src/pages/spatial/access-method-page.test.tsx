import { describe, expect, test } from 'vitest'
import { accessRecord } from '../../../test/support/access-record.ts'
import { smallCity } from '../../../test/support/small-record.ts'
import { showAccessMethod } from '../../actions/show-access-method.ts'
import { accessMethods } from '../../books/indicators/sdg-11/access/method-spread.ts'
import { languages } from '../../books/text.ts'
import type { Frame } from '../frame.ts'
import { render } from '../render.ts'
import { wordsOf } from '../words.ts'
import { AccessMethodPage } from './access-method-page.tsx'

const asOf = new Date('2026-11-22T00:00:00Z')
const other = { ...smallCity, id: 'other', slug: 'other', comparison: true }
const computed = await showAccessMethod({ city: smallCity, asOf }, accessRecord(undefined, { others: [other] }))
const alone = await showAccessMethod({ city: smallCity, asOf }, accessRecord(null))

describe.each(languages)('in %s', (language) => {
  const frame: Frame = {
    words: wordsOf(language),
    city: smallCity,
    asOf: null,
    today: '2026-11-22',
    path: '/methods/11.2.1',
    query: '',
    publicUrl: 'https://bagdar.example',
    mode: 'demo',
    assets: {},
  }
  const page = render(<AccessMethodPage frame={frame} view={computed} />)
  const withoutData = render(<AccessMethodPage frame={frame} view={alone} />)

  test.each([
    { case: 'computed', html: page },
    { case: 'without data', html: withoutData },
  ])('$case: every code has words, no hole is left, no id is there twice', ({ html }) => {
    expect(html).not.toMatch(/undefined|NaN|\[object|\{[a-z]+[,}]| style="|>(?:access|method|tornado|explain|map)_/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.length).toBe(new Set(ids).size)
  })

  test('every number of the spread opens to its definition and source', () => {
    for (const { code } of accessMethods) {
      expect(page).toContain(`class="fig" href="#method-${code}"`)
      expect(page).toContain(`<div id="method-${code}">`)
    }
  })

  test('files have their whole SHA-256, and the release its report', () => {
    expect(page).toContain('ab'.repeat(32))
    expect(page).toContain(`href="/${language}/ulgiqala/releases/1#cells_without_street"`)
    expect(page).toContain('© OpenStreetMap contributors')
  })

  test('another city is named with its own page', () => {
    expect(page).toContain(`href="/${language}/other/methods/11.2.1"`)
  })

  test('a city without data says what the official figures would require and which files to bring, and has no figure of its own', () => {
    expect(withoutData).toContain(frame.words.number(60.95, 2))
    expect(withoutData).toContain('bagdar compute 11.2.1 --osm')
    expect(withoutData).not.toMatch(/id="(?:figure|sureness|methods|tornado|explain)"/)
  })
})
