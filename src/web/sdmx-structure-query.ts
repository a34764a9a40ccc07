import type { SdmxProblem } from '../actions/sdmx/data-query.ts'
import type { AvailabilityQuery } from '../actions/sdmx/show-availability.ts'
import { structureDetails, type StructureQuery } from '../actions/sdmx/show-structures.ts'
import { structureReferences } from '../actions/sdmx/structure-graph.ts'
import type { Language } from '../books/text.ts'
import { artefactKinds, type ArtefactKind } from '../formats/sdmx/artefact.ts'
import { kindByOldName } from '../formats/sdmx/kind-in.ts'
import { listOf, readData1, readData2, versionsOf, type SdmxAddress } from './sdmx-query.ts'
import type { SdmxApi } from './sdmx-format.ts'

type Parsed<T> = { value: T } | { problem: SdmxProblem }
const wrong = (says: string): { problem: SdmxProblem } => ({ problem: { kind: 'syntax', says } })

/** Names that stand for several kinds, or for some of a kind. */
const otherNames: Readonly<Record<string, readonly ArtefactKind[]>> = {
  '*': artefactKinds,
  structure: artefactKinds,
  organisationscheme: ['agencyscheme', 'dataconsumerscheme', 'dataproviderscheme'],
  actualconstraint: ['dataconstraint'],
  allowedconstraint: ['dataconstraint'],
}

/** Kinds of the standard of which there is nothing here. */
const notHere = new Set(
  `attachmentconstraint categoryschememap conceptschememap customtypescheme geographiccodelist geogridcodelist hierarchyassociation
  metadataconstraint metadataproviderscheme metadataprovisionagreement namepersonalisationscheme organisationschememap
  organisationunitscheme reportingconstraint reportingtaxonomymap representationmap rulesetscheme transformationscheme
  userdefinedoperatorscheme valuelist vtlmappingscheme`.split(/\s+/),
)

function kindsOf(name: string): readonly ArtefactKind[] | null {
  const kind = isKind(name) ? name : kindByOldName(name)
  return otherNames[name] ?? (kind === null ? null : [kind])
}
const isKind = (name: string): name is ArtefactKind => (artefactKinds as readonly string[]).includes(name)

/** Whether the first part of an address of version 1 names a kind of artefact. */
export const isStructurePath = (name: string): boolean => kindsOf(name) !== null || notHere.has(name)

/** `/{kind}/{agency}/{id}/{version}/{item}`, in version 2 below `/structure`. */
export function readStructure(api: SdmxApi, { parts, parameters }: SdmxAddress): Parsed<StructureQuery> {
  const [name = '*', agency, id, version, item, ...more] = parts
  if (more.length > 0) return wrong('The path of structures is {kind}/{agency}/{id}/{version}/{item}.')
  const kinds = kindsOf(name)
  if (notHere.has(name))
    return { problem: { kind: 'not_implemented', says: `There is no ${name} here. There are ${artefactKinds.join(', ')}.` } }
  if (kinds === null) return wrong(`"${name}" is no kind of structure. There are ${artefactKinds.join(', ')} and *.`)
  for (const parameter of parameters.keys())
    if (!['detail', 'references', 'format'].includes(parameter))
      return wrong(`There is no parameter "${parameter}". There are detail and references.`)
  const detail = structureDetails.find((one) => one === (parameters.get('detail') ?? 'full'))
  if (detail === undefined) return wrong(`detail is one of ${structureDetails.join(', ')}, not "${parameters.get('detail')}".`)
  const references = readReferences(parameters.get('references') ?? 'none')
  if (references === null) return wrong(`references is one of ${structureReferences.join(', ')}, or a kind of structure.`)
  const items = listOf(item)
  const role = name === 'actualconstraint' ? 'Actual' : name === 'allowedconstraint' ? 'Allowed' : null
  return {
    value: { kinds, role, agencies: listOf(agency), ids: listOf(id), versions: versionsOf(api, version), items, detail, references },
  }
}

/** null: one of them is none. */
function readReferences(text: string): StructureQuery['references'] | null {
  const list = text.split(',').map((one): StructureQuery['references'] | null => {
    const known = structureReferences.find((name) => name === one)
    return known === undefined ? (kindsOf(one) ?? (notHere.has(one) ? [] : null)) : [known]
  })
  return list.includes(null) ? null : list.flatMap((one) => one ?? [])
}

/** `/availability/…/{key}/{components}` and `/availableconstraint/{flow}/{key}/{provider}/{components}`. */
export function readAvailability(
  api: SdmxApi,
  { parts, parameters }: SdmxAddress,
  languages: readonly Language[],
): Parsed<AvailabilityQuery> {
  const own = new Map([...parameters].filter(([name]) => !['mode', 'references'].includes(name)))
  const at = api === 2 ? 5 : 3
  const address = { parts: parts.slice(0, at), parameters: own, repeated: null }
  const parsed = api === 2 ? readData2(address, languages) : readData1(address, languages)
  if ('problem' in parsed) return parsed
  const mode = parameters.get('mode') ?? 'exact'
  if (mode !== 'exact' && mode !== 'available') return wrong(`mode is exact or available, not "${mode}".`)
  const references = readReferences(parameters.get('references') ?? 'none')
  if (references === null || references.some((one) => one !== 'none' && one !== 'all' && !isKind(one)))
    return wrong('references is none, all, codelist, conceptscheme, datastructure, dataflow or dataproviderscheme.')
  const components = parts[at]
  return {
    value: {
      ...{ data: parsed.value, mode, references: references as AvailabilityQuery['references'] },
      components: components === undefined || components === '*' || components === 'all' ? null : components.split(/[,+]/),
    },
  }
}
