/** West, south, east, north in degrees. */
export type MapBounds = readonly [west: number, south: number, east: number, north: number]

/** How degrees become places on the picture of a city. */
export interface CityMapFrame {
  west: number
  north: number
  /** Units of the drawing for a degree to the east and to the south. */
  unitsPerLon: number
  unitsPerLat: number
  width: number
  height: number
  unitsPerMetre: number
}

const width = 1280
const mostHeight = 1120
const leastHeight = 640
const metresPerDegree = 111_195
const margin = 0.04

/**
 * A frame that holds the bounds with a margin, in equal scale both ways: over a city a degree is as long everywhere.
 *
 * @example
 * frameOf([0, 0, 0.1, 0.08]).height // => 1024
 */
export function frameOf([west, south, east, north]: MapBounds): CityMapFrame {
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  // A city of one cell still has some ground around it: 500 m.
  const metresWide = Math.max((east - west) * shrink * metresPerDegree, 500) * (1 + 2 * margin)
  const metresHigh = Math.max((north - south) * metresPerDegree, 500) * (1 + 2 * margin)
  const unitsPerMetre = Math.min(width / metresWide, mostHeight / metresHigh)
  const height = Math.max(leastHeight, Math.round(metresHigh * unitsPerMetre))
  const unitsPerLat = unitsPerMetre * metresPerDegree
  const unitsPerLon = unitsPerLat * shrink
  return {
    west: (west + east) / 2 - width / 2 / unitsPerLon,
    north: (south + north) / 2 + height / 2 / unitsPerLat,
    unitsPerLon,
    unitsPerLat,
    width,
    height,
    unitsPerMetre,
  }
}

/** Place of a point, in whole units: half a pixel where the picture is widest. */
export const placeOn = (frame: CityMapFrame, lon: number, lat: number): [x: number, y: number] => [
  Math.round((lon - frame.west) * frame.unitsPerLon),
  Math.round((frame.north - lat) * frame.unitsPerLat),
]

/**
 * The longest round length that is at most a quarter of the picture: for the bar that shows the scale.
 *
 * @example
 * scaleLength({ width: 1280, unitsPerMetre: 0.1 }) // => 2000
 */
export function scaleLength(frame: Pick<CityMapFrame, 'width' | 'unitsPerMetre'>): number {
  const most = frame.width / 4 / frame.unitsPerMetre
  const power = 10 ** Math.floor(Math.log10(most))
  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
}
