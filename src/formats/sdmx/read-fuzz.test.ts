import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seeded } from '../../../bench/harness.ts'
import { damaged } from '../../../test/support/damage.ts'
import { bytesInMemory } from '../byte-source.ts'
import { readSdmx } from './import/read-import.ts'
import { bytesOf, messages } from './sdmx-fixture.ts'
import { structureMessage } from './structure-fixture.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const real = join(shared, 'data/sdmx-kyrgyzstan/data/3.4.1.a.xml')
const structure = bytesInMemory('structure.json', bytesOf(structureMessage))
const cases = 150

/** A damaged message ends in readings with notices or in a refusal; whatever is read belongs to a place in the file. */
function readDamaged(whole: Uint8Array, seed: number): 'read' | 'refused' {
  const bytes = damaged(whole, seeded(seed))
  const outcome = readSdmx([bytesInMemory('1.1.1.xml', bytes), structure], { source: null, indicator: null })
  if (!outcome.ok) return 'refused'
  const { set } = outcome.value
  for (const { value, origin, timePeriod } of set.readings) {
    expect(value).toMatch(/^[-+.\d]/)
    expect(timePeriod).toMatch(/^\d{4}/)
    expect(origin?.row).toContain(origin?.cell)
  }
  expect(set.readings.length).toBeLessThanOrEqual(set.rows)
  return 'read'
}

test.each(Object.entries(messages))('%s, damaged', (_, text) => {
  const ends = Array.from({ length: cases }, (_one, seed) => readDamaged(bytesOf(text), seed))
  expect(new Set(ends).size).toBe(2)
})

test('structures, damaged', () => {
  const data = bytesInMemory('1.1.1.xml', bytesOf(messages['SDMX-ML 2.1, structure-specific data'] ?? ''))
  for (let seed = 0; seed < cases; seed++) {
    const file = bytesInMemory('structure.json', damaged(bytesOf(structureMessage), seeded(seed)))
    const outcome = readSdmx([data, file], { source: null, indicator: null })
    // The values are whole, whatever became of the names.
    expect(outcome.ok && outcome.value.set.rows).toBe(3)
  }
})

test.skipIf(!existsSync(real))('a real message, damaged (skipped where it is absent)', () => {
  const whole = readFileSync(real)
  const ends = Array.from({ length: cases }, (_one, seed) => readDamaged(whole, seed))
  expect(ends).toContain('read')
})
