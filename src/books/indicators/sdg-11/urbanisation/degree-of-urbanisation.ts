import { connectedComponents } from '../../../../kernel/raster/connected-components.ts'

/** People on cells of one square kilometre, row by row. */
export interface KilometreGrid {
  width: number
  height: number
  /** Persons; NaN counts as nobody. */
  population: Float64Array
  /** km² of permanent land in each cell; null when all of it is land. */
  landKm2: Float64Array | null
}

/** Classes of cells, as GHS-SMOD numbers them. */
export const rural = 1
export const urbanCluster = 2
export const urbanCentre = 3

export interface DegreeOfUrbanisation {
  /** `rural`, `urbanCluster` or `urbanCentre` of each cell. */
  cellClass: Uint8Array
  /** Index into `centres`; -1 outside of all urban centres. */
  centreOf: Int32Array
  /** In the order in which the rows of the grid meet them. */
  centres: readonly { population: number; cells: number }[]
  population: { total: number; centre: number; cluster: number; rural: number }
  /** People in cells without any land: they count where they are, but make no cell dense. */
  populationWithoutLand: number
}

/** Persons per km² of permanent land, and persons in all. */
const centreDensity = 1500
const centrePopulation = 50_000
const clusterDensity = 300
const clusterPopulation = 5000
/** Of the 8 neighbours. */
const majority = 5
/** Cells of 1 km². */
const holeLimit = 15

/**
 * Degree of Urbanisation, level 1, of the cells of a grid.
 *
 *     urban centre    cells ≥ 1,500 persons per km² of permanent land that touch by their sides, together ≥ 50,000 persons;
 *                     then a cell joins while ≥ 5 of its 8 neighbours are of one centre; then holes < 15 km² are filled
 *     urban cluster   cells ≥ 300 persons per km² that touch by side or corner, together ≥ 5,000 persons; less the centres
 *     rural           all others
 *
 * A hole is a group of cells (by their sides) in no centre, with cells of one and the same centre all round: the edge of the grid is
 * not known to be one. Cells that join in the same round do not see one another.
 *
 * Source   "A recommendation on the method to delineate cities, urban and rural areas for international statistical comparisons", UN
 *          Statistical Commission, 51st session (2020); Eurostat and others, "Applying the Degree of Urbanisation" (2021).
 * Units    persons on cells of 1 km².
 * Cost     a few passes over the grid; about 30 bytes per cell.
 *
 * @throws {RangeError} columns that do not fit the grid
 * @example
 * degreeOfUrbanisation({ width: 2, height: 1, population: Float64Array.of(60_000, 10), landKm2: null }).cellClass // => Uint8Array.of(3, 1)
 */
export function degreeOfUrbanisation(grid: KilometreGrid): DegreeOfUrbanisation {
  const { width, height, population, landKm2 } = grid
  if (population.length !== width * height || (landKm2 !== null && landKm2.length !== population.length))
    throw new RangeError(`A grid of ${width} × ${height} cells needs as many values, not ${population.length} and ${landKm2?.length}.`)

  const { centreOf, count } = denseCentres(grid)
  smoothEdges(centreOf, width, height)
  fillHoles(centreOf, width, height)

  const clusters = populousGroups(grid, clusterDensity, clusterPopulation, 8)
  const cellClass = new Uint8Array(population.length)
  const centres = Array.from({ length: count }, () => ({ population: 0, cells: 0 }))
  const sums = { total: 0, centre: 0, cluster: 0, rural: 0 }
  let populationWithoutLand = 0
  for (let cell = 0; cell < population.length; cell++) {
    const people = (population[cell] as number) || 0
    const centre = centres[centreOf[cell] as number]
    sums.total += people
    if (landKm2 !== null && !((landKm2[cell] as number) > 0)) populationWithoutLand += people
    if (centre !== undefined) {
      cellClass[cell] = urbanCentre
      centre.population += people
      centre.cells++
      sums.centre += people
    } else if ((clusters.group[cell] as number) >= 0) {
      cellClass[cell] = urbanCluster
      sums.cluster += people
    } else {
      cellClass[cell] = rural
      sums.rural += people
    }
  }
  return { cellClass, centreOf, centres, population: sums, populationWithoutLand }
}

function denseCentres(grid: KilometreGrid): { centreOf: Int32Array; count: number } {
  const { group, count } = populousGroups(grid, centreDensity, centrePopulation, 4)
  return { centreOf: group, count }
}

/** Groups of cells above a density which have enough people, numbered anew; -1 for all other cells. */
function populousGroups({ width, population, landKm2 }: KilometreGrid, density: number, people: number, neighbours: 4 | 8) {
  const dense = new Uint8Array(population.length)
  for (let cell = 0; cell < dense.length; cell++) {
    const land = landKm2 === null ? 1 : (landKm2[cell] as number)
    if (land > 0 && (population[cell] as number) >= density * land) dense[cell] = 1
  }
  const { label: group, count: found } = connectedComponents(dense, width, neighbours)
  const sums = new Float64Array(found)
  for (let cell = 0; cell < group.length; cell++)
    if ((group[cell] as number) >= 0) sums[group[cell] as number] = (sums[group[cell] as number] as number) + (population[cell] as number)
  let count = 0
  const number = Int32Array.from(sums, (sum) => (sum >= people ? count++ : -1))
  for (let cell = 0; cell < group.length; cell++) if ((group[cell] as number) >= 0) group[cell] = number[group[cell] as number] as number
  return { group, count }
}

/** Only neighbours of cells that have just joined can join next, so that each round looks at few cells. */
function smoothEdges(centreOf: Int32Array, width: number, height: number): void {
  const seenInRound = new Int32Array(centreOf.length)
  const around = new Int32Array(8)
  let edge: number[] = []
  for (let cell = 0; cell < centreOf.length; cell++) if ((centreOf[cell] as number) >= 0) edge.push(cell)
  for (let round = 1; edge.length > 0; round++) {
    const joining: number[] = []
    const centres: number[] = []
    for (const cell of edge) {
      const count = neighboursOf(cell, width, height, around)
      for (let k = 0; k < count; k++) {
        const next = around[k] as number
        if ((centreOf[next] as number) >= 0 || seenInRound[next] === round) continue
        seenInRound[next] = round
        const centre = majorityAround(next, centreOf, width, height)
        if (centre < 0) continue
        joining.push(next)
        centres.push(centre)
      }
    }
    for (const [i, cell] of joining.entries()) centreOf[cell] = centres[i] as number
    edge = joining
  }
}

/** Writes the up to 8 neighbours into `into` and says how many there are. */
function neighboursOf(cell: number, width: number, height: number, into: Int32Array): number {
  const x = cell % width
  const y = (cell - x) / width
  let count = 0
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
      if (row !== y || column !== x) into[count++] = row * width + column
  return count
}

const looked = new Int32Array(8)

/** The centre that at least five of the neighbours belong to; -1 for none. */
function majorityAround(cell: number, centreOf: Int32Array, width: number, height: number): number {
  const count = neighboursOf(cell, width, height, looked)
  // Whoever has five of eight is among any four of them.
  for (let k = 0; k < 4 && k < count; k++) {
    const centre = centreOf[looked[k] as number] as number
    if (centre < 0) continue
    let same = 0
    for (let j = 0; j < count; j++) if (centreOf[looked[j] as number] === centre) same++
    if (same >= majority) return centre
  }
  return -1
}

const open = -2
const nobody = -1

function fillHoles(centreOf: Int32Array, width: number, height: number): void {
  const outside = new Uint8Array(centreOf.length)
  for (let cell = 0; cell < outside.length; cell++) if ((centreOf[cell] as number) < 0) outside[cell] = 1
  const { label, count } = connectedComponents(outside, width, 4)
  const size = new Uint32Array(count)
  /** The centre all round a group, `nobody` while none was seen, `open` when there are several or the grid ends. */
  const around = new Int32Array(count).fill(nobody)
  const meet = (group: number, centre: number) => {
    if (centre < 0) return
    around[group] = around[group] === nobody || around[group] === centre ? centre : open
  }
  for (let y = 0, cell = 0; y < height; y++)
    for (let x = 0; x < width; x++, cell++) {
      const group = label[cell] as number
      if (group < 0) continue
      if ((size[group] = (size[group] as number) + 1) >= holeLimit) continue
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) around[group] = open
      else {
        meet(group, centreOf[cell - 1] as number)
        meet(group, centreOf[cell + 1] as number)
        meet(group, centreOf[cell - width] as number)
        meet(group, centreOf[cell + width] as number)
      }
    }
  for (let cell = 0; cell < label.length; cell++) {
    const group = label[cell] as number
    if (group >= 0 && (size[group] as number) < holeLimit && (around[group] as number) >= 0) centreOf[cell] = around[group] as number
  }
}
