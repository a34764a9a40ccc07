import { writeCodeId } from '../../books/indicators/sdmx/code-id.ts'
import type { SdmxStructure } from '../../books/indicators/sdmx/dimensions.ts'
import type { Flow } from '../../books/indicators/sdmx/flow.ts'
import { isInFlow } from '../../books/indicators/sdmx/flow.ts'
import { artefactWords, goalName, ownConcepts, sdgConcepts } from '../../books/indicators/sdmx/words.ts'
import { writeIndicatorId } from '../../books/indicators/sdmx/code-id.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { Artefact, ItemScheme } from '../../formats/sdmx/artefact.ts'
import type { ArtefactId, Code } from '../../formats/sdmx/model.ts'
import { rootAgency } from '../../books/indicators/sdmx/agency.ts'
import type { CityCube } from './city-cube.ts'
import { codelistOf, dataStructureOf, ownConceptScheme, sdgConceptScheme } from './data-structure.ts'
import { version } from './data-query.ts'
import { agreementIdOf } from './find-flows.ts'
import { flowNames, namesOf } from './flow-names.ts'

/** SDMX fixes the version of these schemes. */
const schemeVersion = '1.0'

/** Names without the languages that have none. */
const wordsOf = (text: MultilingualText): Code['names'] => Object.fromEntries(Object.entries(text).filter(([, words]) => words))
const itemOf = (id: string, name: MultilingualText): Code => ({ id, names: wordsOf(name), parent: null })

const scheme = (
  kind: ItemScheme['kind'],
  { agency, id, version: of }: ArtefactId,
  names: MultilingualText,
  items: readonly Code[],
): ItemScheme => ({
  ...{ kind, agency, id, version: of, names: wordsOf(names), items, isPartial: false, isStub: false },
})

/** What all cities share: who maintains, which concepts there are, and the code lists of the standard. */
export function rootArtefacts(cubes: readonly CityCube[]): Artefact[] {
  const concepts = (words: Readonly<Record<string, MultilingualText>>) => Object.entries(words).map(([id, name]) => itemOf(id, name))
  const standard = new Map(cubes.flatMap(({ codelists }) => [...codelists].filter(([id]) => codelistOf('', id).agency === rootAgency)))
  return [
    scheme('agencyscheme', { agency: 'SDMX', id: 'AGENCIES', version: schemeVersion }, artefactWords.agencies, [
      itemOf(rootAgency, artefactWords.agency),
    ]),
    scheme(
      'agencyscheme',
      { agency: rootAgency, id: 'AGENCIES', version: schemeVersion },
      artefactWords.agencies,
      cubes.map(({ agency, city }) => itemOf(agency.slice(rootAgency.length + 1), city.name)),
    ),
    scheme('conceptscheme', sdgConceptScheme, artefactWords.sdgConcepts, concepts(sdgConcepts)),
    scheme('conceptscheme', ownConceptScheme, artefactWords.ownConcepts, concepts(ownConcepts)),
    ...[...standard].map(([id, codes]) => scheme('codelist', codelistOf('', id), sdgConcepts[id] ?? {}, [...codes.values()])),
  ]
}

/** What one city maintains. */
export function cityArtefacts(cube: CityCube): Artefact[] {
  const { agency, city, flows, codelists } = cube
  const own = (id: string): ArtefactId => ({ agency, id, version })
  const maintained = (id: string, names: Code['names']) => ({ ...own(id), names, isStub: false })
  const goals = flows.flatMap(({ goal }) => (goal === null ? [] : [goal]))
  const categories = own('SDG_GOALS')
  const providers = { agency, id: 'DATA_PROVIDERS', version: schemeVersion }
  const sources = [...new Set(cube.contents.measured.map(({ source }) => source))]
  const structures: SdmxStructure[] = ['FIGURES', 'SDG']
  return [
    scheme(
      'categoryscheme',
      categories,
      namesOf(city.name, artefactWords.goals),
      goals.map((goal) => itemOf(String(goal), goalName(goal))),
    ),
    scheme(
      'dataproviderscheme',
      providers,
      namesOf(city.name, artefactWords.providers),
      sources.map((source) => itemOf(writeCodeId(source), cube.sources.get(source)?.name ?? {})),
    ),
    ...[...codelists]
      .filter(([id]) => codelistOf(agency, id).agency === agency)
      .map(([id, codes]) =>
        scheme('codelist', codelistOf(agency, id), namesOf(city.name, sdgConcepts[id] ?? ownConcepts[id] ?? {}), [...codes.values()]),
      ),
    ...structures.map((structure): Artefact => {
      const definition = dataStructureOf(agency, structure)
      return { kind: 'datastructure', ...maintained(structure, namesOf(city.name, definition.names)), definition }
    }),
    ...flows.map((flow): Artefact => ({ kind: 'dataflow', ...maintained(flow.id, flowNames(cube, flow)), structure: own(flow.structure) })),
    ...flows
      .filter(({ goal }) => goal !== null)
      .map((flow): Artefact => ({
        ...{ kind: 'categorisation', ...maintained(`CAT_${flow.id}`, flowNames(cube, flow)), dataflow: own(flow.id) },
        category: { scheme: categories, item: String(flow.goal) },
      })),
    ...sources.map((source): Artefact => ({
      ...{ kind: 'provisionagreement', dataflow: own('FIGURES') },
      ...maintained(agreementIdOf(source), wordsOf(cube.sources.get(source)?.name ?? {})),
      provider: { scheme: providers, item: writeCodeId(source) },
    })),
    ...flows.map((flow): Artefact => constraintOf(cube, flow)),
  ]
}

/** Which codes there are in a flow, of the dimensions that say what is measured; the others are asked for as availability. */
function constraintOf(cube: CityCube, flow: Flow): Artefact {
  const { agency, contents, indicators } = cube
  const rows = contents.measured.filter(({ indicator, source, method, boundary, unit }) =>
    isInFlow(
      flow,
      { indicator, source, method, boundary, unit, refArea: '', dimensions: {} },
      (code) => indicators.get(code)?.sdgGoal ?? null,
    ),
  )
  const codes = (list: string[]): string[] => [...new Set(list)].sort()
  const series = codes(rows.map(({ seriesCode, indicator }) => (seriesCode ? writeCodeId(seriesCode) : writeIndicatorId(indicator))))
  const own: Array<[string, string[]]> = [
    ['INDICATOR', codes(rows.map(({ indicator }) => writeIndicatorId(indicator)))],
    ['SOURCE', codes(rows.map(({ source }) => writeCodeId(source)))],
    ['METHOD', codes(rows.map(({ method }) => writeCodeId(method)))],
    ['BOUNDARY', codes(rows.map(({ boundary }) => writeCodeId(boundary)))],
    ['UNIT_MEASURE', codes(rows.map(({ unit }) => writeCodeId(unit)))],
  ]
  return {
    ...{ kind: 'dataconstraint', agency, id: `CON_${flow.id}`, version, isStub: false, time: null, counts: null },
    names: namesOf(cube.city.name, artefactWords.available),
    attachedTo: { kind: 'dataflow', agency, id: flow.id, version },
    values: new Map([['SERIES', series], ...(flow.structure === 'SDG' ? [] : own)]),
  }
}
