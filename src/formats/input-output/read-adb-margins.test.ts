import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comparativeAdvantage } from '../../books/economy/trade/comparative-advantage.ts'
import { exportsOf, importedInputs, ofRegion, type ProductionMargins } from '../../books/economy/trade/production-margins.ts'
import { exportSimilarity, krugmanIndex } from '../../books/economy/trade/structure-similarity.ts'
import { FormatError } from '../format-error.ts'
import { readAdbMargins } from './read-adb-margins.ts'

const sectors = 'c_ind,c_name,c_name_short,c_abv\r\n1,"Agriculture, hunting",Agriculture,AHF\r\n2,Mining,Mining,MIN\r\n'
const header = 't,s,i,x,zuse,va,zsales,y,e,ez,ey\r\n'

test('exports are what is not sold at home', () => {
  const { margins, notices } = readAdbMargins(`${header}2022,49,2,100,40,60,70,30,15,10,5\r\n`, sectors)
  expect(notices).toEqual([])
  expect([...ofRegion(margins[0]!, exportsOf(margins[0]!), 'KAZ')]).toEqual([0, 85])
  expect(importedInputs(margins[0]!, 'KAZ')).toBe(30)
  expect(() => ofRegion(margins[0]!, exportsOf(margins[0]!), 'XXX')).toThrow('no region XXX')
})

test('a row that cannot be read is noted with its line and column', () => {
  const { notices } = readAdbMargins(`${header}2022,49,2,,40,60,70,30,15,10,5\r\n2022,99,1,1,1,1,1,1,1,1,1\r\n`, sectors)
  expect(notices.map(({ code, line, column, value }) => ({ code, line, column, value }))).toEqual([
    { code: 'io_margin_not_readable', line: 2, column: 'x', value: '' },
    { code: 'io_margin_not_readable', line: 3, column: 's', value: '99' },
  ])
})

test('another file is refused with the column that it lacks', () => {
  expect(() => readAdbMargins('a,b\r\n1,2\r\n', sectors)).toThrow(FormatError)
  expect(() => readAdbMargins('a,b\r\n1,2\r\n', sectors)).toThrow('no column t')
})

const data = resolve(import.meta.dirname, '../../../../shared/data/economy/adb-kaz')

// methods/cooperation-and-economy.md, B3: first real numbers of Kazakhstan and Thailand.
describe.skipIf(!existsSync(data))('Kazakhstan and Thailand (skipped where the shared data are absent)', () => {
  const { margins, notices } = readAdbMargins(
    readFileSync(join(data, 'summary.csv'), 'utf8'),
    readFileSync(join(data, 'sectors.csv'), 'utf8'),
  )
  const of = (year: number): ProductionMargins => margins.find((one) => one.year === year)!
  const exportsBy = (year: number, region: string) => ofRegion(of(year), exportsOf(of(year)), region)
  const rca = (region: string) => {
    const { regions, sectors: products } = of(2022)
    const all = comparativeAdvantage({ countries: regions.length, products: products.length, values: exportsOf(of(2022)) })
    const row = all[regions.findIndex(({ code }) => code === region)]!
    return new Map(products.map(({ name }, at) => [name, row[at] ?? 0]))
  }

  test('six years, no notices', () => {
    expect(margins.map(({ year }) => year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022])
    expect(notices).toEqual([])
  })

  test('exports of 2022: 66.8 and 325.9 billion US dollars', () => {
    const billions = (region: string) => exportsBy(2022, region).reduce((a, b) => a + b, 0) / 1000
    expect(billions('KAZ')).toBeCloseTo(66.8, 1)
    expect(billions('THA')).toBeCloseTo(325.9, 1)
  })

  test('similarity fell from 41.4 to 27.1; the structures of value added lie 0.69 apart', () => {
    expect(exportSimilarity(exportsBy(2017, 'KAZ'), exportsBy(2017, 'THA'))).toBeCloseTo(41.4, 1)
    expect(exportSimilarity(exportsBy(2022, 'KAZ'), exportsBy(2022, 'THA'))).toBeCloseTo(27.1, 1)
    const added = (region: string) => ofRegion(of(2022), of(2022).valueAdded, region)
    expect(krugmanIndex(added('KAZ'), added('THA'))).toBeCloseTo(0.69, 2)
  })

  test('both have an advantage in three sectors only; mining is Kazakhstan’s, hotels are Thailand’s', () => {
    const [kazakhstan, thailand] = [rca('KAZ'), rca('THA')]
    const advantage = (region: Map<string, number>) => [...region].filter(([, value]) => value >= 1).map(([name]) => name)
    expect(advantage(kazakhstan).filter((name) => thailand.get(name)! >= 1)).toEqual(['Agriculture', 'Metals', 'Inland transport'])
    expect(advantage(kazakhstan).filter((name) => thailand.get(name)! < 1)).toEqual(['Mining'])
    expect(kazakhstan.get('Mining')).toBeCloseTo(6.8, 1)
    expect(thailand.get('Hotels & restaurants')).toBeCloseTo(9.5, 1)
    expect(advantage(thailand)).toEqual(expect.arrayContaining(['Food & beverages', 'Rubber', 'Transport equipment', 'Chemicals']))
  })
})
