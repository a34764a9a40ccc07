import type { PlaneShapes } from '../../../../kernel/plane-shapes.ts'
import type { Polygon } from '../../../../kernel/polygon.ts'
import { unionArea } from '../../../../kernel/union-area.ts'
import { notice, type Notice } from '../../../notice.ts'
import type { ReleaseFile } from '../../figure.ts'
import type { AccessModel } from '../access/access-model.ts'
import { growBox } from '../city/city-boundary.ts'
import type { CityExtract } from '../city/city-extract.ts'
import { haltonCircles, haltonParameters, type HaltonParameters } from '../sureness/halton-sample.ts'
import {
  accessPart,
  openSpaceMethodSpread,
  openSpaceMetres,
  openSpaceQuestion,
  peopleNearOpenSpace,
  type OpenSpaceCity,
} from './open-space-access.ts'
import { entranceMetres, findEntrances } from './open-space-entrances.ts'
import { cityPlaneOf, openSpacesOf, shapesWithout, type CityPlane, type OpenSpaces } from './open-space.ts'
import type { PeopleServed } from '../access/people-served.ts'
import type { MethodResult, SpatialResult } from '../spatial-result.ts'
import { streetLand, type StreetLand } from './street-land.ts'
import { streetWidths, type StreetWidthParameters } from './street-widths.ts'
import type { StreetNetwork } from '../streets/street-network.ts'
import type { WalkQuestion } from '../sureness/sureness.ts'

/** The UN metadata that `openPublicSpace` follows. */
export const metadata1171 = '2021-03'

/** Open spaces this far outside of the city still matter: by no method do people walk further to them. */
const aroundMetres = 1000

export interface OpenPublicSpaceInput {
  extract: CityExtract
  network: StreetNetwork
  /** People on the streets of the network. */
  model: AccessModel
  /** Lists of polygons: the city is what lies in a polygon of each list. */
  boundaries: readonly (readonly Polygon[])[]
  files: readonly ReleaseFile[]
}

export interface OpenPublicSpaceOptions {
  widths?: StreetWidthParameters
  halton?: HaltonParameters
}

/** The figure, and what its interval, its tornado and its map are made of. */
export interface OpenPublicSpace {
  /** Without interval and tornado. */
  result: SpatialResult
  land: CityLand
  city: OpenSpaceCity
  people: PeopleServed
  /** For `drawShares`: the interval of the share of people. */
  question: WalkQuestion & { place: Uint32Array }
}

/** What the share of land is computed of. */
export interface CityLand extends CityPlane {
  extract: CityExtract
  spaces: OpenSpaces
}

/**
 * Share of a city's area that is open public space or street (SDG 11.7.1), and the share of people with open space nearby.
 *
 *     value       = 100 · (open + streets) / city
 *     open        = area of the union of open public spaces, inside the city
 *     streets     = area of streets inside the city, outside of open spaces
 *     accessShare = 100 · people with an open space within 400 m along streets / people
 *
 * The districts, the population groups and the interval are those of `accessShare`: areas have no sex and age.
 *
 * Gardens and sports grounds count, as in the UN metadata, where no tag says that they are private. What the figures are without them
 * stands among the methods.
 *
 * Source   UN SDG metadata 11-07-01, March 2021.
 * Units    per cent; numerator and denominator in square metres, those of districts and groups in persons.
 * Missing  `value` is null for a city without area, `accessShare` where nobody lives.
 * Cost     linear in edges of open spaces and metres of street; half of it goes into sample circles and entrances.
 */
export function openPublicSpace(input: OpenPublicSpaceInput, options: OpenPublicSpaceOptions = {}): OpenPublicSpace {
  const { extract, network, model, boundaries, files } = input
  const { widths = streetWidths, halton = haltonParameters } = options
  const onPlane = cityPlaneOf(boundaries)
  if (onPlane === null) throw new RangeError('The boundary of the city has no points.')
  const { plane, box, outlines, squareMetres } = onPlane

  const spaces = openSpacesOf(extract, plane, growBox(box, aroundMetres))
  const land: CityLand = { ...onPlane, extract, spaces }
  const open = unionArea(spaces.shapes, outlines)
  const circles = haltonCircles(outlines, squareMetres, halton)
  const others = otherSpaces.map(({ without }) => shapesWithout(spaces, without))
  const streets = streetLand(extract, plane, outlines, spaces.shapes, { widths, circles, others })

  const city: OpenSpaceCity = {
    spaces,
    plane,
    network,
    model,
    entrances: findEntrances(spaces, network, plane),
  }
  const people = peopleNearOpenSpace(city)
  const share = (part: number) => (squareMetres > 0 ? (100 * part) / squareMetres : null)
  const openSpaceShare = share(open)
  const streetShare = share(streets.squareMetres)
  const value = share(open + streets.squareMetres)
  const result: SpatialResult = {
    indicator: '11.7.1',
    metadataVersion: metadata1171,
    method: 'land-lines',
    unit: 'PT',
    value,
    numerator: open + streets.squareMetres,
    denominator: squareMetres,
    parts: {
      openSpaceShare,
      streetShare,
      [accessPart]: people.share,
      streetSampledShare: streets.sampledShare,
      openSpaceKm2: open / 1e6,
      streetKm2: streets.squareMetres / 1e6,
      cityKm2: squareMetres / 1e6,
      peopleNearOpenSpace: people.served,
      population: people.population,
    },
    partsOf: accessPart,
    interval: null,
    byDistrict: people.byDistrict,
    byPopulationGroup: people.byPopulationGroup,
    methods: [...landMethods(land, others, value, openSpaceShare, streets), ...openSpaceMethodSpread(city)],
    tornado: [],
    parameters: {
      walkMetres: openSpaceMetres,
      entranceMetres,
      openSpaces: spaces.count,
      entrances: city.entrances.count,
      streetSampledDeviation: streets.sampledDeviation,
      circleCount: circles.count,
      circlesPerHectareLarge: halton.circlesPerHectare.large,
      circlesPerHectareSmall: halton.circlesPerHectare.small,
      circleHectares: halton.circleHectares,
      laneMetres: widths.laneMetres,
      pavementMetres: widths.pavementMetres,
      ...Object.fromEntries(Object.entries(widths.classes).map(([name, width]) => [`width_${name}`, width.metres])),
    },
    notices: noticesAbout(city, streets),
    files,
  }
  return { result, land, city, people, question: openSpaceQuestion(city) }
}

/**
 * Per cent of the city that is open space or street, with other open spaces or widths.
 *
 * Missing  null for a city without area.
 */
export function shareOfLand(land: CityLand, shapes: PlaneShapes, widths: StreetWidthParameters): number | null {
  if (!(land.squareMetres > 0)) return null
  return percentOf(land, shapes, streetLand(land.extract, land.plane, land.outlines, shapes, { widths }).squareMetres)
}

const percentOf = ({ outlines, squareMetres }: CityLand, shapes: PlaneShapes, streetMetres: number): number | null =>
  squareMetres > 0 ? (100 * (unionArea(shapes, outlines) + streetMetres)) / squareMetres : null

/** The methods that leave open spaces out. */
const otherSpaces = [
  { code: 'land-without-gardens', without: ['garden'] },
  { code: 'land-without-pitches', without: ['pitch'] },
] as const

/** The share of land as others would count it: streets by sample, open spaces only, without gardens, without sports grounds. */
function landMethods(
  land: CityLand,
  others: readonly PlaneShapes[],
  value: number | null,
  openSpaceShare: number | null,
  { sampledShare, withOthers }: StreetLand,
): MethodResult[] {
  const method = (code: string, share: number | null): MethodResult => ({ code, value: share, reason: share === null ? 'no_area' : null })
  return [
    method('land-lines', value),
    method('land-halton', openSpaceShare === null || sampledShare === null ? null : openSpaceShare + sampledShare),
    method('land-open-space-only', openSpaceShare),
    ...otherSpaces.map(({ code }, i) => method(code, percentOf(land, others[i] as PlaneShapes, withOthers[i] as number))),
  ]
}

function noticesAbout({ spaces, entrances }: OpenSpaceCity, { kmByWidthSource }: StreetLand): Notice[] {
  const notices = [notice('open_space_not_validated', 'warning', { details: { count: spaces.count } })]
  const { width, lanes, class: assumed } = kmByWidthSource
  const km = width + lanes + assumed
  if (assumed > 0)
    notices.push(
      notice('street_width_assumed', 'warning', { details: { percent: Math.round((100 * assumed) / km), km: Math.round(assumed) } }),
    )
  const reached = new Set(entrances.space).size
  if (reached < spaces.count) notices.push(notice('open_space_without_street', 'info', { details: { count: spaces.count - reached } }))
  const gardens = spaces.class.filter((one) => one === 'garden').length
  if (gardens > 0) notices.push(notice('open_space_gardens', 'info', { details: { count: gardens, all: spaces.count } }))
  return notices
}
