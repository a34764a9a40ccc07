// Rasters for the GeoTIFF reader's tests: the population of Porto Alegre's cells (shared data) as GDAL writes it, in every compression,
// predictor, arrangement, type and projection. Needs gdal-bin. On its own: npx tsx scripts/make-rasters.ts <folder> [cells.csv]
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface RasterCase {
  name: string
  type: string
  projection: 'EPSG:4326' | 'EPSG:32722' | 'ESRI:54009'
  bands: 1 | 3
  /** Creation options of GDAL's GTiff (or COG) driver. */
  options: readonly string[]
  driver: 'GTiff' | 'COG'
  /** The largest value that the type has room for, where that is fewer than there are. */
  scaledTo?: number
}

export const compressions = ['NONE', 'PACKBITS', 'LZW', 'DEFLATE', 'ZSTD'] as const
export const types = ['Byte', 'UInt16', 'Int16', 'UInt32', 'Int32', 'UInt64', 'Int64', 'Float32', 'Float64'] as const
const projections = ['EPSG:4326', 'EPSG:32722', 'ESRI:54009'] as const
const tiles = ['TILED=YES', 'BLOCKXSIZE=32', 'BLOCKYSIZE=16']
const layouts = [
  { name: 'strips', options: ['BLOCKYSIZE=7'] },
  { name: 'tiles', options: tiles },
  { name: 'big-endian-strips', options: ['BLOCKYSIZE=5', 'ENDIANNESS=BIG'] },
  { name: 'big-tiff-tiles', options: [...tiles, 'BIGTIFF=YES'] },
  { name: 'big-endian-big-tiff-tiles', options: [...tiles, 'ENDIANNESS=BIG', 'BIGTIFF=YES'] },
] as const

export const hasGdal = (): boolean => spawnSync('gdal_translate', ['--version']).status === 0

/** Everything with everything: 2,790 rasters. `everyRasterCase().filter((_, i) => i % 151 === 0)` is a fair sample, 151 being prime. */
export function everyRasterCase(): RasterCase[] {
  const cases: RasterCase[] = []
  for (const type of types)
    for (const projection of projections)
      for (const compression of compressions)
        for (const predictor of predictorsOf(type, compression))
          for (const layout of layouts)
            for (const [bands, interleave] of [
              [1, 'PIXEL'],
              [3, 'PIXEL'],
              [3, 'BAND'],
            ] as const)
              cases.push({
                name: [type, projection.slice(5), compression, `p${predictor}`, layout.name, bands, interleave].join('-'),
                type,
                projection,
                bands,
                driver: 'GTiff',
                options: [`COMPRESS=${compression}`, `PREDICTOR=${predictor}`, `INTERLEAVE=${interleave}`, ...layout.options],
              })
  return cases
}

/** Kinds that stand beside the table: few bits, half precision, signed bytes, sparse files, COG. */
export const specialRasterCases: readonly RasterCase[] = [
  ...[1, 2, 4].map((bits) => ({ ...special(`bits-${bits}`, 'Byte', [`NBITS=${bits}`, 'COMPRESS=LZW']), scaledTo: 2 ** bits - 1 })),
  { ...special('bits-1-bands-together', 'Byte', ['NBITS=1', 'INTERLEAVE=PIXEL', 'COMPRESS=PACKBITS'], 3), scaledTo: 1 },
  special('half-precision', 'Float32', ['NBITS=16', 'COMPRESS=DEFLATE']),
  special('half-precision-predicted', 'Float32', ['NBITS=16', 'COMPRESS=LZW', 'PREDICTOR=3']),
  special('signed-bytes', 'Byte', ['PIXELTYPE=SIGNEDBYTE', 'COMPRESS=LZW', 'PREDICTOR=2']),
  special('points', 'Float64', [...tiles, 'COMPRESS=DEFLATE']),
  { ...special('cog', 'Float32', ['COMPRESS=LZW', 'BLOCKSIZE=128', 'PREDICTOR=YES']), driver: 'COG' },
  { ...special('cog-in-mollweide', 'Float64', ['COMPRESS=DEFLATE', 'BLOCKSIZE=128']), driver: 'COG', projection: 'ESRI:54009' },
]

function special(name: string, type: string, options: readonly string[], bands: 1 | 3 = 1): RasterCase {
  return { name, type, projection: 'EPSG:4326', bands, driver: 'GTiff', options }
}

function predictorsOf(type: string, compression: string): number[] {
  if (compression === 'NONE' || compression === 'PACKBITS') return [1]
  return type.startsWith('Float') ? [1, 2, 3] : [1, 2]
}

/**
 * The cells as a raster of three bands (population, schools, jobs) of 0.0025 degrees in each projection, uncompressed: what all others
 * are made of. -1 where there is no cell.
 */
export function makeBaseRasters(folder: string, cellsCsv: string): void {
  mkdirSync(folder, { recursive: true })
  const layer = path.basename(cellsCsv, '.csv')
  const vrt = path.join(folder, 'cells.vrt')
  const points = `<GeometryField encoding="PointFromColumns" x="lon" y="lat"/>`
  writeFileSync(
    vrt,
    `<OGRVRTDataSource><OGRVRTLayer name="${layer}"><SrcDataSource>${cellsCsv}</SrcDataSource><GeometryType>wkbPoint</GeometryType><LayerSRS>EPSG:4326</LayerSRS>${points}</OGRVRTLayer></OGRVRTDataSource>`,
  )
  const bands = ['population', 'schools', 'jobs'].map((column) => {
    const target = path.join(folder, `${column}.tif`)
    run('gdal_rasterize', ['-q', '-a', column, '-init', '-1', '-a_nodata', '-1', '-ot', 'Float64', '-tr', '0.0025', '0.0025', vrt, target])
    return target
  })
  const merged = path.join(folder, 'bands.vrt')
  run('gdalbuildvrt', ['-q', '-separate', merged, ...bands])
  for (const projection of projections)
    run('gdalwarp', ['-q', '-overwrite', '-r', 'near', '-t_srs', projection, merged, baseOf(folder, projection)])
}

export const baseOf = (folder: string, projection: string): string => path.join(folder, `base-${projection.slice(5)}.tif`)

/** Writes one raster and returns its path. */
export function makeRaster(folder: string, { name, type, projection, bands, driver, options, scaledTo }: RasterCase): string {
  const target = path.join(folder, `${name}.tif`)
  const creation = options.flatMap((option) => ['-co', option])
  const bandArguments = bands === 1 ? ['-b', '1'] : []
  const metadata = name === 'points' ? ['-mo', 'AREA_OR_POINT=Point'] : []
  const scale = scaledTo === undefined ? [] : ['-a_nodata', 'none', '-scale', '-1', '900', '0', String(scaledTo), '-exponent', '0.5']
  run('gdal_translate', [
    '-q',
    '-of',
    driver,
    '-ot',
    type,
    ...bandArguments,
    ...metadata,
    ...scale,
    ...creation,
    baseOf(folder, projection),
    target,
  ])
  return target
}

/** All samples as GDAL reads them, band after band, in the machine's byte order, converted to GDAL's `type`. Raw files have no 64-bit integers. */
export function dumpWithGdal(raster: string, target: string, type: string): string {
  run('gdal_translate', ['-q', '-of', 'ENVI', '-ot', type, '-co', 'INTERLEAVE=BSQ', raster, target])
  return target
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) {
  const [folder, cells = path.join(process.env['BAGDAR_SHARED'] ?? '../shared', 'data/porto-alegre/poa_hexgrid.csv')] =
    process.argv.slice(2)
  if (folder === undefined) throw new Error('Name the folder to write into.')
  makeBaseRasters(folder, path.resolve(cells))
  const cases = [...everyRasterCase(), ...specialRasterCases]
  for (const one of cases) makeRaster(folder, one)
  console.log(`${cases.length} rasters in ${folder}`)
}
