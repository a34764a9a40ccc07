import { z } from 'zod'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'

const words = z.record(z.string(), z.string())
const part = z.object({ code: z.string(), name: words, value: z.number().nullable(), numerator: z.number(), denominator: z.number() })

/** A whole result as the record keeps it. It may come from a city folder that somebody else wrote, so it is checked. */
const schema = z.object({
  indicator: z.enum(['11.2.1', '11.3.1', '11.6.2', '11.7.1', 'DEGURBA']),
  metadataVersion: z.string(),
  method: z.string(),
  unit: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  parts: z.record(z.string(), z.number().nullable()),
  // Written before districts could be of a part: they were of the value.
  partsOf: z.string().nullable().default(null),
  interval: z.object({ low: z.number(), high: z.number(), level: z.number(), draws: z.number(), seed: z.number() }).nullable(),
  byDistrict: z.array(part),
  byPopulationGroup: z.array(part),
  methods: z.array(z.object({ code: z.string(), value: z.number().nullable(), reason: z.string().nullable(), of: z.string().optional() })),
  tornado: z.array(z.object({ input: z.string(), low: z.number(), high: z.number(), of: z.string().optional() })),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
})

/** Without notices: the release has them. The same result gives the same bytes. */
export function writeSpatialResult(result: SpatialResult): Uint8Array {
  // `undefined` leaves a key out.
  return new TextEncoder().encode(`${JSON.stringify({ ...result, notices: undefined }, null, 1)}\n`)
}

/** null when it is none: a page then goes without it. */
export function readSpatialResult(bytes: Uint8Array): Omit<SpatialResult, 'notices'> | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
