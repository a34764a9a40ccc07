import { expect, test } from 'vitest'
import { millerBlair33 } from '../../../test/support/economy-tables.ts'
import { FormatError } from '../format-error.ts'
import { packEconomy, unpackEconomy } from './pack-economy.ts'
import { readMarginsList, writeMarginsList } from './margins-list.ts'

const table = {
  ...millerBlair33,
  Z: millerBlair33.Z.map((value) => value / 3),
  extensions: [{ kind: 'employment' as const, name: 'jobs', unit: 'persons', values: Float64Array.of(1, 2, 3, 4, 5, -0) }],
}

test('a table comes back to the last bit, wherever its bytes begin', () => {
  const packed = packEconomy({ kind: 'table', table })
  expect(unpackEconomy(packed)).toEqual({ kind: 'table', table })
  const moved = new Uint8Array(packed.length + 3)
  moved.set(packed, 3)
  expect(unpackEconomy(moved.subarray(3))).toEqual({ kind: 'table', table })
  expect(unpackEconomy(Buffer.concat([packed.subarray(0, 50), packed.subarray(50)]))).toEqual({ kind: 'table', table })
})

const list = `year,region,sector,output,value_added,inputs,sales,sales_to_industries_at_home,sales_to_final_demand_at_home,unit
2020,KAZ,AHF,10.25,6,4.25,10.25,3,5,million USD
2020,THA,AHF,1,1,0,1,0,0.1,million USD
`

test('margins come back too, from bytes and from their list', () => {
  const { margins, notices } = readMarginsList(list, 'margins.csv')
  expect(notices).toEqual([])
  expect(unpackEconomy(packEconomy({ kind: 'margins', margins }))).toEqual({ kind: 'margins', margins })
  expect([...writeMarginsList(margins)].join('')).toBe(list)
})

test.each([
  { case: 'nothing', bytes: new Uint8Array() },
  { case: 'something else', bytes: new TextEncoder().encode('from_region,from_sector') },
  { case: 'a table cut short', bytes: packEconomy({ kind: 'table', table }).subarray(0, -8) },
  { case: 'a table with a byte too many', bytes: Buffer.concat([packEconomy({ kind: 'table', table }), Buffer.of(0)]) },
  { case: 'a header cut short', bytes: packEconomy({ kind: 'table', table }).subarray(0, 40) },
])('$case is no packed table', ({ bytes }) => {
  expect(() => unpackEconomy(bytes)).toThrow(FormatError)
})

test('a row of margins that cannot be read, or in another currency, is named', () => {
  const { notices } = readMarginsList(`${list}2020,KAZ,MIN,x,6,4,10,3,5,million USD\n2020,THA,MIN,1,1,0,1,0,0,million KZT\n`, 'm.csv')
  expect(notices.map(({ code, line, column, value }) => ({ code, line, column, value }))).toEqual([
    { code: 'io_margin_not_readable', line: 4, column: 'output', value: 'x' },
    { code: 'io_units_differ', line: 5, column: 'unit', value: 'million USD, million KZT' },
  ])
  expect(readMarginsList(list.split('\n')[0]!, 'm.csv').notices.map(({ code }) => code)).toEqual(['io_no_table'])
  expect(() => readMarginsList('year,region\n', 'm.csv')).toThrow('no column sector')
})
