import type { MetadataStructureArtefact, StructureArtefact } from '../artefact.ts'
import type { Component } from '../model.ts'
import { xmlAttributes } from './escape-xml.ts'
import { writeItemReference, writeReference } from './write-ml-reference.ts'
import type { MlStructureVersion } from './write-ml-structure.ts'

/** Which concept a component is, and what its values are. */
function innerOf({ scheme, concept, codelist }: Component, type: string, version: MlStructureVersion): string {
  const values =
    codelist === null ? `<structure:TextFormat textType="${type}"/>` : writeReference('Enumeration', 'codelist', codelist, version)
  return `${writeItemReference('ConceptIdentity', 'concept', { scheme, item: concept }, version)}<structure:LocalRepresentation>${values}</structure:LocalRepresentation>`
}

/** Dimensions, measure and attributes of a data structure. */
export function writeMlComponents({ definition, agency, id, version: of }: StructureArtefact, version: MlStructureVersion): string {
  const isOld = version === '2.1'
  const urn = (type: string, item: string) => `urn:sdmx:org.sdmx.infomodel.datastructure.${type}=${agency}:${id}(${of}).${item}`
  const inner = (one: Component, type: string): string => innerOf(one, type, version)
  const own = (one: Component, type: string, extra: Readonly<Record<string, string | null>> = {}): string =>
    xmlAttributes({ id: one.id, urn: urn(type, one.id), ...extra })
  const { dimensions, timeDimension, measure, attributes } = definition
  const inDimension = (name: string): string =>
    isOld ? `<structure:Dimension><Ref id="${name}"/></structure:Dimension>` : `<structure:Dimension>${name}</structure:Dimension>`
  const ofObservation = isOld
    ? `<structure:PrimaryMeasure><Ref id="${measure.id}"/></structure:PrimaryMeasure>`
    : '<structure:Observation/>'
  const dimensionList = `<structure:DimensionList id="DimensionDescriptor" urn="${urn('DimensionDescriptor', 'DimensionDescriptor')}">
${dimensions.map((one, at) => `<structure:Dimension${own(one, 'Dimension', { position: String(at + 1) })}>${inner(one, 'String')}</structure:Dimension>\n`).join('')}<structure:TimeDimension${own(timeDimension, 'TimeDimension', { position: isOld ? String(dimensions.length + 1) : null })}>${inner(timeDimension, 'ObservationalTimePeriod')}</structure:TimeDimension>
</structure:DimensionList>
`
  const attributeList = `<structure:AttributeList id="AttributeDescriptor" urn="${urn('AttributeDescriptor', 'AttributeDescriptor')}">
${attributes
  .map((one) => {
    const status = isOld
      ? { assignmentStatus: one.isRequired ? 'Mandatory' : 'Conditional' }
      : { usage: one.isRequired ? 'mandatory' : 'optional' }
    const relation = one.attachedTo === 'series' ? dimensions.map((dimension) => inDimension(dimension.id)).join('') : ofObservation
    return `<structure:Attribute${own(one, 'DataAttribute', status)}>${inner(one, 'String')}<structure:AttributeRelationship>${relation}</structure:AttributeRelationship></structure:Attribute>\n`
  })
  .join('')}</structure:AttributeList>
`
  const measureTag = isOld ? 'PrimaryMeasure' : 'Measure'
  const measureList = `<structure:MeasureList id="MeasureDescriptor" urn="${urn('MeasureDescriptor', 'MeasureDescriptor')}"><structure:${measureTag}${own(measure, measureTag)}>${inner(measure, 'Double')}</structure:${measureTag}></structure:MeasureList>
`
  return `\n<structure:DataStructureComponents>\n${dimensionList}${isOld ? attributeList + measureList : measureList + attributeList}</structure:DataStructureComponents>\n`
}

/** Attributes of metadata. In 2.1 they stand in a report about a target, a code; 3.0 has the target in the flow. */
export function writeMetadataAttributes({ attributes }: MetadataStructureArtefact, version: MlStructureVersion): string {
  const list = attributes
    .map((one) => {
      const often = xmlAttributes({ id: one.id, minOccurs: '0', maxOccurs: '1' })
      return `<structure:MetadataAttribute${often}>${innerOf(one, 'String', version)}</structure:MetadataAttribute>\n`
    })
    .join('')
  const content =
    version === '3.0'
      ? `<structure:MetadataAttributeList id="MetadataAttributeDescriptor">\n${list}</structure:MetadataAttributeList>\n`
      : `<structure:MetadataTarget id="CODE"><structure:IdentifiableObjectTarget id="CODE_TARGET" objectType="Code"><structure:LocalRepresentation><structure:TextFormat textType="IdentifiableReference"/></structure:LocalRepresentation></structure:IdentifiableObjectTarget></structure:MetadataTarget>
<structure:ReportStructure id="REPORT">
${list}<structure:MetadataTarget><Ref id="CODE"/></structure:MetadataTarget>
</structure:ReportStructure>
`
  return `\n<structure:MetadataStructureComponents>\n${content}</structure:MetadataStructureComponents>\n`
}
