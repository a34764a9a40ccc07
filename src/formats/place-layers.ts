/** Where the data of a file come from and what one may do with them; null where nobody said. */
export type LayerAttribution = string | null

/** One feature: corners of a polygon or a point, in degrees. */
export interface Place {
  /** A point, or the outer ring of a polygon counter-clockwise and not closed. */
  lonLat: readonly (readonly [lon: number, lat: number])[]
  properties: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Points and polygons as GeoJSON (RFC 7946). A feature with one pair of degrees is a point.
 *
 * @example
 * writePlacesGeoJson([{ lonLat: [[76.9, 43.2]], properties: { people: 5 } }], null).includes('"coordinates":[76.9,43.2]') // => true
 */
export function writePlacesGeoJson(places: Iterable<Place>, attribution: LayerAttribution): string {
  const lines: string[] = []
  for (const { lonLat, properties } of places) {
    const [first, ...others] = lonLat.map(([lon, lat]) => [degrees(lon), degrees(lat)])
    const geometry =
      others.length === 0 ? { type: 'Point', coordinates: first } : { type: 'Polygon', coordinates: [[first, ...others, first]] }
    lines.push(JSON.stringify({ type: 'Feature', properties, geometry }))
  }
  const source = attribution === null ? '' : `"attribution":${JSON.stringify(attribution)},`
  return `{"type":"FeatureCollection",${source}"features":[\n${lines.join(',\n')}\n]}\n`
}

/**
 * Rows as CSV. The attribution is the last column, and stands in the first row: a table has no other place that stays with it.
 *
 * @example
 * writePlacesCsv(['code', 'people'], [['a,b', 5]], null) // => 'code,people\n"a,b",5\n'
 */
export function writePlacesCsv(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  attribution: LayerAttribution,
): string {
  const head = attribution === null ? columns : [...columns, 'attribution']
  const lines = [head.join(',')]
  for (const row of rows) {
    const cells = attribution === null ? row : [...row, lines.length === 1 ? attribution : '']
    lines.push(cells.map(quoted).join(','))
  }
  return `${lines.join('\n')}\n`
}

const degrees = (value: number): number => Math.round(value * 1e6) / 1e6

function quoted(value: string | number | null): string {
  const text = String(value ?? '')
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
