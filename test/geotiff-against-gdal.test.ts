import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  dumpWithGdal,
  everyRasterCase,
  hasGdal,
  makeBaseRasters,
  makeRaster,
  specialRasterCases,
  type RasterCase,
} from '../scripts/make-rasters.ts'
import { openBytes } from '../src/formats/byte-source.ts'
import { arrayOf } from '../src/formats/geotiff/image-layout.ts'
import { openGeoTiff, type GeoTiff } from '../src/formats/geotiff/open-geotiff.ts'

/** Made from the cells of Porto Alegre, which are not in the repository. `RASTERS=1` compares every raster of the table
 * (a quarter of an hour), `RASTERS=7` every seventh. */
const cells = join(process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/porto-alegre/poa_hexgrid.csv')
const missing = !existsSync(cells) ? 'the cells of Porto Alegre are not there' : !hasGdal() ? 'gdal-bin is not installed' : null
const step = Number(process.env['RASTERS'] ?? 151)
const canZstd = 'zstdDecompressSync' in zlib
const cases = [...everyRasterCase().filter((_, index) => index % step === 0), ...specialRasterCases].filter(
  ({ options }) => canZstd || !options.includes('COMPRESS=ZSTD'),
)

describe.skipIf(missing !== null)(`what GDAL writes and reads${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bagdar-rasters-'))
    makeBaseRasters(folder, cells)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const withRaster = (one: RasterCase, work: (tiff: GeoTiff, file: string) => void) => {
    const file = makeRaster(folder, one)
    const source = openBytes(file)
    try {
      work(openGeoTiff(source), file)
    } finally {
      source.close()
      rmSync(file)
    }
  }

  test.each(cases)('$name: every pixel of every band', { timeout: 30_000 }, (one) => {
    withRaster(one, (tiff, file) => {
      const is64 = one.type.endsWith('64') && one.type !== 'Float64'
      const dump = readFileSync(dumpWithGdal(file, join(folder, 'dump.raw'), is64 ? 'Float64' : one.type))
      const Values = is64 ? Float64Array : arrayOf[tiff.sampleType]
      const expected = new Values(dump.buffer, dump.byteOffset, dump.byteLength / Values.BYTES_PER_ELEMENT)
      const plane = tiff.width * tiff.height
      expect(expected.length).toBe(plane * one.bands)
      expect(new Set<number | bigint>(expected).size).toBeGreaterThan(1)
      for (let band = 0; band < one.bands; band++) {
        const ours = tiff.readWindow({ x: 0, y: 0, width: tiff.width, height: tiff.height, band })
        const theirs = expected.slice(band * plane, (band + 1) * plane)
        const comparable = is64 ? Float64Array.from(ours, Number) : ours
        expect(comparable.constructor).toBe(theirs.constructor)
        expect(Buffer.from(comparable.buffer).equals(Buffer.from(theirs.buffer))).toBe(true)
      }
    })
  })

  test.each([
    ...(['EPSG:4326', 'EPSG:32722', 'ESRI:54009'] as const).map((projection) => ({ projection, name: 'Float32' })),
    { projection: 'EPSG:4326' as const, name: 'points' },
  ])('$projection, $name: places are where GDAL says', ({ projection, name }) => {
    const one: RasterCase = { name, type: 'Float32', projection, bands: 1, driver: 'GTiff', options: [] }
    withRaster(one, (tiff, file) => {
      for (const [column, row] of [
        [0, 0],
        [tiff.width, tiff.height],
        [17.5, 3.25],
      ] as const) {
        const said = execFileSync('gdaltransform', ['-output_xy', '-t_srs', 'EPSG:4326', file], {
          input: `${column} ${row}\n`,
          encoding: 'utf8',
        })
        const [lon = NaN, lat = NaN] = said.trim().split(/\s+/).map(Number)
        const ours = tiff.toLonLat(column, row)
        expect(ours?.[0]).toBeCloseTo(lon, 8)
        expect(ours?.[1]).toBeCloseTo(lat, 8)
        const [columnBack, rowBack] = tiff.fromLonLat(lon, lat)
        expect(columnBack).toBeCloseTo(column, 5)
        expect(rowBack).toBeCloseTo(row, 5)
      }
    })
  })

  test('overviews of a COG are what GDAL reads from them', () => {
    const one: RasterCase = {
      name: 'cog-overviews',
      type: 'Float32',
      projection: 'EPSG:4326',
      bands: 1,
      driver: 'COG',
      options: ['BLOCKSIZE=128', 'COMPRESS=LZW', 'OVERVIEW_RESAMPLING=AVERAGE'],
    }
    // Larger than one block, or GDAL makes no overviews.
    const base = join(folder, 'base-4326.tif')
    const large = join(folder, 'base-large.tif')
    execFileSync('gdal_translate', ['-q', '-outsize', '400', '300', base, large])
    const file = join(folder, `${one.name}.tif`)
    execFileSync('gdal_translate', ['-q', '-of', 'COG', '-b', '1', ...one.options.flatMap((option) => ['-co', option]), large, file])
    const source = openBytes(file)
    const tiff = openGeoTiff(source)
    expect(tiff.overviews.length).toBeGreaterThan(0)
    for (const [overview, { width, height }] of tiff.overviews.entries()) {
      const target = join(folder, 'overview.raw')
      execFileSync('gdal_translate', ['-q', '-of', 'ENVI', '-oo', `OVERVIEW_LEVEL=${overview}`, file, target])
      const dump = readFileSync(target)
      const ours = tiff.readWindow({ x: 0, y: 0, width, height, overview })
      expect(Buffer.from(ours.buffer).equals(dump)).toBe(true)
    }
    source.close()
  })

  test('Web Mercator is refused by its number', () => {
    const file = join(folder, 'mercator.tif')
    execFileSync('gdalwarp', ['-q', '-t_srs', 'EPSG:3857', join(folder, 'base-4326.tif'), file])
    const source = openBytes(file, 'mercator.tif')
    expect(() => openGeoTiff(source)).toThrow('mercator.tif is in EPSG:3857.')
    source.close()
  })
})
