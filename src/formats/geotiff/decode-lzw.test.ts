import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLzw } from './decode-lzw.ts'
import { packLzw } from './tiff-fixture.ts'

const unpacked = (packed: Uint8Array, length: number): number[] => {
  const out = new Uint8Array(length)
  return [...out.subarray(0, decodeLzw(packed, out))]
}

test('the example of the specification', () => {
  // Codes 256 7 258 8 8 258 6 6 257, nine bits each.
  expect(unpacked(Uint8Array.of(128, 1, 224, 64, 128, 68, 8, 12, 6, 128, 128), 20)).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6])
})

test('whatever was packed comes back, with any frequency of clearing', () => {
  const text = fc.oneof(
    fc.uint8Array({ minLength: 600, maxLength: 6000, size: 'max' }),
    fc.array(fc.constantFrom(0, 1), { maxLength: 9000 }).map((list) => Uint8Array.from(list)),
    fc.tuple(fc.nat(255), fc.nat(20_000)).map(([byte, count]) => new Uint8Array(count).fill(byte)),
  )
  fc.assert(
    fc.property(text, fc.constantFrom(300, 511, 512, 1024, 4094), (bytes, clearAt) => {
      expect(unpacked(packLzw(bytes, clearAt), bytes.length)).toEqual([...bytes])
    }),
    { numRuns: 60 },
  )
})

test('long random data passes every width of codes', () => {
  let state = 1
  const bytes = Uint8Array.from({ length: 40_000 }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24)
  expect(unpacked(packLzw(bytes), bytes.length)).toEqual([...bytes])
})

test('the table stays as it is when it is full and nobody clears it', () => {
  // 5,000 codes without clearing: strings of two bytes are entered until 4,095, the codes after that are plain bytes of 12 bits.
  const plain = Array.from({ length: 5000 }, (_, i) => (i * 7) & 255)
  let bits = (256).toString(2).padStart(9, '0')
  for (const [i, byte] of plain.entries()) bits += byte.toString(2).padStart(i < 254 ? 9 : i < 766 ? 10 : i < 1790 ? 11 : 12, '0')
  const packed = Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    Number.parseInt(bits.slice(8 * i, 8 * i + 8).padEnd(8, '0'), 2),
  )
  expect(unpacked(packed, 5000)).toEqual(plain)
})

test('it stops where the memory ends, within a string', () => {
  expect(unpacked(packLzw(new Uint8Array(100).fill(9)), 33)).toEqual(new Array(33).fill(9))
})

test('a code that nobody defined is an error', () => {
  // 256, then 300.
  const bits = `${(256).toString(2).padStart(9, '0')}${(300).toString(2).padStart(9, '0')}000000`
  expect(() =>
    unpacked(
      Uint8Array.from({ length: 3 }, (_, i) => Number.parseInt(bits.slice(8 * i, 8 * i + 8), 2)),
      10,
    ),
  ).toThrow(RangeError)
})

test('anything at all ends, within the memory given', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(5000), (packed, room) => {
      try {
        expect(decodeLzw(packed, new Uint8Array(room))).toBeLessThanOrEqual(room)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }),
  )
})
