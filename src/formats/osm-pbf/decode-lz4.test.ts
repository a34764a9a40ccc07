import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packLz4 } from '../../../test/support/pack-lz4.ts'
import { decodeLz4 } from './decode-lz4.ts'

test.each([
  { case: 'only literals', packed: [0x30, 1, 2, 3], bytes: [1, 2, 3] },
  { case: 'a match that overlaps itself', packed: [0x22, 7, 8, 2, 0, 0x10, 9], bytes: [7, 8, 7, 8, 7, 8, 7, 8, 9] },
  { case: 'a length in several bytes', packed: [0x1f, 5, 1, 0, 0xff, 0x01, 0x00], bytes: Array.from({ length: 276 }, () => 5) },
])('unpacks $case', ({ packed, bytes }) => {
  const out = new Uint8Array(bytes.length)
  decodeLz4(Uint8Array.from(packed), out)
  expect([...out]).toEqual(bytes)
})

test('unpacks what was packed', () => {
  const repetitive = fc.array(fc.oneof(fc.nat(255).map((byte) => [byte]), fc.nat(80).map((length) => Array.from({ length }, (_, i) => i % 7)))) // prettier-ignore
  fc.assert(
    fc.property(repetitive, (parts) => {
      const bytes = Uint8Array.from(parts.flat())
      const out = new Uint8Array(bytes.length)
      decodeLz4(packLz4(bytes), out)
      expect(out).toEqual(bytes)
    }),
    { numRuns: 200, seed: 20261122 },
  )
})
