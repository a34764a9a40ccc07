import { greatCircleMetres } from '../../../../kernel/projection/great-circle.ts'
import { minimumCapture } from '../../annual-mean.ts'
import type { RasterWindow } from '../people/cells-from-raster.ts'

/** Points where people live. */
export interface CellPoints {
  lon: Float64Array
  lat: Float64Array
}

/** A raster in which places can be looked up. */
export interface PlacedRaster extends RasterWindow {
  fromLonLat(lon: number, lat: number): readonly [x: number, y: number]
}

/**
 * The value of a raster where each cell lies: that of the pixel around it, not mixed with its neighbours.
 *
 * Missing  NaN outside of the raster and where it knows nothing.
 */
export function concentrationFromRaster(raster: PlacedRaster, { lon, lat }: CellPoints): Float64Array {
  return Float64Array.from(lon, (_, cell) => {
    const [x, y] = raster.fromLonLat(lon[cell] as number, lat[cell] as number).map(Math.floor) as [number, number]
    return x >= 0 && y >= 0 && x < raster.width && y < raster.height ? (raster.values[y * raster.width + x] as number) : Number.NaN
  })
}

/** A station and the annual mean of what it measured. */
export interface Monitor {
  lon: number
  lat: number
  annualMean: number
  /** Share of the days of the year that have a value. */
  captureRate: number
}

/**
 * The annual mean of the nearest station for each cell. Stations that measured on less than 75 % of the days do not speak for a year and
 * are left out.
 *
 * Missing  NaN where no station is within `metres`.
 * Cost     cells × stations.
 */
export function concentrationFromMonitors(monitors: readonly Monitor[], { lon, lat }: CellPoints, metres = Infinity): Float64Array {
  const sound = monitors.filter(({ captureRate, annualMean }) => captureRate >= minimumCapture && annualMean >= 0)
  return Float64Array.from(lon, (_, cell) => {
    let nearest = metres
    let value = Number.NaN
    for (const monitor of sound) {
      const distance = greatCircleMetres(lon[cell] as number, lat[cell] as number, monitor.lon, monitor.lat)
      if (distance > nearest || (distance === nearest && !Number.isNaN(value))) continue
      nearest = distance
      value = monitor.annualMean
    }
    return value
  })
}
