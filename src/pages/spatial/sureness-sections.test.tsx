import { describe, expect, test } from 'vitest'
import { accessMethods } from '../../books/indicators/sdg-11/access/method-spread.ts'
import { surenessParameters } from '../../books/indicators/sdg-11/sureness/sureness.ts'
import { languages } from '../../books/text.ts'
import type { Frame } from '../frame.ts'
import { render } from '../render.ts'
import { wordsOf } from '../words.ts'
import { ExplainOfficialSection } from './explain-official-section.tsx'
import { MethodSpreadSection } from './method-spread-section.tsx'
import { SurenessSection } from './sureness-section.tsx'
import { TornadoSection } from './tornado-section.tsx'

const official = { value: '39.05337', source: { en: 'UN-Habitat' }, sourceId: 'un-habitat', timePeriod: '2020', path: '/figures/x/2020' }
const inputs = ['stop_position', 'missing_stops', 'population', 'walking_distance', 'way_to_street', 'cells_off_street', 'headway']

describe.each(languages)('in %s', (language) => {
  const frame: Frame = {
    words: wordsOf(language),
    city: null,
    asOf: null,
    today: '2026-11-22',
    path: '/spatial',
    query: '',
    publicUrl: 'http://localhost',
    mode: 'demo',
    assets: {},
  }
  const requirements = [
    { cause: 'walk', lowMetres: 267.6, highMetres: 535.1, share: 39.1 },
    { cause: 'headway', minutes: 12, share: 38.9 },
    { cause: 'headway', cannot: 'no_timetable' },
    { cause: 'missing_stops', stopShare: 0.75, share: 39 },
    { cause: 'people_outside', people: 75_591.8, shareOfAll: 0.166, share: 39.05 },
    { cause: 'people_inside', people: 75_591.8, shareOfAll: 0.166, share: 39.05 },
    { cause: 'walk', cannot: 'too_high' },
    { cause: 'headway', cannot: 'too_high' },
    { cause: 'headway', cannot: 'too_low' },
    { cause: 'missing_stops', cannot: 'too_high' },
    { cause: 'people_outside', cannot: 'too_low' },
    { cause: 'people_inside', cannot: 'too_high' },
  ] as const
  const sections = {
    methods: (
      <MethodSpreadSection
        frame={frame}
        city="Үлгіқала"
        method="network-500-1000"
        methods={accessMethods.map(({ code }, index) =>
          index % 4 === 3
            ? { code, value: null, reason: index === 3 ? 'no_people' : 'no_timetable' }
            : { code, value: 60 + index, reason: null },
        )}
        interval={{ low: 58.1, high: 61.9, level: 0.95, draws: 1000, seed: 42 }}
        officials={[official]}
      />
    ),
    tornado: (
      <TornadoSection
        frame={frame}
        city="Үлгіқала"
        value={60}
        bars={inputs.map((input, index) => ({ input, low: 50 + index, high: 60 + index }))}
        errors={surenessParameters}
      />
    ),
    explained: (
      <ExplainOfficialSection frame={frame} explained={[{ of: official, explained: { official: 39.05, ours: 60, requirements } }]} />
    ),
    sureness: (
      <SurenessSection frame={frame} interval={{ low: 58.1, high: 61.9, level: 0.95, draws: 1000, seed: 42 }} errors={surenessParameters} />
    ),
  }

  test.each(Object.entries(sections))('%s has words for every code, and no hole', (_, section) => {
    const page = render(section)
    expect(page).not.toMatch(/undefined|NaN|\[object|\{[a-z]+[,}]|>(?:method|tornado|explain)_/)
    expect(page).not.toMatch(/(?:method|tornado|explain)_[a-z]/)
  })
})
