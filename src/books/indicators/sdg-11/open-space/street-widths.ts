/** How wide the streets of a class are where nobody has measured. */
export interface StreetWidth {
  /** From kerb to kerb; for paths, all of it. */
  metres: number
  /** Whether there is usually a pavement on both sides. */
  hasPavements: boolean
}

export interface StreetWidthParameters {
  /** Values of `highway=…` that are streets, with their usual width. What is not named here is no street. */
  classes: Readonly<Record<string, StreetWidth>>
  /** Width of one lane, where lanes are counted and the width is not said. */
  laneMetres: number
  /** Width of the pavement on one side. */
  pavementMetres: number
}

const road = (metres: number): StreetWidth => ({ metres, hasPavements: false })
const street = (metres: number): StreetWidth => ({ metres, hasPavements: true })

/**
 * What counts as street land, and how wide it is where OpenStreetMap does not say: roads, pavements, passages, cycle paths, stairs.
 *
 * The widths are our assumption, for one drawn line of each class: a motorway or boulevard is drawn as two. They are published with every
 * result; a city that has measured its streets should use its own. Tracks through fields are no streets of a city, nor is what is
 * planned, under construction, a racing circuit or inside a building.
 *
 * Source   which land counts: UN SDG metadata 11-07-01 (March 2021), "Streets". Widths: assumption.
 */
export const streetWidths: StreetWidthParameters = {
  classes: {
    motorway: road(10.5),
    motorway_link: road(6),
    trunk: road(9),
    trunk_link: road(5.5),
    primary: street(8),
    primary_link: road(5),
    secondary: street(7),
    secondary_link: road(5),
    tertiary: street(6.5),
    tertiary_link: road(5),
    unclassified: street(5.5),
    residential: street(5.5),
    living_street: road(5.5),
    road: road(5.5),
    service: road(3.5),
    busway: road(3.5),
    pedestrian: road(6),
    cycleway: road(2.5),
    footway: road(2),
    path: road(1.5),
    steps: road(2),
  },
  laneMetres: 3.25,
  pavementMetres: 2,
}

/** Classes of which a way that nobody may walk on is private, or the outline of a square that is an open space already. */
const privateWhenClosed = new Set(['service', 'pedestrian', 'footway', 'path', 'steps', 'living_street', 'cycleway'])

/** A width beyond this is a mistake of the tag: centimetres, or the width of something else. */
const mostMetres = 80

export type WidthSource = 'width' | 'lanes' | 'class'

/**
 * Width of one way, pavements included, and where it comes from; null where the way is no street.
 *
 *     width = (width=… | lanes=… · lane width | width of the class) + 2 · pavement, where the class has pavements
 *
 * Source   OpenStreetMap wiki, "Key:width": from kerb to kerb.
 *
 * @example
 * streetWidthOf('residential', { widthDecimetres: 0, lanes: 2, walkable: true }) // => { metres: 10.5, source: 'lanes' }
 * @example
 * streetWidthOf('service', { widthDecimetres: 0, lanes: 0, walkable: false }) // => null
 */
export function streetWidthOf(
  streetClass: string,
  tags: { widthDecimetres: number; lanes: number; walkable: boolean },
  { classes, laneMetres, pavementMetres }: StreetWidthParameters = streetWidths,
): { metres: number; source: WidthSource } | null {
  const usual = classes[streetClass]
  if (usual === undefined || (!tags.walkable && privateWhenClosed.has(streetClass))) return null
  const pavements = usual.hasPavements ? 2 * pavementMetres : 0
  const tagged = tags.widthDecimetres / 10
  if (tagged > 0 && tagged <= mostMetres) return { metres: tagged + pavements, source: 'width' }
  const byLanes = tags.lanes * laneMetres
  if (byLanes > 0 && byLanes <= mostMetres) return { metres: byLanes + pavements, source: 'lanes' }
  return { metres: usual.metres + pavements, source: 'class' }
}
