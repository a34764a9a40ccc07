import { wgs84Keys, writeTiffFixture } from '../../src/formats/geotiff/tiff-fixture.ts'
import { mollweideToLonLat } from '../../src/kernel/projection/mollweide.ts'

export interface MadeRaster {
  /** Upper left corner and side of a cell, in metres or degrees. */
  left: number
  top: number
  cell: number
  rows: readonly (readonly number[])[]
  projection?: 'mollweide' | 'wgs84'
  noData?: number
}

const mollweideKeys = [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 54009]

/** A tiny GeoTIFF of 32-bit floating point in one strip. */
export function madeRaster({ left, top, cell, rows, projection = 'mollweide', noData }: MadeRaster): Uint8Array {
  return writeTiffFixture({
    width: rows[0]?.length ?? 0,
    height: rows.length,
    bitsPerSample: 32,
    sampleFormat: 3,
    blocks: [new Uint8Array(Float32Array.from(rows.flat()).buffer)],
    geoKeys: projection === 'mollweide' ? mollweideKeys : wgs84Keys,
    tags: [
      { tag: 33550, type: 12, value: [cell, cell, 0] },
      { tag: 33922, type: 12, value: [0, 0, 0, left, top, 0] },
      ...(noData === undefined ? [] : [{ tag: 42113, type: 2 as const, value: String(noData) }]),
    ],
  })
}

/** Rectangles in Mollweide metres, or degrees, as GeoJSON with their code. */
export function madePolygons(
  rectangles: readonly { code: string; left: number; bottom: number; right: number; top: number }[],
  projection: 'mollweide' | 'wgs84' = 'mollweide',
): Uint8Array {
  const place = (x: number, y: number) => (projection === 'wgs84' ? [x, y] : mollweideToLonLat(x, y))
  const features = rectangles.map(({ code, left, bottom, right, top }) => ({
    type: 'Feature',
    properties: { code, name: `Unit ${code}` },
    geometry: {
      type: 'Polygon',
      coordinates: [[place(left, bottom), place(right, bottom), place(right, top), place(left, top), place(left, bottom)]],
    },
  }))
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
}

/** Cells of 1 km as a table of points: the middles of those with people. */
export function madeCellTable({ left, top, cell, rows }: MadeRaster): Uint8Array {
  const lines = rows.flatMap((row, y) =>
    row.flatMap((people, x) => {
      const [lon, lat] = mollweideToLonLat(left + cell * (x + 0.5), top - cell * (y + 0.5)) ?? []
      return people > 0 ? [`${lon},${lat},${people}`] : []
    }),
  )
  return new TextEncoder().encode(['lon,lat,population', ...lines].join('\n'))
}
