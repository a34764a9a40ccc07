import type { AreaRaster, BuiltUpUnit } from '../land-consumption/built-up-area.ts'
import type { AmountsAtPoints } from '../urbanisation/kilometre-grid.ts'

/**
 * Permanent land of a raster as amounts in the middle of its cells, for `kilometreGrid`.
 *
 * Units    as `unit` says → km².
 * Missing  cells without value, or with one that is not above 0, are water.
 * Cost     one projection per cell with land.
 *
 * @throws {RangeError} a cell has more land than its area, or none has even a hundredth: the unit is another
 * @example
 * landAtPoints({ width: 2, height: 1, values: Float64Array.of(25, 0), toLonLat: (x, y) => [x, y], cellAreaKm2: () => 0.04 }, 'percent').amount // => Float64Array.of(0.01)
 */
export function landAtPoints(raster: AreaRaster, unit: BuiltUpUnit): AmountsAtPoints {
  const lon: number[] = []
  const lat: number[] = []
  const amount: number[] = []
  let largest = 0
  for (let y = 0; y < raster.height; y++) {
    const area = raster.cellAreaKm2(y)
    const perCell = unit === 'share' ? 1 : unit === 'percent' ? 100 : area * 1e6
    for (let x = 0; x < raster.width; x++) {
      const share = (raster.values[y * raster.width + x] as number) / perCell
      if (share > largest) largest = share
      const place = share > 0 ? raster.toLonLat(x + 0.5, y + 0.5) : null
      if (place === null) continue
      lon.push(place[0])
      lat.push(place[1])
      amount.push(area * Math.min(1, share))
    }
  }
  // Areas in whole square metres may be a little more than the cell.
  if (largest > 1.01 || (largest > 0 && largest < 0.01))
    throw new RangeError(`The cell with most land would be ${(100 * largest).toPrecision(3)} % land. Is its unit another than ${unit}?`)
  return { lon: Float64Array.from(lon), lat: Float64Array.from(lat), amount: Float64Array.from(amount) }
}
