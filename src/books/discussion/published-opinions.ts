import { densityCells, type DensityMap } from './opinion-groups/density-cells.ts'
import type { OpinionGroups, OpinionMap } from './opinion-groups/result.ts'

/** Opinion groups as everybody may see them: sums, shares, and people in cells of at least ten. Nothing in it is about one participant. */
export interface PublishedOpinions extends Omit<OpinionGroups, 'groupOf' | 'places' | 'map'> {
  density: DensityMap
  /** By statement: how far apart people are about it, 1 the usual. It decides how soon a statement is shown. */
  extremities: readonly number[]
  map: KeptMap
}

/** `OpinionMap` as JSON. */
export interface KeptMap extends Omit<OpinionMap, 'removed' | 'centres' | 'groupOfCentre' | 'how'> {
  removed: readonly number[]
  centres: readonly number[]
  groupOfCentre: readonly number[]
  how:
    | { kind: 'factors'; mean: number; statementTerms: readonly number[]; transform: readonly number[] }
    | { kind: 'polis'; columnMean: readonly number[]; components: readonly [readonly number[], readonly number[]] }
}

/** Takes out what is about single participants. */
export function publishedOpinions({ groupOf, places, map, ...result }: OpinionGroups): PublishedOpinions {
  return { ...result, density: densityCells({ groupOf, places, k: result.k }), extremities: extremitiesOf(map), map: keepMap(map) }
}

/** Length of the factors of each statement, in units of their root mean square. */
function extremitiesOf({ how, removed }: OpinionMap): number[] {
  const [x, y] = how.kind === 'polis' ? how.components : [1, 2].map((part) => how.statementTerms.filter((_, at) => at % 3 === part))
  const lengths = Array.from(x ?? [], (one, at) => (removed.has(at) ? 0 : Math.hypot(one, y?.[at] ?? 0)))
  const square = lengths.reduce((sum, one) => sum + one * one, 0) / Math.max(1, lengths.length - removed.size)
  return lengths.map((one) => (square === 0 ? 0 : Math.round((one / Math.sqrt(square)) * 1000) / 1000))
}

function keepMap({ votesNeeded, removed, centres, groupOfCentre, how }: OpinionMap): KeptMap {
  return {
    votesNeeded,
    removed: [...removed],
    centres: [...centres],
    groupOfCentre: [...groupOfCentre],
    how:
      how.kind === 'factors'
        ? { ...how, statementTerms: [...how.statementTerms], transform: [...how.transform] }
        : { kind: 'polis', columnMean: [...how.columnMean], components: [[...how.components[0]], [...how.components[1]]] },
  }
}

/** The map as `placeOf` wants it. */
export function restoreMap({ votesNeeded, removed, centres, groupOfCentre, how }: KeptMap): OpinionMap {
  return {
    votesNeeded,
    removed: new Set(removed),
    centres: Float64Array.from(centres),
    groupOfCentre: Int8Array.from(groupOfCentre),
    how:
      how.kind === 'factors'
        ? { ...how, statementTerms: Float64Array.from(how.statementTerms), transform: Float64Array.from(how.transform) }
        : {
            kind: 'polis',
            columnMean: Float64Array.from(how.columnMean),
            components: [Float64Array.from(how.components[0]), Float64Array.from(how.components[1])],
          },
  }
}
