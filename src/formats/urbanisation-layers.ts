import {
  rural,
  urbanCentre,
  urbanCluster,
  type DegreeOfUrbanisation,
} from '../books/indicators/sdg-11/urbanisation/degree-of-urbanisation.ts'
import type { PlacedGrid } from '../books/indicators/sdg-11/urbanisation/kilometre-grid.ts'
import type { LocalUnit } from '../books/indicators/sdg-11/urbanisation/urbanisation-result.ts'
import { languages } from '../books/text.ts'
import { mollweideToLonLat } from '../kernel/projection/mollweide.ts'
import { FormatError } from './format-error.ts'
import { writePlacesCsv, writePlacesGeoJson, type LayerAttribution, type Place } from './place-layers.ts'

/** Files above this are longer than a text may be. */
const mostCells = 1_500_000

const classNames: Readonly<Record<number, string>> = { [rural]: 'rural', [urbanCluster]: 'urban cluster', [urbanCentre]: 'urban centre' }

/** Cells of a grid with people or in a centre, with the corners of each. */
interface ClassifiedGrid {
  grid: PlacedGrid
  degree: DegreeOfUrbanisation
}

/**
 * The cells of 1 km² as GeoJSON polygons: `class` (1 rural, 2 urban cluster, 3 urban centre), `name` of the class, `people`, and `centre`, the
 * number of the urban centre that the cell belongs to. Cells in which nobody lives stand there only when they belong to a centre or cluster.
 *
 * @throws {FormatError} more than 1.5 million such cells
 */
export function writeUrbanisationGeoJson({ grid, degree }: ClassifiedGrid, attribution: LayerAttribution): string {
  const shown = grid.population.reduce((count, people, cell) => count + (people > 0 || degree.cellClass[cell] !== rural ? 1 : 0), 0)
  if (shown > mostCells) {
    const message = `${shown} cells are too many for one GeoJSON file; ${mostCells} can be written. Compute a smaller region.`
    throw new FormatError('urbanisation_too_large', message, null, { cells: shown, limit: mostCells })
  }
  return writePlacesGeoJson(placesOf(grid, degree), attribution)
}

function* placesOf({ width, left, top, population }: PlacedGrid, { cellClass, centreOf }: DegreeOfUrbanisation): Generator<Place> {
  for (let cell = 0; cell < population.length; cell++) {
    const people = (population[cell] as number) || 0
    const classOfCell = cellClass[cell] as number
    if (people === 0 && classOfCell === rural) continue
    const [west, north] = [left + 1000 * (cell % width), top - 1000 * Math.floor(cell / width)]
    const lonLat = (
      [
        [west, north - 1000],
        [west + 1000, north - 1000],
        [west + 1000, north],
        [west, north],
      ] as const
    ).flatMap(([x, y]) => {
      const place = mollweideToLonLat(x, y)
      return place === null ? [] : [place]
    })
    // At the edge of the world a kilometre may stick out of it.
    if (lonLat.length < 4) continue
    const centre = (centreOf[cell] as number) >= 0 ? (centreOf[cell] as number) + 1 : null
    yield { lonLat, properties: { class: classOfCell, name: classNames[classOfCell] ?? '', people: Math.round(people), centre } }
  }
}

/** Urban centres as CSV: number as in the GeoJSON, people, km², and the middle of their people. */
export function writeCentresCsv({ grid, degree }: ClassifiedGrid, attribution: LayerAttribution): string {
  const sums = degree.centres.map(() => ({ people: 0, x: 0, y: 0 }))
  for (let cell = 0; cell < grid.population.length; cell++) {
    const sum = sums[degree.centreOf[cell] as number]
    if (sum === undefined) continue
    const people = (grid.population[cell] as number) || 0
    sum.people += people
    sum.x += people * (grid.left + 1000 * ((cell % grid.width) + 0.5))
    sum.y += people * (grid.top - 1000 * (Math.floor(cell / grid.width) + 0.5))
  }
  const rows = degree.centres.map(({ population, cells }, number) => {
    const { people, x, y } = sums[number] ?? { people: 0, x: 0, y: 0 }
    const [lon = null, lat = null] = mollweideToLonLat(x / people, y / people) ?? []
    return [number + 1, Math.round(population), cells, rounded(lon), rounded(lat)]
  })
  return writePlacesCsv(['centre', 'people', 'km2', 'lon', 'lat'], rows, attribution)
}

/** Local units as CSV: code, names, class (`city`, `town`, `rural`, blank without people), and people by class of their cells. */
export function writeLocalUnitsCsv(units: readonly LocalUnit[], attribution: LayerAttribution): string {
  const columns = ['code', ...languages.map((language) => `name_${language}`), 'class', 'people', 'in_centres', 'in_clusters', 'rural']
  const rows = units.map(({ code, name, unitClass, population: { total, centre, cluster, rural: inRural } }) => [
    code,
    ...languages.map((language) => name[language] ?? null),
    unitClass,
    ...[total, centre, cluster, inRural].map(Math.round),
  ])
  return writePlacesCsv(columns, rows, attribution)
}

const rounded = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 1e5) / 1e5)
