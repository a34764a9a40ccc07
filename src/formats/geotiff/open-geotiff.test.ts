import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesInMemory, type ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { arrayOf, type SampleType } from './image-layout.ts'
import { geoTiffLimits } from './limits.ts'
import { openGeoTiff } from './open-geotiff.ts'
import { readRaster } from './read-raster.ts'
import { packLzw, wgs84Keys, writeTiffFixture, type TiffFixture } from './tiff-fixture.ts'

const open = (fixture: TiffFixture) => openGeoTiff(bytesInMemory('made.tif', writeTiffFixture(fixture)))
const plain = (part: Partial<TiffFixture> = {}): TiffFixture => ({
  width: 4,
  height: 2,
  bitsPerSample: 8,
  blocks: [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
  ...part,
})
const whole = { x: 0, y: 0, width: 4, height: 2 }
const errorOf = (work: () => unknown): FormatError => {
  try {
    work()
  } catch (error) {
    if (error instanceof FormatError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

/** Bytes of samples in an order. */
function packSamples(type: SampleType, values: readonly number[], littleEndian: boolean): Uint8Array {
  const size = arrayOf[type].BYTES_PER_ELEMENT
  const view = new DataView(new ArrayBuffer(size * values.length))
  const put: Record<SampleType, (at: number, value: number) => void> = {
    uint8: (at, value) => view.setUint8(at, value),
    int8: (at, value) => view.setInt8(at, value),
    uint16: (at, value) => view.setUint16(at, value, littleEndian),
    int16: (at, value) => view.setInt16(at, value, littleEndian),
    uint32: (at, value) => view.setUint32(at, value, littleEndian),
    int32: (at, value) => view.setInt32(at, value, littleEndian),
    uint64: (at, value) => view.setBigUint64(at, BigInt(value), littleEndian),
    int64: (at, value) => view.setBigInt64(at, BigInt(value), littleEndian),
    float32: (at, value) => view.setFloat32(at, value, littleEndian),
    float64: (at, value) => view.setFloat64(at, value, littleEndian),
  }
  for (const [i, value] of values.entries()) put[type](i * size, value)
  return new Uint8Array(view.buffer)
}

const formatOf = (type: SampleType) => (type.startsWith('u') ? 1 : type.startsWith('f') ? 3 : 2)
const extremes: Record<SampleType, number[]> = {
  uint8: [0, 255, 1, 254],
  int8: [-128, 127, -1, 0],
  uint16: [0, 65535, 1, 256],
  int16: [-32768, 32767, -1, 256],
  uint32: [0, 2 ** 32 - 1, 1, 65536],
  int32: [-(2 ** 31), 2 ** 31 - 1, -1, 0],
  uint64: [0, 2 ** 53, 2 ** 32, 2 ** 63],
  int64: [-(2 ** 63), 2 ** 53, -1, 2 ** 32],
  float32: [0.5, -(2 ** 100), Infinity, 2 ** -149],
  float64: [0.1, -1e300, Number.NaN, 5e-324],
}

describe.each(Object.keys(arrayOf) as SampleType[])('%s', (type) => {
  test.each([true, false])('little-endian %s, classic and BigTIFF', (littleEndian) => {
    for (const big of [false, true]) {
      const blocks = [packSamples(type, [...extremes[type], ...extremes[type]], littleEndian)]
      const tiff = open(
        plain({ bitsPerSample: arrayOf[type].BYTES_PER_ELEMENT * 8, sampleFormat: formatOf(type), littleEndian, big, blocks }),
      )
      expect(tiff.sampleType).toBe(type)
      expect(Array.from(tiff.readWindow(whole), Number)).toEqual([...extremes[type], ...extremes[type]])
    }
  })

  test.each([true, false])('differences (predictor 2), little-endian %s, are added up again with all their carries', (littleEndian) => {
    const bits = BigInt(arrayOf[type].BYTES_PER_ELEMENT * 8)
    const row = new DataView(packSamples(type, extremes[type], littleEndian).buffer)
    const raw = Array.from({ length: 4 }, (_, i) => {
      const bytes = Array.from({ length: Number(bits) / 8 }, (_unused, b) => BigInt(row.getUint8((i * Number(bits)) / 8 + b)))
      return (littleEndian ? bytes.reverse() : bytes).reduce((sum, byte) => (sum << 8n) | byte, 0n)
    })
    const differences = raw.map((value, i) => BigInt.asUintN(Number(bits), value - (raw[i - 1] ?? 0n)))
    const block = differences.flatMap((value) => {
      const bytes = Array.from({ length: Number(bits) / 8 }, (_, b) => Number((value >> BigInt(8 * b)) & 255n))
      return littleEndian ? bytes : bytes.reverse()
    })
    const tiff = open(
      plain({
        height: 1,
        bitsPerSample: Number(bits),
        sampleFormat: formatOf(type),
        predictor: 2,
        littleEndian,
        blocks: [Uint8Array.from(block)],
      }),
    )
    expect(Array.from(tiff.readWindow({ ...whole, height: 1 }), Number)).toEqual(extremes[type])
  })
})

/** The same picture, 5 × 4 with two bands, in every arrangement: band 0 counts from 0, band 1 from 100. */
describe('arrangements', () => {
  const width = 5
  const height = 4
  const value = (x: number, y: number, band: number) => band * 100 + y * width + x
  const block = (left: number, top: number, w: number, h: number, bands: readonly number[]) =>
    Uint8Array.from({ length: w * h * bands.length }, (_, i) => {
      const x = left + (Math.floor(i / bands.length) % w)
      const y = top + Math.floor(i / bands.length / w)
      return x < width && y < height ? value(x, y, bands[i % bands.length] ?? 0) : 0
    })
  const tile = { width: 2, height: 3 }
  const tilesOf = (bands: readonly number[]) => [0, 3].flatMap((y) => [0, 2, 4].map((x) => block(x, y, 2, 3, bands)))
  const stripsOf = (bands: readonly number[]) => [block(0, 0, 5, 3, bands), block(0, 3, 5, 1, bands)]
  const base = { width, height, bands: 2, bitsPerSample: 8 }
  const arrangements: (Pick<TiffFixture, 'tile' | 'planar' | 'rowsPerStrip' | 'blocks'> & { case: string })[] = [
    { case: 'strips, pixel by pixel', rowsPerStrip: 3, blocks: stripsOf([0, 1]) },
    { case: 'strips, band by band', rowsPerStrip: 3, planar: true, blocks: [...stripsOf([0]), ...stripsOf([1])] },
    { case: 'tiles, pixel by pixel', tile, blocks: tilesOf([0, 1]) },
    { case: 'tiles, band by band', tile, planar: true, blocks: [...tilesOf([0]), ...tilesOf([1])] },
  ]
  const packings = [
    { name: 'as they are', compression: 1, pack: (bytes: Uint8Array) => bytes },
    { name: 'LZW', compression: 5, pack: (bytes: Uint8Array) => packLzw(bytes) },
    { name: 'Deflate', compression: 8, pack: (bytes: Uint8Array): Uint8Array => deflateSync(bytes) },
    { name: 'old Deflate', compression: 32946, pack: (bytes: Uint8Array): Uint8Array => deflateSync(bytes) },
    { name: 'PackBits', compression: 32773, pack: (bytes: Uint8Array) => Uint8Array.of(128, bytes.length - 1, ...bytes) },
  ]

  test.each(arrangements.flatMap((one) => packings.map((packing) => ({ ...one, ...packing }))))(
    '$case, $name: every window',
    ({ blocks, pack, compression, tile: tiles, planar = false, rowsPerStrip = height }) => {
      const tiff = open({
        ...base,
        ...(tiles && { tile: tiles }),
        planar,
        rowsPerStrip,
        compression,
        blocks: blocks.map((one) => one && pack(one)),
      })
      for (let x = 0; x < width; x++)
        for (let y = 0; y < height; y++)
          for (const band of [0, 1]) {
            const window = { x, y, width: width - x, height: Math.min(2, height - y) }
            const expected = Array.from({ length: window.width * window.height }, (_unused, i) =>
              value(x + (i % window.width), y + Math.floor(i / window.width), band),
            )
            expect([...tiff.readWindow({ ...window, band })]).toEqual(expected)
          }
    },
  )

  test('a window reads the blocks that it touches and nothing else', () => {
    const bytes = writeTiffFixture({ ...base, tile, blocks: tilesOf([0, 1]) })
    const reads: number[] = []
    const memory = bytesInMemory('made.tif', bytes)
    const watched: ByteSource = { ...memory, read: (offset, length, into) => (reads.push(offset), memory.read(offset, length, into)) }
    const tiff = openGeoTiff(watched)
    reads.length = 0
    tiff.readWindow({ x: 2, y: 0, width: 2, height: 3 })
    expect(reads).toEqual([8 + 12])
  })

  test('a last strip that was written whole is read as far as the image goes', () => {
    const strips = [block(0, 0, 5, 3, [0]), new Uint8Array([...block(0, 3, 5, 1, [0]), ...new Array<number>(10).fill(99)])]
    const tiff = open({ width, height, bitsPerSample: 8, rowsPerStrip: 3, compression: 8, blocks: strips.map((one) => deflateSync(one)) })
    expect([...tiff.readWindow({ x: 0, y: 3, width: 5, height: 1 })]).toEqual([15, 16, 17, 18, 19])
  })
})

describe('meaning', () => {
  test.each([
    { case: 'nodata', tags: [{ tag: 42113, type: 2 as const, value: '3' }], expected: [1, 2, null, 4, 5, 6, 7, 8] },
    { case: 'nodata with blanks', tags: [{ tag: 42113, type: 2 as const, value: ' 3.0 ' }], expected: [1, 2, null, 4, 5, 6, 7, 8] },
    {
      case: 'nodata that is no value of the type',
      tags: [{ tag: 42113, type: 2 as const, value: '-200' }],
      expected: [1, 2, 3, 4, 5, 6, 7, 8],
    },
    { case: 'nodata that is no number', tags: [{ tag: 42113, type: 2 as const, value: 'none' }], expected: [1, 2, 3, 4, 5, 6, 7, 8] },
    {
      case: 'scale and offset',
      tags: [
        {
          tag: 42112,
          type: 2 as const,
          value:
            '<GDALMetadata>\n  <Item name="OFFSET" sample="0" role="offset">-1</Item>\n  <Item name="SCALE" sample="0" role="scale">0.5</Item>\n  <Item name="SCALE" sample="7" role="scale">9</Item></GDALMetadata>',
        },
      ],
      expected: [-0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3],
    },
  ])('$case', ({ tags, expected }) => {
    const { values } = readRaster(bytesInMemory('made.tif', writeTiffFixture(plain({ tags }))))
    expect(Array.from(values, (value) => (Number.isNaN(value) ? null : value))).toEqual(expected)
  })

  test('the nodata of 32-bit floating point is compared as it is stored', () => {
    const blocks = [packSamples('float32', [0.1, 1, 2, 3], true)]
    const tags = [{ tag: 42113, type: 2 as const, value: '0.1' }]
    const bytes = writeTiffFixture({ width: 2, height: 2, bitsPerSample: 32, sampleFormat: 3, blocks, tags })
    expect([...readRaster(bytesInMemory('made.tif', bytes)).values]).toEqual([Number.NaN, 1, 2, 3])
  })

  test('a mask says which pixels count; an overview is a smaller picture', () => {
    const mask = plain({ bitsPerSample: 1, blocks: [Uint8Array.of(0b10110000, 0b11010000)], tags: [{ tag: 254, type: 4, value: [4] }] })
    const overview = plain({ width: 2, height: 1, blocks: [Uint8Array.of(3, 5)], tags: [{ tag: 254, type: 4, value: [1] }] })
    const page = plain({ width: 1, height: 1, blocks: [Uint8Array.of(77)] })
    const bytes = writeTiffFixture({ ...plain(), next: { ...mask, next: { ...overview, next: page } } })
    const tiff = openGeoTiff(bytesInMemory('made.tif', bytes))
    expect(tiff.overviews).toEqual([{ width: 2, height: 1 }])
    expect([...tiff.readWindow({ x: 0, y: 0, width: 2, height: 1, overview: 0 })]).toEqual([3, 5])
    expect([...readRaster(bytesInMemory('made.tif', bytes)).values]).toEqual([1, Number.NaN, 3, 4, 5, 6, Number.NaN, 8])
  })

  test('blocks that a sparse file leaves out are nodata', () => {
    const tiff = open(plain({ rowsPerStrip: 1, blocks: [null, Uint8Array.of(5, 6, 7, 8)], tags: [{ tag: 42113, type: 2, value: '9' }] }))
    expect([...tiff.readWindow(whole)]).toEqual([9, 9, 9, 9, 5, 6, 7, 8])
  })

  test('places: pixels as areas and as points', () => {
    expect(open(plain()).toLonLat(0, 0)).toEqual([76, 44])
    expect(open(plain()).toLonLat(1, 2)).toEqual([76.5, 43.5])
    expect(open(plain()).fromLonLat(76.5, 43.5)).toEqual([1, 2])
    const points = [...wgs84Keys]
    points[11] = 2
    expect(open(plain({ geoKeys: points })).toLonLat(0.5, 0.5)).toEqual([76, 44])
  })

  test('a transformation matrix takes the place of scale and tie point', () => {
    const matrix = [0.5, 0, 0, 76, 0, -0.25, 0, 44, 0, 0, 0, 0, 0, 0, 0, 1]
    const tags = [
      { tag: 33550, type: 12 as const, value: [0] },
      { tag: 34264, type: 12 as const, value: matrix },
    ]
    expect(open(plain({ tags })).toLonLat(1, 2)).toEqual([76.5, 43.5])
  })

  test('bounds cut out the pixels that they touch', () => {
    const source = bytesInMemory('made.tif', writeTiffFixture(plain()))
    const part = readRaster(source, [76.6, 43.5, 77.4, 43.7])
    expect([part.width, part.height, ...part.values]).toEqual([2, 1, 6, 7])
    expect(part.toLonLat(0, 0)).toEqual([76.5, 43.75])
    expect(part.fromLonLat(76.5, 43.75)).toEqual([0, 0])
    expect(errorOf(() => readRaster(source, [10, 43, 11, 44])).code).toBe('geotiff_outside')
  })

  test('cells of degrees have the area of the ellipsoid', () => {
    const raster = readRaster(bytesInMemory('made.tif', writeTiffFixture(plain())))
    // One minute of arc is close to 1.852 km; half a degree by a quarter at 43.875° is 15 × 30 minutes, the latter × cos φ.
    expect(raster.cellAreaKm2(0) / (15 * 30 * 1.852 ** 2 * Math.cos((43.875 * Math.PI) / 180))).toBeCloseTo(1, 2)
    expect(raster.cellAreaKm2(1)).toBeGreaterThan(raster.cellAreaKm2(0))
  })
})

describe('coordinate systems', () => {
  const projected = (code: number) => [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, code]
  const cited = (text: string) => ({ geoKeys: [1, 1, 0, 3, 1024, 0, 1, 32767, 1025, 0, 1, 1, 3073, 34737, text.length, 0], ascii: text })
  const esri = (meridian: number) =>
    `ESRI PE String = PROJCS["World_Mollweide",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]],PROJECTION["Mollweide"],PARAMETER["False_Easting",0.0],PARAMETER["Central_Meridian",${meridian}],UNIT["Meter",1.0]]|`

  test.each([
    { case: 'WGS84', fixture: {}, projection: { kind: 'wgs84' } },
    { case: 'UTM north', fixture: { geoKeys: projected(32643) }, projection: { kind: 'utm', zone: 43, south: false } },
    { case: 'UTM south', fixture: { geoKeys: projected(32722) }, projection: { kind: 'utm', zone: 22, south: true } },
    { case: 'Mollweide by number', fixture: { geoKeys: projected(54009) }, projection: { kind: 'mollweide' } },
    { case: 'Mollweide by name', fixture: cited('World_Mollweide|'), projection: { kind: 'mollweide' } },
    { case: 'Mollweide as ESRI describes it', fixture: cited(esri(0)), projection: { kind: 'mollweide' } },
  ])('$case', ({ fixture, projection }) => {
    expect(open(plain(fixture)).projection).toEqual(projection)
  })

  test.each([
    { case: 'Web Mercator', fixture: { geoKeys: projected(3857) }, named: 'EPSG:3857' },
    { case: 'UTM zone 61', fixture: { geoKeys: projected(32661) }, named: 'EPSG:32661' },
    { case: 'another datum', fixture: { geoKeys: [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4284] }, named: 'EPSG:4284' },
    { case: 'Mollweide from another meridian', fixture: cited(esri(150)), named: 'ESRI PE String' },
    { case: 'none', fixture: { geoKeys: [1, 1, 0, 0] }, named: 'no coordinate system' },
  ])('$case is refused by name', ({ fixture, named }) => {
    const error = errorOf(() => open(plain(fixture)))
    expect(error.code).toBe('geotiff_projection')
    expect(error.message).toContain(`made.tif is in ${named}`)
  })
})

describe('what cannot be read says so', () => {
  test.each([
    { case: 'no TIFF', bytes: new TextEncoder().encode('%PDF-1.7 and more'), code: 'geotiff_not_tiff' },
    { case: 'an empty file', bytes: new Uint8Array(0), code: 'geotiff_not_tiff' },
    { case: 'a TIFF without images', bytes: Uint8Array.of(0x49, 0x49, 42, 0, 0, 0, 0, 0), code: 'geotiff_damaged' },
    { case: 'a directory beyond the end', bytes: Uint8Array.of(0x49, 0x49, 42, 0, 99, 0, 0, 0), code: 'geotiff_cut_short' },
    {
      case: 'a directory that names itself as the next',
      bytes: Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0),
      code: 'geotiff_damaged',
    },
    { case: 'JPEG', fixture: plain({ compression: 7 }), code: 'geotiff_compression' },
    { case: 'complex numbers', fixture: plain({ sampleFormat: 6, bitsPerSample: 64 }), code: 'geotiff_sample_type' },
    { case: '12 bits', fixture: plain({ bitsPerSample: 12 }), code: 'geotiff_sample_type' },
    { case: 'predictor 3 of whole numbers', fixture: plain({ predictor: 3 }), code: 'geotiff_damaged' },
    { case: 'predictor 4', fixture: plain({ predictor: 4 }), code: 'geotiff_damaged' },
    { case: 'no width', fixture: plain({ width: 0 }), code: 'geotiff_damaged' },
    { case: 'too few blocks', fixture: plain({ rowsPerStrip: 1 }), code: 'geotiff_damaged' },
    { case: 'a side beyond the limits', fixture: plain({ width: geoTiffLimits.side + 1 }), code: 'geotiff_too_large' },
    { case: 'a block beyond the limits', fixture: plain({ tile: { width: 2 ** 20, height: 2 ** 20 } }), code: 'geotiff_too_large' },
    { case: 'no place on the earth', fixture: plain({ tags: [{ tag: 33550, type: 12, value: [0, 0, 0] }] }), code: 'geotiff_damaged' },
    { case: 'text where numbers should be', fixture: plain({ tags: [{ tag: 256, type: 2, value: 'wide' }] }), code: 'geotiff_damaged' },
  ] as { case: string; bytes?: Uint8Array; fixture?: TiffFixture; code: string }[])('$case', ({ bytes, fixture, code }) => {
    const error = errorOf(() => openGeoTiff(bytesInMemory('made.tif', bytes ?? writeTiffFixture(fixture ?? plain()))))
    expect(error.code).toBe(code)
    expect(error.message).toContain('made.tif')
  })

  test.each([
    {
      case: 'a block that promises four thousand million bytes in nine',
      part: { tile: { width: 16_000, height: 16_000 }, compression: 5 },
    },
    { case: 'a block too short', part: { blocks: [Uint8Array.of(1, 2, 3)] } },
    { case: 'a block that is not what it says', part: { compression: 8 } },
    { case: 'a block beyond the end of the file', part: { tags: [{ tag: 279, type: 4 as const, value: [999_999] }] } },
    { case: 'a block that unpacks to too little', part: { compression: 8, blocks: [deflateSync(Uint8Array.of(1, 2))] } },
    { case: 'a block that unpacks to far too much', part: { compression: 8, blocks: [deflateSync(new Uint8Array(1e6))] } },
  ])('$case', ({ part }) => {
    expect(errorOf(() => open(plain(part)).readWindow(whole)).code).toBe('geotiff_block')
  })

  test('a window of more than a gigabyte', () => {
    const blocks = Array.from({ length: 40 }, () => null)
    const tiff = open(plain({ width: 40_000, height: 40_000, rowsPerStrip: 1000, blocks }))
    expect(errorOf(() => tiff.readWindow({ x: 0, y: 0, width: 40_000, height: 40_000 })).code).toBe('geotiff_too_large')
    expect(
      errorOf(() =>
        readRaster(bytesInMemory('made.tif', writeTiffFixture(plain({ width: 40_000, height: 40_000, rowsPerStrip: 1000, blocks })))),
      ).code,
    ).toBe('geotiff_too_large')
  })

  test.each([
    { ...whole, width: 5 },
    { ...whole, x: -1 },
    { ...whole, height: 0 },
    { ...whole, x: 0.5 },
    { ...whole, band: 1 },
    { ...whole, overview: 0 },
  ])('window %o is a mistake of the caller', (window) => {
    expect(() => open(plain()).readWindow(window)).toThrow(RangeError)
  })
})

describe('hostile files end in a clear error', () => {
  const seeds: TiffFixture[] = [
    plain(),
    plain({ compression: 5, blocks: [packLzw(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))] }),
    plain({ compression: 8, predictor: 2, blocks: [deflateSync(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))], big: true, littleEndian: false }),
    plain({
      tile: { width: 16, height: 16 },
      compression: 32773,
      blocks: [Uint8Array.of(129, 3, 129, 4)],
      next: plain({ tags: [{ tag: 254, type: 4, value: [1] }] }),
    }),
    plain({ bitsPerSample: 32, sampleFormat: 3, predictor: 3, compression: 8, blocks: [deflateSync(new Uint8Array(32))] }),
  ]
  const tryToRead = (bytes: Uint8Array): void => {
    try {
      const source = bytesInMemory('made.tif', bytes)
      const tiff = openGeoTiff(source)
      tiff.readWindow({ x: 0, y: 0, width: Math.min(4, tiff.width), height: Math.min(2, tiff.height) })
      if (tiff.width * tiff.height < 1e6) readRaster(source)
    } catch (error) {
      expect(error, String(error)).toBeInstanceOf(FormatError)
    }
  }

  test.each(seeds.map((seed, index) => ({ seed, index })))('cut anywhere, seed $index', ({ seed }) => {
    const bytes = writeTiffFixture(seed)
    for (let length = 0; length < bytes.length; length++) tryToRead(bytes.slice(0, length))
  })

  test.each(seeds.map((seed, index) => ({ seed, index })))('bits turned, seed $index', ({ seed }) => {
    const bytes = writeTiffFixture(seed)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = bytes.slice()
        for (const [at, byte] of changes) changed[at] = byte
        tryToRead(changed)
      }),
      { numRuns: 300 },
    )
  })
})
