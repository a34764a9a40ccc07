import { notice, type Notice } from '../../../notice.ts'
import type { ReleaseFile } from '../../figure.ts'
import { classifyLocalUnits, type LocalUnitClass } from './classify-local-units.ts'
import { degreeOfUrbanisation, rural, urbanCentre, urbanCluster, type DegreeOfUrbanisation } from './degree-of-urbanisation.ts'
import { cellsOfGrid, kilometreGrid, type AmountsAtPoints, type PlacedGrid } from './kilometre-grid.ts'
import type { District, PopulationCells } from '../people/population-cells.ts'
import type { SpatialResult } from '../spatial-result.ts'

/** The recommendation of the UN Statistical Commission that `urbanisationResult` follows. */
export const recommendationOfUrbanisation = '2020-03'

/** A municipality or another local unit with its class, and where its people live. */
export interface LocalUnit extends District {
  /** null for a unit without people. */
  unitClass: LocalUnitClass | null
  population: { total: number; centre: number; cluster: number; rural: number }
}

export interface Urbanisation {
  result: SpatialResult
  grid: PlacedGrid
  degree: DegreeOfUrbanisation
  units: readonly LocalUnit[]
}

export interface UrbanisationInput {
  /** Of the whole country or a region around the city: a grid that ends at the city's boundary cuts its centre. Districts are the local units. */
  cells: PopulationCells
  /** km² of permanent land; null when all is land. */
  land: AmountsAtPoints | null
  parameters: SpatialResult['parameters']
  notices: readonly Notice[]
  files: readonly ReleaseFile[]
}

/**
 * Degree of Urbanisation, level 1, as a result: the share of people in urban centres and clusters, people by class, and local units.
 *
 * Local units get the class that their people have in the cell of 1 km² where each of them lives, not that of cells whose middle
 * happens to lie inside: small units have no such cell.
 *
 * Units    per cent; numerator and denominator are persons.
 * Missing  a unit without people has no class and no share.
 *
 * @throws {RangeError} as `kilometreGrid`
 */
export function urbanisationResult({ cells, land, parameters, notices, files }: UrbanisationInput): Urbanisation {
  const people = { lon: cells.lon, lat: cells.lat, amount: cells.population }
  const grid = kilometreGrid(people, land)
  const degree = degreeOfUrbanisation(grid)
  const units = cells.districts.length === 0 ? [] : localUnits(cells, classAtPoints(grid, degree, people))
  const { total, centre, cluster, rural: inRural } = degree.population
  const share = (part: number) => (total > 0 ? (100 * part) / total : null)
  const ofClass = (wanted: LocalUnitClass) => units.filter(({ unitClass }) => unitClass === wanted).length
  const pointsPerKm2 = cells.count / grid.population.reduce((filled, one) => filled + (one > 0 ? 1 : 0), 0)
  const value = share(centre + cluster)
  const method = 'degurba-level-1'
  const result: SpatialResult = {
    indicator: 'DEGURBA',
    metadataVersion: recommendationOfUrbanisation,
    method,
    unit: 'PT',
    value,
    numerator: centre + cluster,
    denominator: total,
    parts: {
      urbanCentreShare: share(centre),
      urbanClusterShare: share(cluster),
      ruralShare: share(inRural),
      populationUrbanCentre: centre,
      populationUrbanCluster: cluster,
      populationRural: inRural,
    },
    partsOf: null,
    interval: null,
    byDistrict: units.map(({ code, name, population }) => {
      const urban = population.centre + population.cluster
      const percent = population.total > 0 ? (100 * urban) / population.total : null
      return { code, name, value: percent, numerator: urban, denominator: population.total }
    }),
    byPopulationGroup: [],
    methods: [{ code: method, value, reason: null }],
    tornado: [],
    parameters: {
      ...parameters,
      widthKm: grid.width,
      heightKm: grid.height,
      urbanCentres: degree.centres.length,
      ...(units.length === 0 ? {} : { cities: ofClass('city'), towns: ofClass('town'), ruralUnits: ofClass('rural') }),
    },
    notices: [...notices, ...noticesOf(degree, units, pointsPerKm2)],
    files,
  }
  return { result, grid, degree, units }
}

/** The class of the cell in which each point lies. */
const classAtPoints = (grid: PlacedGrid, { cellClass }: DegreeOfUrbanisation, points: AmountsAtPoints): Uint8Array =>
  Uint8Array.from(cellsOfGrid(grid, points), (cell) => cellClass[cell] ?? 0)

function localUnits(cells: PopulationCells, cellClass: Uint8Array): LocalUnit[] {
  const classes = classifyLocalUnits({ cellClass }, cells.population, cells.district, cells.districts.length)
  const units = cells.districts.map((district, d): LocalUnit => ({
    ...district,
    unitClass: classes[d] ?? null,
    population: { total: 0, centre: 0, cluster: 0, rural: 0 },
  }))
  for (let c = 0; c < cells.count; c++) {
    const unit = units[cells.district[c] as number]
    if (unit === undefined) continue
    const people = cells.population[c] as number
    unit.population.total += people
    if (cellClass[c] === urbanCentre) unit.population.centre += people
    else if (cellClass[c] === urbanCluster) unit.population.cluster += people
    else if (cellClass[c] === rural) unit.population.rural += people
  }
  return units
}

/** Of cells of 1 km² on the grid itself each holds one point; of much finer ones many. Between the two some kilometres hold no point. */
const enoughPoints = 4

function noticesOf({ populationWithoutLand }: DegreeOfUrbanisation, units: readonly LocalUnit[], pointsPerKm2: number): Notice[] {
  const notices: Notice[] = []
  const people = Math.round(populationWithoutLand)
  if (people > 0) notices.push(notice('urbanisation_without_land', 'warning', { details: { people } }))
  if (pointsPerKm2 > 1 && pointsPerKm2 < enoughPoints)
    notices.push(notice('urbanisation_cells_coarse', 'warning', { details: { points: Math.round(10 * pointsPerKm2) / 10 } }))
  const empty = units.filter(({ unitClass }) => unitClass === null).length
  if (empty > 0) notices.push(notice('local_units_empty', 'info', { details: { count: empty } }))
  return notices
}
