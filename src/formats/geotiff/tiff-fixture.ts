/** What a made TIFF says of itself; everything left out is the plainest there is. */
export interface TiffFixture {
  width: number
  height: number
  bands?: number
  bitsPerSample: number
  sampleFormat?: number
  compression?: number
  predictor?: number
  planar?: boolean
  tile?: { width: number; height: number }
  rowsPerStrip?: number
  littleEndian?: boolean
  big?: boolean
  /** Bytes of each block as they stand in the file; null leaves the block out. */
  blocks: readonly (Uint8Array | null)[]
  /** GeoKeys; WGS84 when left out. */
  geoKeys?: readonly number[]
  ascii?: string
  tags?: readonly FixtureTag[]
  /** Further images. */
  next?: TiffFixture
}

export type FixtureTag = { tag: number; type: 2; value: string } | { tag: number; type: 3 | 4 | 12; value: readonly number[] }

/** WGS84, pixels as areas. */
export const wgs84Keys = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]

/** A small TIFF for tests, written by other rules than GDAL's: whatever the fixture says, also what is wrong. */
export function writeTiffFixture(first: TiffFixture): Uint8Array {
  const { littleEndian = true, big = false } = first
  const bytes: number[] = []
  const put = (value: number | bigint, size: number): void => {
    const all = Array.from({ length: size }, (_, i) => Number((BigInt(value) >> BigInt(8 * i)) & 255n))
    bytes.push(...(littleEndian ? all : all.reverse()))
  }
  const setAt = (at: number, value: number, size: number): void => {
    const kept = bytes.splice(0)
    put(value, size)
    const written = bytes.splice(0)
    for (const one of kept) bytes.push(one)
    for (const [i, one] of written.entries()) bytes[at + i] = one
  }
  const offsetSize = big ? 8 : 4
  bytes.push(...(littleEndian ? [0x49, 0x49] : [0x4d, 0x4d]))
  put(big ? 43 : 42, 2)
  if (big) {
    put(8, 2)
    put(0, 2)
  }
  let link = bytes.length
  put(0, offsetSize)
  for (let image: TiffFixture | undefined = first; image !== undefined; image = image.next) {
    const offsets = image.blocks.map((block) => {
      const at = block === null ? 0 : bytes.length
      for (const one of block ?? []) bytes.push(one)
      return at
    })
    const tags = tagsOf(image, offsets).toSorted((a, b) => a.tag - b.tag)
    const values = tags.map(({ type, value }) => {
      const at = bytes.length
      if (type === 2) bytes.push(...new TextEncoder().encode(value), 0)
      else if (type === 12) for (const one of value) put(new BigUint64Array(Float64Array.of(one).buffer)[0] ?? 0n, 8)
      else for (const one of value) put(one, type === 3 ? 2 : 4)
      return { at, size: bytes.length - at, count: type === 2 ? value.length + 1 : value.length }
    })
    setAt(link, bytes.length, offsetSize)
    put(tags.length, big ? 8 : 2)
    for (const [i, { tag, type }] of tags.entries()) {
      const { at = 0, size = 0, count = 0 } = values[i] ?? {}
      put(tag, 2)
      put(type, 2)
      put(count, offsetSize)
      if (size <= offsetSize) {
        for (let k = 0; k < offsetSize; k++) bytes.push(k < size ? (bytes[at + k] ?? 0) : 0)
      } else put(at, offsetSize)
    }
    link = bytes.length
    put(0, offsetSize)
  }
  return Uint8Array.from(bytes)
}

function tagsOf(image: TiffFixture, offsets: readonly number[]): FixtureTag[] {
  const { width, height, bands = 1, tile } = image
  const sizes = image.blocks.map((block) => block?.length ?? 0)
  const own = new Set((image.tags ?? []).map(({ tag }) => tag))
  const tags: FixtureTag[] = [
    { tag: 256, type: 4, value: [width] },
    { tag: 257, type: 4, value: [height] },
    { tag: 258, type: 3, value: Array.from({ length: bands }, () => image.bitsPerSample) },
    { tag: 259, type: 3, value: [image.compression ?? 1] },
    { tag: 277, type: 3, value: [bands] },
    { tag: 284, type: 3, value: [image.planar ? 2 : 1] },
    { tag: 317, type: 3, value: [image.predictor ?? 1] },
    { tag: 339, type: 3, value: Array.from({ length: bands }, () => image.sampleFormat ?? 1) },
    { tag: tile ? 324 : 273, type: 4, value: offsets },
    { tag: tile ? 325 : 279, type: 4, value: sizes },
    { tag: 33550, type: 12, value: [0.5, 0.25, 0] },
    { tag: 33922, type: 12, value: [0, 0, 0, 76, 44, 0] },
    { tag: 34735, type: 3, value: image.geoKeys ?? wgs84Keys },
  ]
  if (tile) tags.push({ tag: 322, type: 4, value: [tile.width] }, { tag: 323, type: 4, value: [tile.height] })
  else tags.push({ tag: 278, type: 4, value: [image.rowsPerStrip ?? height] })
  if (image.ascii !== undefined) tags.push({ tag: 34737, type: 2, value: image.ascii })
  return [...tags.filter(({ tag }) => !own.has(tag)), ...(image.tags ?? [])]
}

/** TIFF's LZW as the specification describes the writing of it, with a table of strings; clears the table at `clearAt` codes. */
export function packLzw(bytes: Uint8Array, clearAt = 4094): Uint8Array {
  let bits = ''
  let table = new Map<string, number>()
  let next = 258
  let width = 9
  const write = (code: number): void => {
    bits += code.toString(2).padStart(width, '0')
  }
  const clear = (): void => {
    write(256)
    table = new Map(Array.from({ length: 256 }, (_, i) => [String.fromCharCode(i), i]))
    next = 258
    width = 9
  }
  clear()
  let text = ''
  for (const byte of bytes) {
    const longer = text + String.fromCharCode(byte)
    if (table.has(longer)) {
      text = longer
      continue
    }
    write(table.get(text) ?? 0)
    table.set(longer, next++)
    if (next === 512 || next === 1024 || next === 2048) width++
    if (next === clearAt) clear()
    text = String.fromCharCode(byte)
  }
  if (text !== '') {
    write(table.get(text) ?? 0)
    // The reader enters one more string after this code, and may grow by it.
    if (next + 1 === 512 || next + 1 === 1024 || next + 1 === 2048) width++
  }
  write(257)
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(8 * i, 8 * i + 8).padEnd(8, '0'), 2))
}
