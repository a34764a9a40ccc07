import { attributesOf, dimensionsOf, type SdmxStructure } from '../../books/indicators/sdmx/dimensions.ts'
import { artefactWords, ownConcepts, sdgConcepts, standardCodes } from '../../books/indicators/sdmx/words.ts'
import type { AttributeComponent, ArtefactId, Component, DataStructure } from '../../formats/sdmx/model.ts'
import { rootAgency } from '../../books/indicators/sdmx/agency.ts'
import { version } from './data-query.ts'

export const sdgConceptScheme: ArtefactId = { agency: rootAgency, id: 'SDG_CONCEPTS', version }
export const ownConceptScheme: ArtefactId = { agency: rootAgency, id: 'FIGURE_CONCEPTS', version }
export const metadataConceptScheme: ArtefactId = { agency: rootAgency, id: 'METADATA_CONCEPTS', version }

/** Dimensions and attributes whose values are free text. */
const uncoded = new Set(['CUST_BREAKDOWN', 'TIME_PERIOD', 'OBS_VALUE'])
const codedAttributes = new Set(['OBS_STATUS', 'UNIT_MULT', 'UNIT_MEASURE'])

/** The code list of a component: those of the standard are Bagdar's, all others the city's. */
export const codelistOf = (agency: string, component: string): ArtefactId => ({
  agency: component in standardCodes ? rootAgency : agency,
  id: `CL_${component}`,
  version,
})

const componentOf = (agency: string, id: string, isCoded: boolean): Component => ({
  id,
  scheme: id in sdgConcepts ? sdgConceptScheme : ownConceptScheme,
  concept: id,
  codelist: isCoded ? codelistOf(agency, id) : null,
})

/** One of the two structures, as a city maintains it. */
export function dataStructureOf(agency: string, structure: SdmxStructure): DataStructure {
  return {
    ...{ agency, id: structure, version },
    names: structure === 'SDG' ? artefactWords.official : artefactWords.figures,
    dimensions: dimensionsOf(structure).map((id) => componentOf(agency, id, !uncoded.has(id))),
    timeDimension: componentOf(agency, 'TIME_PERIOD', false),
    measure: componentOf(agency, 'OBS_VALUE', false),
    attributes: attributesOf(structure).map(({ id, attachedTo, isRequired }): AttributeComponent => ({
      ...componentOf(agency, id, codedAttributes.has(id)),
      attachedTo,
      isRequired,
    })),
  }
}

export const componentNames = (id: string) => sdgConcepts[id] ?? ownConcepts[id] ?? {}

/** Attributes of metadata: texts. */
export const metadataComponentsOf = (ids: readonly string[]): Component[] =>
  ids.map((id) => ({ id, scheme: metadataConceptScheme, concept: id, codelist: null }))
