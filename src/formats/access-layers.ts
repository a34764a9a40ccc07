import type { AccessModel } from '../books/indicators/sdg-11/access/access-model.ts'

/** What stands in every file that was made of OpenStreetMap. */
export interface Attribution {
  /** `© OpenStreetMap contributors` */
  text: string
  /** `ODbL-1.0` */
  licence: string
}

/**
 * Cells and stops of a computed 11.2.1 as GeoJSON points: `people`, `served`, `remaining_metres`, `district` of cells, and `stop`, `name`,
 * `capacity` of stops.
 */
export function writeAccessGeoJson({ cells, stops }: AccessModel, remainingMetres: Float64Array, { text, licence }: Attribution): string {
  const point = (lon: number, lat: number, properties: object) =>
    JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [degrees(lon), degrees(lat)] } })
  const lines: string[] = []
  for (let c = 0; c < cells.count; c++)
    lines.push(point(cells.lon[c] as number, cells.lat[c] as number, { kind: 'cell', ...cellOf(cells, remainingMetres, c) }))
  for (let s = 0; s < stops.count; s++) {
    const properties = { kind: 'stop', stop: stops.id[s], name: stops.name[s], capacity: capacities[stops.capacity[s] as number] }
    lines.push(point(stops.lon[s] as number, stops.lat[s] as number, properties))
  }
  const head = `"type":"FeatureCollection","attribution":${JSON.stringify(text)},"licence":${JSON.stringify(licence)}`
  return `{${head},"features":[\n${lines.join(',\n')}\n]}\n`
}

/** The cells alone as CSV, for a spreadsheet. The licence is its last column: a table has no other place that stays with it. */
export function writeCellsCsv({ cells }: AccessModel, remainingMetres: Float64Array, { text, licence }: Attribution): string {
  const lines = ['lon,lat,people,served,remaining_metres,district,licence']
  for (let c = 0; c < cells.count; c++) {
    const { people, served, remaining_metres: metres, district } = cellOf(cells, remainingMetres, c)
    const values = [degrees(cells.lon[c] as number), degrees(cells.lat[c] as number), people, served ? 1 : 0, metres ?? '', district ?? '']
    lines.push([...values, c === 0 ? `${text}; ${licence}` : ''].map(quoted).join(','))
  }
  return `${lines.join('\n')}\n`
}

const capacities: Readonly<Record<number, string>> = { 1: 'low', 2: 'high', 3: 'low and high' }

function cellOf({ population, district, districts }: AccessModel['cells'], remainingMetres: Float64Array, c: number) {
  const remaining = remainingMetres[c] as number
  return {
    people: Math.round((population[c] as number) * 100) / 100,
    served: remaining >= 0,
    remaining_metres: remaining >= 0 ? Math.round(remaining) : null,
    district: districts[district[c] as number]?.code ?? null,
  }
}

const degrees = (value: number): number => Math.round(value * 1e6) / 1e6
const quoted = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
