import { describe, expect, test } from 'vitest'
import { smallCity } from '../../../test/support/small-record.ts'
import { noEdits, type WhatIfEdits } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import { languages } from '../../books/text.ts'
import { cityMaps, madeUpStops } from '../../charts/city-map.examples.ts'
import type { Frame } from '../frame.ts'
import { glue } from '../glue.ts'
import { render } from '../render.ts'
import { wordsOf } from '../words.ts'
import type { ComputedAccess } from './access-method-view.ts'
import { MapPage } from './map-page.tsx'
import type { MapView } from './map-view.ts'
import { NoMapPage } from './no-map-page.tsx'

const viewOf = (edits: WhatIfEdits): MapView => ({
  figure: {
    value: '62.40',
    interval: { low: 60.1, high: 64.2, level: 0.95, draws: 1000, seed: 42 },
    served: 6240,
    people: 10_000,
    timePeriod: '2025',
    path: '/figures/x/2025',
  },
  methodPath: '/methods',
  picture: cityMaps.asItIs,
  tried: { edits, served: 6240 + 300 * edits.added.length - 200 * edits.removed.length },
  sites: [{ lon: 0.024, lat: 0.038, people: 312 }],
  districts: [{ code: 'D1', name: { en: 'Old town', ru: 'Старый город', kk: 'Ескі қала' }, value: null, numerator: 0, denominator: 0 }],
  stops: madeUpStops.id.map((id, stop) => ({
    id,
    name: madeUpStops.name[stop] ?? '',
    lon: madeUpStops.lon[stop] ?? 0,
    lat: madeUpStops.lat[stop] ?? 0,
    counts: id !== 'e',
  })),
  files: { tiles: '/t/map/1/tiles.pmtiles', model: '/t/map/1/access-model.bin', geojson: null, csv: '/t/map/1/districts.csv' },
  attribution: '© OpenStreetMap contributors',
  licences: [{ what: 'streets', text: 'ODbL 1.0', url: 'https://www.openstreetmap.org/copyright' }],
})

const keptResult: ComputedAccess['result'] = {
  indicator: '11.2.1',
  metadataVersion: '2021-09',
  method: 'network-500-1000',
  unit: 'PT',
  value: 89.31,
  numerator: 339_378,
  denominator: 380_000,
  parts: {},
  partsOf: null,
  interval: null,
  byDistrict: [],
  byPopulationGroup: [],
  methods: [],
  tornado: [],
  parameters: {},
  files: [],
}

const tried: WhatIfEdits = { added: [{ lon: 0.024, lat: 0.038 }], removed: ['c'], moved: new Map([['w', { lon: 0.022, lat: 0.03 }]]) }

describe.each(languages)('in %s', (language) => {
  const frame: Frame = {
    words: wordsOf(language),
    city: smallCity,
    asOf: null,
    today: '2026-11-22',
    path: '/map',
    query: '',
    publicUrl: 'https://bagdar.example',
    mode: 'demo',
    assets: { 'map.css': '/assets/map.css', 'what-if-map.js': '/assets/what-if-map.js' },
  }
  const page = (edits: WhatIfEdits) => render(<MapPage frame={frame} view={viewOf(edits)} />)

  test('picture, figure and lists are there without a script, and the map names its makers', () => {
    const html = page(noEdits)
    expect(html).toContain('<svg class="city-map"')
    expect(html).toContain(glue('<figcaption>© OpenStreetMap contributors</figcaption>'))
    expect(html).toContain('/map?add=0.024%2C0.038#map')
    expect(html).not.toContain('value="e"')
    expect(html).not.toMatch(/undefined|NaN|\[object| style="/)
  })

  test('what is tried stays with what comes next, and each of it can be taken back by a link', () => {
    const html = page(tried)
    const query = 'add=0.024%2C0.038&amp;remove=c&amp;move=w%3A0.022%2C0.03'
    expect(html).toContain(`<input type="hidden" name="tried" value="${query}">`)
    expect(html).toContain(`/map?${query}&amp;add=0.024%2C0.038#map`)
    expect(html).toContain('/map?remove=c&amp;move=w%3A0.022%2C0.03#map')
    expect(html).toContain('/map?add=0.024%2C0.038&amp;move=w%3A0.022%2C0.03#map')
    const numbers = {
      served: frame.words.number(6340, 0),
      change: '+100',
      share: frame.words.number(63.4),
      before: frame.words.number(62.4),
    }
    expect(html).toContain(glue(`<p>${frame.words.t('spatial.map_outcome', numbers)}</p>`).slice('<p>'.length))
  })

  test('the script is told every message that it says, with its gaps still open', () => {
    const told = /data-words="([^"]*)"/.exec(page(noEdits))?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'") ?? ''
    const words = JSON.parse(told) as Record<string, string>
    for (const gap of ['{served}', '{change}', '{share}', '{before}']) expect(words['outcome']).toContain(gap)
    expect(Object.values(words).filter((word) => word === '')).toEqual([])
  })

  test.each([
    ['above', '64.30', 'spatial.map_aboveInterval'],
    ['below', '59.90', 'spatial.map_belowInterval'],
  ] as const)('a figure that lies %s its interval says that this is no mistake', (_, value, message) => {
    const view = viewOf(noEdits)
    const html = render(<MapPage frame={frame} view={{ ...view, figure: { ...view.figure, value } }} />)
    expect(html).toContain(glue(`<p>${frame.words.t(message)}`).slice('<p>'.length))
    expect(page(noEdits)).not.toContain(glue(`<p>${frame.words.t(message)}`).slice('<p>'.length))
  })

  test('a city of which only the figure is kept shows it with its interval, and says how the map is made', () => {
    const own = { value: '89.31', source: { en: 'Bagdar' }, sourceId: 'bagdar', timePeriod: '2023', path: '/figures/z/2023' }
    const computed: ComputedAccess = {
      figure: own,
      result: { ...keptResult, interval: { low: 88.2, high: 89.9, level: 0.95, draws: 1000, seed: 42 } },
      errors: { positionSd: 15, missingShare: 0.05, populationSd: 0.3 },
      release: { number: 1, noticeCounts: {} },
      explained: [],
      licences: [{ what: 'streets', text: '© OpenStreetMap contributors, ODbL 1.0', url: 'https://www.openstreetmap.org/copyright' }],
    }
    const html = render(<NoMapPage frame={frame} view={{ computed, officials: [], cities: [] }} />)
    for (const said of [frame.words.decimal('89.31'), frame.words.number(88.2), 'npm run demo:spatial', '© OpenStreetMap contributors'])
      expect(html).toContain(said)
    expect(html).not.toMatch(/undefined|NaN|bagdar compute/)
    expect(html).not.toContain(frame.words.t('spatial.map_noneOfficial'))
  })

  test('a city without data says what is known and which files to bring, and invents nothing', () => {
    const official = { value: '39.05', source: { en: 'UN-Habitat' }, sourceId: 'un-habitat', timePeriod: '2020', path: '/figures/y/2020' }
    const elsewhere = {
      city: { slug: 'las-palmas', name: { en: 'Las Palmas' }, invented: false },
      figure: { ...official, sourceId: 'bagdar', value: '89.31', path: '/figures/z/2023' },
    }
    const html = render(<NoMapPage frame={frame} view={{ computed: null, officials: [official], cities: [elsewhere] }} />)
    expect(html).toContain('bagdar compute 11.2.1 --osm')
    expect(html).toContain(frame.words.number(60.95, 2))
    expect(html).toContain('/las-palmas/figures/z/2023')
    expect(html).not.toMatch(/undefined|NaN|<svg class="city-map"|<bagdar-what-if/)
  })
})
