import type { ArtefactId, Component } from './model.ts'
import { structure, structures } from './sdmx-fixture.ts'

const urn = (className: string, { agency, id, version }: ArtefactId, item = '') =>
  `urn:sdmx:org.sdmx.infomodel.x.${className}=${agency}:${id}(${version})${item}`
const artefact = ({ agency: agencyID, id, version, names }: ArtefactId & { names: object }) => ({ id, agencyID, version, names })
const component = ({ id, scheme, concept, codelist }: Component) => ({
  id,
  conceptIdentity: urn('Concept', scheme, `.${concept}`),
  localRepresentation: codelist === null ? {} : { enumeration: urn('Codelist', codelist) },
})

/** The structures of the small message, as SDMX-JSON. */
export const structureMessage = JSON.stringify({
  data: {
    codelists: structures.codelists.map((one) => ({ ...artefact(one), codes: one.codes.map(({ id, names }) => ({ id, names })) })),
    conceptSchemes: structures.conceptSchemes.map((one) => ({ ...artefact(one), concepts: one.concepts })),
    dataStructures: [
      {
        ...artefact(structure),
        dataStructureComponents: {
          dimensionList: { dimensions: structure.dimensions.map(component), timeDimension: component(structure.timeDimension) },
          measureList: { primaryMeasure: component(structure.measure) },
          attributeList: {
            attributes: structure.attributes.map((one) => ({
              ...component(one),
              assignmentStatus: one.isRequired ? 'Mandatory' : 'Conditional',
              attributeRelationship: one.attachedTo === 'series' ? { dimensions: ['SEX'] } : { primaryMeasure: 'OBS_VALUE' },
            })),
          },
        },
      },
    ],
    dataflows: structures.dataflows.map((one) => ({ ...artefact(one), structure: urn('DataStructure', one.structure) })),
  },
})
