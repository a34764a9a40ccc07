import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomStreets } from '../../../../../test/support/random-streets.ts'
import { stream } from '../../../../kernel/random.ts'
import { ByteReader, ByteWriter } from './packed-bytes.ts'
import { peopleServed } from './people-served.ts'
import { readAccessModel, writeAccessModel } from './write-access-model.ts'

test('a model comes back as it was, and so do the people served', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(40), fc.nat(8), (seed, cells, stops) => {
      const model = randomStreets(seed, { cells, stops })
      const back = readAccessModel(writeAccessModel(model))
      expect(back).toEqual(model)
      expect(peopleServed(back)).toEqual(peopleServed(model))
    }),
  )
})

test('numbers, words and fractions come back from bytes', () => {
  const whole = fc.nat({ max: Number.MAX_SAFE_INTEGER })
  const signed = fc.integer({ min: -(2 ** 51), max: 2 ** 51 })
  fc.assert(
    fc.property(fc.array(whole), fc.array(signed), fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.double()), (a, b, c, d) => {
      const out = new ByteWriter()
      for (const value of a) out.count(value)
      for (const value of b) out.signed(value)
      for (const value of c) out.text(value)
      for (const value of d) out.double(value)
      const from = new ByteReader(out.finishWithChecksum(), 0)
      expect(a.map(() => from.whole())).toEqual(a)
      expect(b.map(() => from.signed() + 0)).toEqual(b.map((value) => value + 0))
      expect(c.map(() => from.text())).toEqual(c)
      expect(d.map(() => from.double())).toEqual(d)
      from.finish()
    }),
  )
})

const packed = writeAccessModel(randomStreets(7))

test('bytes that are cut off anywhere are refused', () => {
  for (let length = 0; length < packed.length; length++) expect(() => readAccessModel(packed.subarray(0, length))).toThrow(Error)
})

test('bytes with any one bit turned are refused', () => {
  for (let bit = 0; bit < 8 * packed.length; bit += 3) {
    const damaged = packed.slice()
    damaged[bit >> 3]! ^= 1 << (bit & 7)
    expect(() => readAccessModel(damaged)).toThrow(Error)
  }
})

test('bytes that were changed on purpose, with a checksum that fits, end in an error or a model, never in more memory than they are worth', () => {
  const random = stream(11, 0)
  const below = (count: number) => Math.floor(count * random.uniform())
  for (let round = 0; round < 3000; round++) {
    const changed = packed.slice(0, -4)
    for (let change = 0; change < 3; change++) changed[5 + below(changed.length - 5)] = random.uniform() < 0.5 ? 255 : below(256)
    const out = new ByteWriter()
    for (const byte of changed) out.byte(byte)
    try {
      const model = readAccessModel(out.finishWithChecksum())
      for (const column of [model.lon, model.graph.edgeFrom, model.cells.edge, model.stops.edge])
        expect(column.length).toBeLessThan(packed.length)
    } catch (error) {
      expect((error as Error).message).toMatch(/offset|version/)
    }
  }
})

test.each([
  { case: 'something else', bytes: new TextEncoder().encode('<!doctype html>'), message: /BGAM/ },
  { case: 'nothing', bytes: new Uint8Array(), message: /BGAM/ },
  { case: 'another version', bytes: Uint8Array.of(0x42, 0x47, 0x41, 0x4d, 9, 0, 0), message: /version 9/ },
  { case: 'a damaged model', bytes: packed.with(40, packed[40]! ^ 1), message: /checksum/ },
])('$case is refused in words', ({ bytes, message }) => {
  expect(() => readAccessModel(bytes)).toThrow(message)
})

test('what is no number cannot be packed', () => {
  const model = randomStreets(2)
  const population = model.cells.population.with(0, Infinity)
  expect(() => writeAccessModel({ ...model, cells: { ...model.cells, population } })).toThrow(RangeError)
})
