import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBytes } from '../src/formats/byte-source.ts'
import { openGeoTiff } from '../src/formats/geotiff/open-geotiff.ts'
import { machine, seeded } from './harness.ts'

/**
 * Reads rasters of floating point with GDAL and with ours, in turn, and compares CPU time: the whole of it, a window of 600², the same
 * from a COG. GDAL writes what it reads to /vsimem/, its files in memory. Argument: pixels along a side.
 */
const side = Number(process.argv[2] ?? 10_000)
if (spawnSync('gdal_translate', ['--version']).status !== 0) {
  console.log('gdal-bin is not installed: nothing to compare with.')
  process.exit()
}
const folder = mkdtempSync(join(tmpdir(), 'bagdar-geotiff-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** People on a grid as population rasters have them: much of nothing, and smooth towns of decimals. */
function writeBase(path: string): void {
  const random = seeded(7)
  const small = 1000
  const values = new Float64Array(small * small)
  for (let town = 0; town < 300; town++) {
    const [x0, y0, spread, people] = [random() * small, random() * small, 2 + random() * 20, 50 + random() * 2000]
    const reach = Math.ceil(3 * spread)
    for (let y = Math.max(0, Math.floor(y0 - reach)); y < Math.min(small, y0 + reach); y++)
      for (let x = Math.max(0, Math.floor(x0 - reach)); x < Math.min(small, x0 + reach); x++)
        values[y * small + x] =
          (values[y * small + x] ?? 0) + people * (0.5 + random()) * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * spread * spread))
  }
  writeFileSync(`${path}.raw`, values)
  const header = `ENVI\nsamples = ${small}\nlines = ${small}\nbands = 1\ndata type = 5\ninterleave = bsq\nbyte order = 0\nheader offset = 0\n`
  writeFileSync(`${path}.hdr`, header)
}
writeBase(join(folder, 'base'))

const cpuOf = (program: string, args: readonly string[]): number => {
  const { stderr } = spawnSync('/bin/sh', ['-c', 'command time -f "%U %S" "$0" "$@"', program, ...args], { encoding: 'utf8' })
  const [user = NaN, system = NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return user + system
}
const ourCpu = (path: string, window?: number): { seconds: number; sum: number } => {
  const before = process.cpuUsage()
  const source = openBytes(path)
  const tiff = openGeoTiff(source)
  let sum = 0
  if (window === undefined) {
    // A row of blocks at a time, as readers of large rasters do; GDAL does the same within.
    for (let y = 0; y < tiff.height; y += tiff.blockHeight) {
      const part = tiff.readWindow({ x: 0, y, width: tiff.width, height: Math.min(tiff.blockHeight, tiff.height - y) })
      sum += Number(part[part.length >> 1])
    }
  } else {
    const begin = Math.floor((tiff.width - window) / 2)
    sum = Number(tiff.readWindow({ x: begin, y: begin, width: window, height: window })[0])
  }
  source.close()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, sum }
}

console.log(machine())
console.log(`${side} × ${side} pixels; CPU seconds, least of 3 alternating runs (GDAL: process included)`)
const variants = [
  { name: 'LZW, float64, tiles of 256', options: ['COMPRESS=LZW', 'TILED=YES'], type: 'Float64', of: 'GTiff' },
  { name: 'LZW + predictor 3, float64, tiles', options: ['COMPRESS=LZW', 'PREDICTOR=3', 'TILED=YES'], type: 'Float64', of: 'GTiff' },
  { name: 'LZW, float32, strips', options: ['COMPRESS=LZW'], type: 'Float32', of: 'GTiff' },
  { name: 'LZW, COG, float64', options: ['COMPRESS=LZW', 'BLOCKSIZE=512'], type: 'Float64', of: 'COG' },
  { name: 'Deflate, float32, tiles', options: ['COMPRESS=DEFLATE', 'TILED=YES'], type: 'Float32', of: 'GTiff' },
]
for (const { name, options, type, of } of variants) {
  const file = join(folder, 'raster.tif')
  const creation = [...options, 'BIGTIFF=IF_SAFER'].flatMap((option) => ['-co', option])
  const place = ['-a_srs', 'EPSG:4326', '-a_ullr', '60', '50', '80', '30', '-outsize', String(side), String(side), '-r', 'bilinear']
  execFileSync('gdal_translate', ['-q', '-of', of, '-ot', type, ...place, ...creation, join(folder, 'base.raw'), file], { stdio: 'ignore' })
  if (!existsSync(file)) throw new Error(`gdal_translate did not write ${name}.`)
  const begin = String(Math.floor((side - 600) / 2))
  const into = ['-q', '-of', 'ENVI']
  const whole = { gdal: [] as number[], ours: [] as number[] }
  const window = { gdal: [] as number[], ours: [] as number[] }
  for (let run = 0; run < 3; run++) {
    whole.gdal.push(cpuOf('gdal_translate', [...into, file, '/vsimem/whole']))
    whole.ours.push(ourCpu(file).seconds)
    window.gdal.push(cpuOf('gdal_translate', [...into, '-srcwin', begin, begin, '600', '600', file, '/vsimem/part']))
    window.ours.push(ourCpu(file, 600).seconds)
  }
  const line = (what: string, { gdal, ours }: typeof whole) => {
    const [theirs, own] = [Math.min(...gdal), Math.min(...ours)]
    console.log(
      `${name.padEnd(36)} ${what.padEnd(8)} GDAL ${theirs.toFixed(3)} s   ours ${own.toFixed(3)} s   ours/GDAL ${(own / theirs).toFixed(2)}`,
    )
  }
  line('whole', whole)
  line('600²', window)
  rmSync(file)
}
