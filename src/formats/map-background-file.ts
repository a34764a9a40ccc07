import { z } from 'zod'

const number = z.number()
const frame = z.object({
  west: number,
  north: number,
  unitsPerLon: number,
  unitsPerLat: number,
  width: number,
  height: number,
  unitsPerMetre: number,
})
/** Path data of SVG: letters of commands, numbers and what parts them. */
const path = z.string().regex(/^[MmLlHhVvZz\d\s,.-]*$/)
const schema = z.object({ frame, water: path, green: path, streets: path, mainStreets: path, outline: path, attribution: z.string() })

/** The background of a city's picture as the record keeps it, with whom it is owed to. */
export type StoredBackground = z.infer<typeof schema>

/** It may come from a city folder that somebody else wrote, so it is checked. null when it is none. */
export function readMapBackground(bytes: Uint8Array): StoredBackground | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
