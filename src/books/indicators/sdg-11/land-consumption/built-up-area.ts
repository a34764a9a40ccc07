import type { RasterWindow } from '../people/cells-from-raster.ts'

/** A raster whose cells have a known size. */
export interface AreaRaster extends RasterWindow {
  cellAreaKm2(row: number): number
}

/** What a cell's value says: the share of it that is built up (0 … 1), the same in per cent, or square metres (GHS-BUILT-S). */
export type BuiltUpUnit = 'share' | 'percent' | 'squareMetres'

/** Built-up land, and how much of the land looked at the raster says nothing about. */
export interface BuiltUpArea {
  builtUpKm2: number
  knownKm2: number
  unknownKm2: number
  /** Of the cell that is built up most; above 0 and below a hundredth the unit is doubtful. */
  largestShare: number
}

/**
 * Built-up land of a raster within a boundary: the sum of cell area × share over the cells whose middle lies inside.
 *
 * Units    as `unit` says → km².
 * Missing  cells without value, with a negative one (−200 and the like stand for nothing known) or one that is more than the whole cell
 *          are left out, and their area is given; a percentage up to 100 and an area up to the cell's are taken.
 * Cost     one test of the boundary per cell.
 *
 * @example
 * builtUpArea({ width: 2, height: 1, values: Float64Array.of(50, 100), toLonLat: (x, y) => [x, y], cellAreaKm2: () => 0.01 }, 'percent').builtUpKm2 // => 0.015
 */
export function builtUpArea(
  raster: AreaRaster,
  unit: BuiltUpUnit,
  contains: (lon: number, lat: number) => boolean = () => true,
): BuiltUpArea {
  let builtUpKm2 = 0
  let knownKm2 = 0
  let unknownKm2 = 0
  let largestShare = 0
  for (let y = 0; y < raster.height; y++) {
    const area = raster.cellAreaKm2(y)
    const perCell = unit === 'share' ? 1 : unit === 'percent' ? 100 : area * 1e6
    for (let x = 0; x < raster.width; x++) {
      const place = raster.toLonLat(x + 0.5, y + 0.5)
      if (place === null || !contains(place[0], place[1])) continue
      const share = (raster.values[y * raster.width + x] as number) / perCell
      // Areas written in whole square metres may be a little more than the cell.
      if (share >= 0 && share <= 1.001) {
        builtUpKm2 += area * Math.min(1, share)
        knownKm2 += area
        if (share > largestShare) largestShare = Math.min(1, share)
      } else unknownKm2 += area
    }
  }
  return { builtUpKm2, knownKm2, unknownKm2, largestShare }
}
