import { isItemScheme, nameOf, referencesOf, type Artefact, type ArtefactKind, type ItemRef } from '../../formats/sdmx/artefact.ts'

export const structureReferences = ['none', 'parents', 'parentsandsiblings', 'ancestors', 'children', 'descendants', 'all'] as const
export type StructureReferences = (typeof structureReferences)[number] | ArtefactKind

/** Which artefacts refer to which. */
interface StructureGraph {
  /** What these refer to. */
  below(some: readonly Artefact[]): Artefact[]
  /** What refers to these; to a part of a scheme, what refers to an item of that part. */
  above(some: readonly Artefact[]): Artefact[]
}

/** Looked up by name: to compare every artefact with every other would take too long for an installation of many cities. */
function graphOf(all: readonly Artefact[]): StructureGraph {
  const byName = new Map(all.map((artefact) => [nameOf(artefact), artefact]))
  const children = new Map<string, Artefact[]>()
  const parents = new Map<string, Artefact[]>()
  for (const artefact of all) {
    const found = referencesOf(artefact).flatMap((ref) => byName.get(nameOf(ref)) ?? [])
    children.set(nameOf(artefact), found)
    for (const one of found) {
      const known = parents.get(nameOf(one))
      if (known === undefined) parents.set(nameOf(one), [artefact])
      else known.push(artefact)
    }
  }
  const distinct = (some: Artefact[]): Artefact[] => [...new Set(some)]
  return {
    below: (some) => distinct(some.flatMap((one) => children.get(nameOf(one)) ?? [])),
    above: (some) => distinct(some.flatMap((one) => (parents.get(nameOf(one)) ?? []).filter((parent) => isAboutPart(parent, one)))),
  }
}

/** Whether what refers to a scheme refers to the part of it that is here. */
function isAboutPart(parent: Artefact, scheme: Artefact): boolean {
  if (!isItemScheme(scheme) || !scheme.isPartial) return true
  const item = itemOf(parent)
  return item === null || scheme.items.some(({ id }) => id === item.item)
}

const itemOf = (artefact: Artefact): ItemRef | null =>
  artefact.kind === 'categorisation' ? artefact.category : artefact.kind === 'provisionagreement' ? artefact.provider : null

/**
 * The artefacts around those that matched, without these.
 *
 * `parentsandsiblings` are the parents and all that these refer to. A kind of artefact means those of that kind which are directly above, or
 * anywhere below: who asks a flow for code lists wants those of its structure.
 */
export function artefactsAround(
  all: readonly Artefact[],
  matched: readonly Artefact[],
  wanted: readonly StructureReferences[],
): Artefact[] {
  if (wanted.every((one) => one === 'none')) return []
  const { below, above } = graphOf(all)
  const furthest = (step: (some: readonly Artefact[]) => Artefact[]): Artefact[] => {
    const found = new Set<Artefact>()
    for (let border = step(matched); border.length > 0; border = step(border).filter((one) => !found.has(one)))
      for (const one of border) found.add(one)
    return [...found]
  }
  const parents = above(matched)
  const found: Readonly<Record<Exclude<StructureReferences, ArtefactKind>, () => Artefact[]>> = {
    none: () => [],
    parents: () => parents,
    ancestors: () => furthest(above),
    children: () => below(matched),
    descendants: () => furthest(below),
    parentsandsiblings: () => [...parents, ...below(parents)],
    all: () => [...parents, ...below(parents), ...furthest(below)],
  }
  const foundFor = (one: StructureReferences): Artefact[] =>
    one in found ? found[one as keyof typeof found]() : [...parents, ...furthest(below)].filter(({ kind }) => kind === one)
  const known = new Set(matched.map(nameOf))
  return [...new Set(wanted.flatMap(foundFor))].filter((one) => !known.has(nameOf(one)))
}
