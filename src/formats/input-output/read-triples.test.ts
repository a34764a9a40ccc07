import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import { bytesInMemory } from '../byte-source.ts'
import { readTriples } from './read-triples.ts'
import { writeTriples } from './write-triples.ts'

describe('a list of flows', () => {
  const read = (text: string) => readTriples(bytesInMemory('flows.csv', Buffer.from(text)))
  const header = 'from_region,from_sector,to_region,to_sector,value,unit,year\n'

  test('is read as it is documented', () => {
    const { table, notices } = read(
      `${header}KAZ,c1,KAZ,c1,4,million USD,2022\nKAZ,c1,THA,c1,2,million USD,2022\nTHA,c1,KAZ,c1,3,million USD,2022\n` +
        'KAZ,c1,KAZ,households,10,million USD,2022\nTHA,c1,,exports,7.5,million USD,2022\n' +
        ',value_added:labour,KAZ,c1,9,million USD,2022\n,employment,THA,c1,12,thousand persons,2022\n',
    )
    expect(notices.map(({ code }) => code)).toEqual(['io_output_missing'])
    expect(table).toMatchObject({
      year: 2022,
      unit: 'million USD',
      finalDemand: [
        { region: 'KAZ', category: 'households' },
        { region: null, category: 'exports' },
      ],
    })
    expect([...table!.Z]).toEqual([4, 2, 3, 0])
    expect([...table!.x]).toEqual([16, 10.5])
    expect(table!.extensions.map(({ kind, name, unit, values }) => [kind, name, unit, ...values])).toEqual([
      ['value_added', 'labour', 'million USD', 9, 0],
      ['employment', 'employment', 'thousand persons', 0, 12],
    ])
  })

  test.each([
    { case: 'two currencies', lines: 'a,c1,a,c1,1,USD,2022\na,c1,a,c2,1,KZT,2022\n', found: ['io_units_differ', 3, 'unit', 'USD, KZT'] },
    { case: 'two years', lines: 'a,c1,a,c1,1,USD,2022\na,c1,a,c2,1,USD,2021\n', found: ['io_years_differ', 3, 'year', '2022, 2021'] },
    {
      case: 'a value that is no number',
      lines: 'a,c1,a,c1,1,USD,2022\na,c1,a,c2,many,USD,2022\n',
      found: ['io_cell_not_a_number', 3, 'value', 'many'],
    },
    { case: 'nothing', lines: '', found: ['io_no_table', null, null, null] },
  ])('no table with $case', ({ lines, found }) => {
    const { table, notices } = read(header + lines)
    expect(table).toBeNull()
    expect(notices.map(({ code, line, column: at, value }) => [code, line, at, value])).toEqual([found])
  })

  test('a flow that stands there twice is told, a column that is missing refused', () => {
    expect(read(`${header}a,c1,a,c1,1,USD,2022\na,c1,a,c1,2,USD,2022\n`).notices).toContainEqual(
      expect.objectContaining({ code: 'io_flow_twice', line: 3 }),
    )
    expect(() => read('from_region,from_sector,to_region,value\n')).toThrow('no column to_sector')
  })

  test('a code of a sector that holds the region too would make more sectors than there is room for', () => {
    const line = (at: number) => `r${at},r${at}_c1,r${at},r${at}_c1,1,USD,2022\n`
    const lines = Array.from({ length: 101 }, (_, at) => line(at)).join('')
    expect(() => read(header + lines)).toThrow('101 regions with 101 sectors each are 10201 sectors; 10000 is the most')
  })

  test('whatever is written comes back to the last bit', () => {
    const amount = fc.double({ min: -1e6, max: 1e9, noNaN: true }).map((value) => value + 0)
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 16, maxLength: 16 }),
        fc.array(amount, { minLength: 8, maxLength: 8 }),
        fc.array(amount, { minLength: 4, maxLength: 4 }),
        (Z, Y, x) => {
          const table: InputOutputTable = {
            ...{
              name: 'flows.csv',
              year: 2022,
              unit: 'million USD',
              Z: Float64Array.from(Z),
              Y: Float64Array.from(Y),
              x: Float64Array.from(x),
            },
            regions: ['Алматы', 'rest; of'].map((code) => ({ code, name: code })),
            sectors: ['food, "drink"', 'other'].map((code) => ({ code, name: code })),
            finalDemand: [
              { region: 'Алматы', category: 'households' },
              { region: null, category: 'exports' },
            ],
            extensions: [{ kind: 'wages', name: 'wages', unit: 'million USD', values: Float64Array.from(x) }],
          }
          const { table: back, notices } = read([...writeTriples(table)].join(''))
          expect(notices).toEqual([])
          expect(back).toEqual(table)
        },
      ),
      { numRuns: 50 },
    )
  })
})
