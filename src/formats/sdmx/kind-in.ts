import type { ArtefactKind } from './artefact.ts'

/** What SDMX 2.1 calls kinds that have other names, and places, since 3.0. */
const oldNames = { dataconstraint: 'contentconstraint', hierarchy: 'hierarchicalcodelist', structuremap: 'structureset' } as const

type OldName = (typeof oldNames)[keyof typeof oldNames]

/**
 * The name of a kind in 2.1 (`old`) or since 3.0 (`new`).
 *
 * @example
 * kindIn('old', 'hierarchy') // => 'hierarchicalcodelist'
 */
export const kindIn = (generation: 'old' | 'new', kind: ArtefactKind): ArtefactKind | OldName =>
  generation === 'old' && kind in oldNames ? oldNames[kind as keyof typeof oldNames] : kind

/** The kind by its older name; null where it has none. */
export const kindByOldName = (name: string): ArtefactKind | null =>
  (Object.keys(oldNames) as Array<keyof typeof oldNames>).find((kind) => oldNames[kind] === name) ?? null
