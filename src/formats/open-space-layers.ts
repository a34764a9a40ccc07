import type { CityExtract } from '../books/indicators/sdg-11/city/city-extract.ts'
import type { OpenSpaceCity } from '../books/indicators/sdg-11/open-space/open-space-access.ts'
import type { Attribution } from './access-layers.ts'
import { polygonsOf } from './city-tiles/area-polygons.ts'

/**
 * The open spaces of a computed 11.7.1 as GeoJSON, for the city to check: `osm` is the element of OpenStreetMap to correct, `class` what
 * makes it open, `hectares` its size, `entrances` where streets come to it; with 0 nobody is near it.
 */
export function writeOpenSpacesGeoJson(
  extract: CityExtract,
  { spaces, entrances }: Pick<OpenSpaceCity, 'spaces' | 'entrances'>,
  { text, licence }: Attribution,
): string {
  const { areas } = extract
  const entrancesOf = new Uint32Array(spaces.count)
  for (const space of entrances.space) entrancesOf[space]!++
  const lines = Array.from(spaces.area, (area, space) => {
    const id = spaces.id[space] as number
    const name = areas.names[areas.name[area] as number] ?? ''
    const properties = {
      osm: id < 0 ? `relation/${-id}` : `way/${id}`,
      class: spaces.class[space],
      ...(name === '' ? {} : { name }),
      hectares: Math.round((spaces.squareMetres[space] as number) / 10) / 1000,
      entrances: entrancesOf[space],
    }
    return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: polygonsOf(extract, area) } })
  })
  const head = `"type":"FeatureCollection","attribution":${JSON.stringify(text)},"licence":${JSON.stringify(licence)}`
  return `{${head},"features":[\n${lines.join(',\n')}\n]}\n`
}
