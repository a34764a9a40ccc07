import { rootAgency } from '../../books/indicators/sdmx/agency.ts'
import { writeCodeId } from '../../books/indicators/sdmx/code-id.ts'
import type { SdmxStructure } from '../../books/indicators/sdmx/dimensions.ts'
import { dataConsumers, kindDescriptions, metadataKinds, structureNames } from '../../books/indicators/sdmx/structure-words.ts'
import { artefactWords, goalName, ownConcepts, sdgConcepts } from '../../books/indicators/sdmx/words.ts'
import type { Artefact, ArtefactKind } from '../../formats/sdmx/artefact.ts'
import type { ArtefactId, Code } from '../../formats/sdmx/model.ts'
import type { CityCube } from './city-cube.ts'
import { actualConstraint, allowedConstraint } from './city-constraints.ts'
import { version } from './data-query.ts'
import { codelistOf, dataStructureOf } from './data-structure.ts'
import { agreementIdOf } from './find-flows.ts'
import { flowNames, namesOf } from './flow-names.ts'
import { consumersOf, itemOf, itemsOf, schemeOf, schemeVersion, wordsOf } from './item-scheme.ts'

/** What one city maintains. */
export function cityArtefacts(cube: CityCube): Artefact[] {
  const { agency, city, flows, codelists } = cube
  const own = (id: string): ArtefactId => ({ agency, id, version })
  const maintained = <Kind extends ArtefactKind>(kind: Kind, id: string, names: Code['names']) => ({
    ...{ kind, ...own(id), names, descriptions: kindDescriptions[kind], isStub: false },
  })
  const goals = flows.flatMap(({ goal }) => (goal === null ? [] : [goal]))
  const categories = own('SDG_GOALS')
  const providers = { agency, id: 'DATA_PROVIDERS', version: schemeVersion }
  const sources = [...new Set(cube.contents.measured.map(({ source }) => source))]
  const structures: SdmxStructure[] = ['FIGURES', 'SDG']
  return [
    schemeOf(
      'categoryscheme',
      categories,
      namesOf(city.name, artefactWords.goals),
      goals.map((goal) => itemOf(String(goal), goalName(goal))),
    ),
    schemeOf(
      'dataproviderscheme',
      providers,
      namesOf(city.name, artefactWords.providers),
      sources.map((source) => itemOf(writeCodeId(source), cube.sources.get(source)?.name ?? {})),
    ),
    ...[...codelists]
      .filter(([id]) => codelistOf(agency, id).agency === agency)
      .map(([id, codes]) =>
        schemeOf('codelist', codelistOf(agency, id), namesOf(city.name, sdgConcepts[id] ?? ownConcepts[id] ?? {}), [...codes.values()]),
      ),
    ...structures.map((structure): Artefact => {
      const definition = dataStructureOf(agency, structure)
      return { ...maintained('datastructure', structure, namesOf(city.name, definition.names)), definition }
    }),
    ...flows.map((flow): Artefact => ({ ...maintained('dataflow', flow.id, flowNames(cube, flow)), structure: own(flow.structure) })),
    ...flows
      .filter(({ goal }) => goal !== null)
      .map((flow): Artefact => ({
        ...{ ...maintained('categorisation', `CAT_${flow.id}`, flowNames(cube, flow)), dataflow: own(flow.id) },
        category: { scheme: categories, item: String(flow.goal) },
      })),
    ...sources.map((source): Artefact => ({
      ...maintained('provisionagreement', agreementIdOf(source), wordsOf(cube.sources.get(source)?.name ?? {})),
      dataflow: own('FIGURES'),
      provider: { scheme: providers, item: writeCodeId(source) },
    })),
    ...flows.flatMap((flow) => [actualConstraint(cube, flow), ...allowedConstraint(cube, flow)]),
    schemeOf('dataconsumerscheme', consumersOf(agency), namesOf(city.name, structureNames.consumers), itemsOf(dataConsumers.local)),
    {
      ...{ ...maintained('hierarchy', 'AREAS', namesOf(city.name, structureNames.areas)), codelist: codelistOf(agency, 'REF_AREA') },
      codes: [...(codelists.get('REF_AREA')?.values() ?? [])].map(({ id, parent }) => ({ id, parent })),
    },
    ...metadataKinds.map((id): Artefact => ({
      ...maintained('metadataflow', id, namesOf(city.name, structureNames[id])),
      structure: { agency: rootAgency, id, version },
      about: codelistOf(agency, id === 'INDICATOR_METADATA' ? 'INDICATOR' : 'SOURCE'),
    })),
    {
      ...{ ...maintained('structuremap', 'FIGURES_TO_SDG', namesOf(city.name, structureNames.toSdg)), source: own('FIGURES') },
      ...{ target: own('SDG'), components: sharedComponents(agency) },
    },
  ]
}

/** What is the same in both structures, under the same id and with the same codes: a dimension of one may be an attribute of the other. */
function sharedComponents(agency: string): Array<[string, string]> {
  const idsOf = (structure: SdmxStructure): string[] => {
    const { dimensions, timeDimension, measure, attributes } = dataStructureOf(agency, structure)
    return [...dimensions, timeDimension, measure, ...attributes].map(({ id }) => id)
  }
  const own = new Set(idsOf('FIGURES'))
  return idsOf('SDG')
    .filter((id) => own.has(id))
    .map((id) => [id, id])
}
