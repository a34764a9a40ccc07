import { notice, type Notice } from '../../../notice.ts'
import { wholePeople, type AccessModel, type OnStreets } from './access-model.ts'
import type { PopulationCells } from '../people/population-cells.ts'
import { indexStreets, mostSnapMetres, snapToStreets, type StreetIndex } from '../streets/snap-to-streets.ts'
import type { StreetNetwork } from '../streets/street-network.ts'
import type { TransitStops } from '../transit/transit-stops.ts'

export interface AccessModelOptions {
  /** Cells and stops further from every street than this are on none. */
  mostSnapMetres?: number
}

/**
 * Puts people and stops onto the streets of a city.
 *
 * Everything is rounded here to the units in which a model is packed (1/128 m, 10⁻⁷ degrees, 2⁻²⁰ persons), so that a model that
 * went through `writeAccessModel` and back is the same, and a browser counts the same people as the server.
 *
 * Missing  cells and stops without a street keep `edge` -1; notices tell how many there are, how many people live in such cells,
 *          and where a street nobody can reach would have been nearer.
 */
export function buildAccessModel(
  network: StreetNetwork,
  cells: PopulationCells,
  stops: TransitStops,
  options: AccessModelOptions,
  notices: Notice[],
): AccessModel {
  const index = indexStreets(network)
  const most = options.mostSnapMetres ?? mostSnapMetres
  const cellPlaces = place(index, cells, most)
  const stopPlaces = place(index, stops, most)
  const people = cells.population.map(wholePeople)
  if (network.islands.count > 0)
    notices.push(
      notice('streets_not_connected', 'info', { details: { count: network.islands.count, km: tenths(network.islands.metres / 1000) } }),
    )
  if (network.partCount > 1) notices.push(notice('streets_in_several_parts', 'warning', { details: { count: network.partCount } }))
  reportCells(cellPlaces, people, most, notices)
  reportStops(stopPlaces, most, notices)

  return {
    graph: network.graph,
    lon: network.lon,
    lat: network.lat,
    cells: {
      ...cellPlaces.on,
      population: people,
      populationGroups: cells.populationGroups.map(({ code, values }) => ({ code, values: values.map(wholePeople) })),
      district: cells.district,
      districts: cells.districts,
    },
    stops: { ...stopPlaces.on, id: stops.id, name: stops.name, capacity: stops.capacity, headwayMinutes: stops.headwayMinutes },
  }
}

interface Places {
  on: OnStreets
  nearerToIsland: Uint8Array
}

function place(index: StreetIndex, points: { count: number; lon: Float64Array; lat: Float64Array }, most: number): Places {
  const { nearerToIsland, ...where } = snapToStreets(index, points.lon, points.lat, most)
  const tenMillionths = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  const on = { count: points.count, lon: points.lon.map(tenMillionths), lat: points.lat.map(tenMillionths), ...where }
  return { on, nearerToIsland }
}

function reportCells({ on, nearerToIsland }: Places, population: Float64Array, most: number, notices: Notice[]): void {
  const off = tally(on.count, (i) => on.edge[i] === -1, population)
  if (off.count > 0) notices.push(notice('cells_without_street', 'warning', { details: { ...off, metres: most } }))
  const nearer = tally(on.count, (i) => nearerToIsland[i] === 1, population)
  if (nearer.count > 0) notices.push(notice('cells_nearer_to_island', 'info', { details: nearer }))
}

function reportStops({ on, nearerToIsland }: Places, most: number, notices: Notice[]): void {
  const off = tally(on.count, (i) => on.edge[i] === -1)
  if (off.count > 0) notices.push(notice('stops_without_street', 'warning', { details: { count: off.count, metres: most } }))
  const nearer = tally(on.count, (i) => nearerToIsland[i] === 1)
  if (nearer.count > 0) notices.push(notice('stops_nearer_to_island', 'info', { details: { count: nearer.count } }))
}

function tally(count: number, isMeant: (i: number) => boolean, population?: Float64Array): { count: number; people: number } {
  const sum = { count: 0, people: 0 }
  for (let i = 0; i < count; i++) {
    if (!isMeant(i)) continue
    sum.count++
    sum.people += population?.[i] ?? 0
  }
  return { count: sum.count, people: Math.round(sum.people) }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
