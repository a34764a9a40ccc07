import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Notice } from '../../books/notice.ts'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readMonitors } from './read-monitors.ts'

const table = (...lines: string[]) => bytesInMemory('stations.csv', new TextEncoder().encode(lines.join('\n')))

test.each([
  { case: 'capture as a share', lines: ['lon,lat,pm25,capture', '76.9,43.2,31.5,0.95'], rate: 0.95 },
  {
    case: 'capture in per cent, other names, in capitals',
    lines: ['Latitude;Longitude;Annual_Mean;Coverage', '43.2;76.9;31.5;95'],
    rate: 0.95,
  },
  {
    case: 'one day in a hundred of another station does not turn shares into per cent',
    lines: ['lon,lat,pm25,capture', '76.9,43.2,31.5,1', '1,1,1,0.01'],
    rate: 1,
  },
])('$case', ({ lines, rate }) => {
  expect(readMonitors(table(...lines), [])).toEqual([{ lon: 76.9, lat: 43.2, annualMean: 31.5, captureRate: rate }])
})

test('without a column capture all are taken, and a notice says that nobody knows', () => {
  const notices: Notice[] = []
  expect(readMonitors(table('lon,lat,pm25', '1,2,3', ''), notices)).toHaveLength(1)
  expect(notices.map(({ code }) => code)).toEqual(['monitors_capture_unknown'])
})

test('a row that cannot be used is left out, with its line and what stands there', () => {
  const notices: Notice[] = []
  const rows = ['1,2,3,90', '181,2,3,90', ',2,3,90', '1,2,-3,90', '1,2,,90', '1,2,"3,5",90', '1,2,3,74', '1,2,3,']
  expect(readMonitors(table('lon,lat,pm25,capture', ...rows), notices)).toHaveLength(1)
  expect(notices.map(({ code, line, value }) => `${line} ${code} ${value}`)).toEqual([
    '3 monitor_no_place 181',
    '4 monitor_no_place ',
    '5 monitor_no_value -3',
    '6 monitor_no_value ',
    '7 monitor_no_value 3,5',
    '8 monitor_capture_low 74',
    '9 monitor_capture_low ',
  ])
})

test.each([
  {
    case: 'no column of the mean',
    lines: ['lon,lat,pm10', '1,2,3'],
    code: 'monitors_column_missing',
    words: /no column pm25.*The columns are: lon, lat, pm10/,
  },
  { case: 'nothing', lines: [''], code: 'monitors_column_missing', words: /no column lon/ },
  { case: 'no station that can be used', lines: ['lon,lat,pm25,capture', '1,2,3,0.1'], code: 'monitors_none', words: /no station is left/ },
  { case: 'a row without end', lines: ['lon,lat,pm25', 'x'.repeat(1_000_001)], code: 'population_csv_too_large', words: /Line 2/ },
])('$case is an error with the name of the file', ({ lines, code, words }) => {
  const error: unknown = expect.objectContaining({ code, message: expect.stringMatching(words) as string })
  expect(() => readMonitors(table(...lines), [])).toThrow(error as Error)
  expect(() => readMonitors(table(...lines), [])).toThrow(/^stations\.csv/)
})

test('whatever the file holds: stations that are sound, or a FormatError', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('lon,lat,pm25,capture', '1,2,3,90', '1,2,3', '"', '1e9,NaN,-0,Infinity', '1;2;3;90'))
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, headed) => {
      try {
        for (const { annualMean, captureRate } of readMonitors(table(...(headed ? ['lon,lat,pm25,capture'] : []), ...lines), [])) {
          expect(annualMean).toBeGreaterThanOrEqual(0)
          expect(captureRate).toBeGreaterThanOrEqual(0.75)
        }
      } catch (error) {
        if (!(error instanceof FormatError)) throw error
      }
    }),
    { numRuns: 300 },
  )
})
