import type { MetadataStructureArtefact, StructureArtefact } from '../artefact.ts'
import type { Component } from '../model.ts'
import { urnOf } from '../urn.ts'
import type { JsonStructureVersion } from './write-json-structure.ts'

/** Which concept a component is, and what its values are. */
const componentOf = ({ id, scheme, concept, codelist }: Component, type: string, version: JsonStructureVersion) => ({
  id,
  conceptIdentity: urnOf('concept', scheme, concept),
  localRepresentation:
    codelist !== null
      ? { enumeration: urnOf('codelist', codelist) }
      : version === '1.0'
        ? { textFormat: { textType: type } }
        : { format: { dataType: type } },
})

/** Dimensions, measure and attributes of a data structure. */
export function jsonComponents({ definition }: StructureArtefact, version: JsonStructureVersion): object {
  const { dimensions, timeDimension, measure, attributes } = definition
  const isOld = version === '1.0'
  const component = (one: Component, type: string) => componentOf(one, type, version)
  const time = component(timeDimension, 'ObservationalTimePeriod')
  const value = component(measure, 'Double')
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: dimensions.map((one, at) => ({ ...component(one, 'String'), position: at, ...(isOld ? { type: 'Dimension' } : {}) })),
      ...(isOld ? { timeDimensions: [{ ...time, position: dimensions.length, type: 'TimeDimension' }] } : { timeDimension: time }),
    },
    measureList: { id: 'MeasureDescriptor', ...(isOld ? { primaryMeasure: value } : { measures: [{ ...value, usage: 'optional' }] }) },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: attributes.map((one) => ({
        ...component(one, 'String'),
        ...(isOld
          ? { assignmentStatus: one.isRequired ? 'Mandatory' : 'Conditional' }
          : { usage: one.isRequired ? 'mandatory' : 'optional' }),
        attributeRelationship:
          one.attachedTo === 'series'
            ? { dimensions: dimensions.map(({ id }) => id) }
            : isOld
              ? { primaryMeasure: measure.id }
              : { observation: {} },
      })),
    },
  }
}

/** Attributes of metadata. In 1.0 they stand in a report about a target, a code; since 2.0 the flow has the target. */
export function jsonMetadataAttributes({ attributes }: MetadataStructureArtefact, version: JsonStructureVersion): object {
  const list = attributes.map((one) => ({ ...componentOf(one, 'String', version), minOccurs: 0, maxOccurs: 1 }))
  if (version !== '1.0') return { metadataAttributeList: { id: 'MetadataAttributeDescriptor', metadataAttributes: list } }
  const target = { id: 'CODE_TARGET', objectType: 'Code', localRepresentation: { textFormat: { textType: 'IdentifiableReference' } } }
  return {
    metadataTargetList: { metadataTargets: [{ id: 'CODE', identifiableObjectTargets: [target] }] },
    reportStructureList: {
      reportStructures: [{ id: 'REPORT', metadataAttributeList: { metadataAttributes: list }, metadataTargets: ['CODE'] }],
    },
  }
}
