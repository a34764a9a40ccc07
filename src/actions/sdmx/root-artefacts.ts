import { rootAgency } from '../../books/indicators/sdmx/agency.ts'
import {
  dataConsumers,
  kindDescriptions,
  metadataAttributes,
  metadataConcepts,
  metadataKinds,
  processSteps,
  reportingCategories,
  structureNames,
} from '../../books/indicators/sdmx/structure-words.ts'
import { artefactWords, ownConcepts, sdgConcepts } from '../../books/indicators/sdmx/words.ts'
import type { Artefact } from '../../formats/sdmx/artefact.ts'
import type { ArtefactId } from '../../formats/sdmx/model.ts'
import type { CityCube } from './city-cube.ts'
import { version } from './data-query.ts'
import { codelistOf, metadataComponentsOf, metadataConceptScheme, ownConceptScheme, sdgConceptScheme } from './data-structure.ts'
import { consumersOf, itemOf, itemsOf, schemeOf, schemeVersion } from './item-scheme.ts'

/** What all cities share: who maintains, which concepts there are, the code lists of the standard, and how the work is done. */
export function rootArtefacts(cubes: readonly CityCube[]): Artefact[] {
  const root = (id: string): ArtefactId => ({ agency: rootAgency, id, version })
  const standard = new Map(cubes.flatMap(({ codelists }) => [...codelists].filter(([id]) => codelistOf('', id).agency === rootAgency)))
  return [
    schemeOf('agencyscheme', { agency: 'SDMX', id: 'AGENCIES', version: schemeVersion }, artefactWords.agencies, [
      itemOf(rootAgency, artefactWords.agency),
    ]),
    schemeOf(
      'agencyscheme',
      { agency: rootAgency, id: 'AGENCIES', version: schemeVersion },
      artefactWords.agencies,
      cubes.map(({ agency, city }) => itemOf(agency.slice(rootAgency.length + 1), city.name)),
    ),
    schemeOf('conceptscheme', sdgConceptScheme, artefactWords.sdgConcepts, itemsOf(sdgConcepts)),
    schemeOf('conceptscheme', ownConceptScheme, artefactWords.ownConcepts, itemsOf(ownConcepts)),
    schemeOf('conceptscheme', metadataConceptScheme, structureNames.metadataConcepts, itemsOf(metadataConcepts)),
    ...[...standard].map(([id, codes]) => schemeOf('codelist', codelistOf('', id), sdgConcepts[id] ?? {}, [...codes.values()])),
    schemeOf('dataconsumerscheme', consumersOf(rootAgency), structureNames.consumers, itemsOf(dataConsumers.international)),
    ...(['REPORTS', 'VLR_TABLES'] as const).map((id) =>
      schemeOf('reportingtaxonomy', root(id), structureNames[id], itemsOf(reportingCategories[id])),
    ),
    ...(['RELEASE', 'CONSULTATION'] as const).map((id) => schemeOf('process', root(id), structureNames[id], itemsOf(processSteps[id]))),
    ...metadataKinds.map((id): Artefact => ({
      ...{ kind: 'metadatastructure', ...root(id), names: structureNames[id], isStub: false },
      ...{ descriptions: kindDescriptions.metadatastructure, attributes: metadataComponentsOf(metadataAttributes[id]) },
    })),
  ]
}
