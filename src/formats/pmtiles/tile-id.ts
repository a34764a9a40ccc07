/** Zoom levels up to this have tile numbers that a double holds exactly. */
const deepestZoom = 26

/**
 * Number of a tile in a PMTiles archive: all tiles of the lower zoom levels come first, then those of its own along a Hilbert curve, so
 * that neighbours on the map are neighbours in the file.
 *
 * Source   PMTiles specification, version 3, "Tile ID"; the curve is Hilbert's in the orientation of that text.
 * Cost     one step for each zoom level.
 *
 * @throws {RangeError} a zoom level below 0 or above 26, or a column or row that the level does not have
 * @example
 * tileIdOf(1, 1, 0) // => 4
 */
export function tileIdOf(z: number, x: number, y: number): number {
  if (!Number.isInteger(z) || z < 0 || z > deepestZoom) throw new RangeError(`Zoom level ${z} is not one of 0 to ${deepestZoom}.`)
  const side = 2 ** z
  if (!(x >= 0 && x < side && y >= 0 && y < side)) throw new RangeError(`Zoom level ${z} has no tile ${x}/${y}.`)
  let id = (4 ** z - 1) / 3
  let [column, row] = [x, y]
  for (let half = side / 2; half >= 1; half /= 2) {
    const right = (column & half) > 0 ? 1 : 0
    const lower = (row & half) > 0 ? 1 : 0
    id += half * half * ((3 * right) ^ lower)
    column &= half - 1
    row &= half - 1
    if (lower === 1) continue
    // The curve enters the upper quadrants turned: the right one also mirrored.
    if (right === 1) [column, row] = [half - 1 - column, half - 1 - row]
    ;[column, row] = [row, column]
  }
  return id
}
