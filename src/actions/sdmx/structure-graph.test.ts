import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameOf, referencesOf, type Artefact } from '../../formats/sdmx/artefact.ts'
import { artefactsAround, structureReferences, type StructureReferences } from './structure-graph.ts'

const agency = 'A'
const of = (id: string) => ({ agency, id, version: '1.0.0', names: {}, isStub: false })
const ref = (id: string) => ({ agency, id, version: '1.0.0' })

/** Flows of structures, categorised, and constraints on them: of each as many as wanted, put together at random. */
const anyArtefacts: fc.Arbitrary<Artefact[]> = fc
  .record({
    flows: fc.array(fc.nat(2), { maxLength: 5 }),
    categorised: fc.array(fc.record({ flow: fc.nat(4), item: fc.nat(2) }), { maxLength: 5 }),
    constrained: fc.array(fc.nat(4), { maxLength: 4 }),
  })
  .map(({ flows, categorised, constrained }) => [
    ...[0, 1, 2].map((n): Artefact => ({
      ...{ kind: 'metadatastructure', ...of(`M${n}`) },
      attributes: [{ id: 'X', scheme: ref('CONCEPTS'), concept: 'X', codelist: n === 0 ? null : ref(`CL${n}`) }],
    })),
    ...[1, 2].map((n): Artefact => ({ kind: 'codelist', ...of(`CL${n}`), items: [], isPartial: false })),
    { kind: 'conceptscheme', ...of('CONCEPTS'), items: [], isPartial: false },
    { kind: 'categoryscheme', ...of('GOALS'), items: [0, 1, 2].map((n) => ({ id: String(n), names: {}, parent: null })), isPartial: false },
    ...flows.map((n, at): Artefact => ({ kind: 'metadataflow', ...of(`F${at}`), structure: ref(`M${n}`), about: ref('CL1') })),
    ...flows.map((_, at): Artefact => ({ kind: 'dataflow', ...of(`F${at}`), structure: ref('NOWHERE') })),
    ...categorised.map(({ flow, item }, at): Artefact => ({
      ...{ kind: 'categorisation', ...of(`CAT${at}`), dataflow: ref(`F${flow}`), category: { scheme: ref('GOALS'), item: String(item) } },
    })),
    ...constrained.map((flow, at): Artefact => ({
      ...{ kind: 'dataconstraint', role: 'Actual', ...of(`CON${at}`), attachedTo: { kind: 'dataflow', ...ref(`F${flow}`) } },
      ...{ values: new Map(), time: null, counts: null },
    })),
  ])

/** Each compared with each, step by step. */
function slowly(all: readonly Artefact[], matched: readonly Artefact[], wanted: StructureReferences): string[] {
  const below = (some: readonly Artefact[]) =>
    all.filter((one) => some.some((from) => referencesOf(from).some((to) => nameOf(to) === nameOf(one))))
  const above = (some: readonly Artefact[]) =>
    all.filter((one) => referencesOf(one).some((to) => some.some((other) => nameOf(other) === nameOf(to))))
  const furthest = (step: (some: readonly Artefact[]) => Artefact[]): Artefact[] => {
    let found = step(matched)
    for (let more = step(found); more.some((one) => !found.includes(one)); more = step(found)) found = [...new Set([...found, ...more])]
    return found
  }
  const parents = above(matched)
  const found: Record<string, Artefact[]> = {
    none: [],
    parents,
    parentsandsiblings: [...parents, ...below(parents)],
    ancestors: furthest(above),
    children: below(matched),
    descendants: furthest(below),
    all: [...parents, ...below(parents), ...furthest(below)],
  }
  const around = found[wanted] ?? [...parents, ...furthest(below)].filter(({ kind }) => kind === wanted)
  return [...new Set(around.map(nameOf))].filter((name) => !matched.some((one) => nameOf(one) === name)).sort()
}

test.each([...structureReferences, 'codelist', 'categorisation', 'dataflow'] as const)(
  'references=%s, as the slow way finds them',
  (wanted) => {
    fc.assert(
      fc.property(anyArtefacts, fc.nat(), fc.nat(), (all, first, second) => {
        const matched = [all[first % all.length]!, all[second % all.length]!]
        expect(artefactsAround(all, matched, [wanted]).map(nameOf).sort()).toEqual(slowly(all, matched, wanted))
      }),
    )
  },
)

describe('a part of a scheme', () => {
  const goals: Artefact = {
    ...{ kind: 'categoryscheme', ...of('GOALS'), isPartial: true },
    items: [{ id: '11', names: {}, parent: null }],
  }
  const categorised = ['11', '13'].map((item): Artefact => ({
    ...{ kind: 'categorisation', ...of(`CAT_${item}`), dataflow: ref('F'), category: { scheme: ref('GOALS'), item } },
  }))

  test('has only the parents that refer to an item of it', () => {
    const whole: Artefact = { ...goals, isPartial: false }
    expect(artefactsAround([whole, ...categorised], [goals], ['parents']).map(({ id }) => id)).toEqual(['CAT_11'])
    expect(artefactsAround([whole, ...categorised], [whole], ['parents'])).toHaveLength(2)
  })
})
