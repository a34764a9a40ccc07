import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import type { Structures } from './model.ts'
import { detectFormat } from './read-format.ts'
import { findStructure, readDataMessage, readStructures } from './read-message.ts'
import { bytesOf, messages, said, structures } from './sdmx-fixture.ts'

const source = (text: string) => bytesInMemory('message', bytesOf(text))
const none: Structures = { codelists: [], conceptSchemes: [], dataStructures: [], dataflows: [] }

describe.each(Object.entries(messages))('%s', (name, text) => {
  test('is known by its content', () => {
    expect(detectFormat(source(text)).name).toBe(name)
  })

  test('says what the others say', () => {
    expect(readDataMessage(source(text), structures).dataSets).toEqual([said])
  })

  test('says who sent it and when, where the format has that', () => {
    const { header } = readDataMessage(source(text), structures)
    const known = { id: 'T1', prepared: '2026-01-02T03:04:05Z', sender: 'UG', isTest: true }
    expect(header).toEqual(name.startsWith('SDMX-CSV') ? { id: '', prepared: '', sender: '', isTest: false } : known)
  })

  test('without its structure it says the same values of the same keys', () => {
    const [dataSet] = readDataMessage(source(text), none).dataSets
    const values = (series: typeof said.series) =>
      series.map(({ key, observations }) => [key['SERIES'], key['SEX'], ...observations.map((one) => [one.timePeriod, one.obsValue])])
    // Columns in free order cannot be told apart without a structure.
    if (name !== 'SDMX-CSV 2.x, data') expect(values(dataSet?.series ?? [])).toEqual(values(said.series))
  })

  test('in pieces of any length, and with each byte order mark that its format has, it is the same', () => {
    const long = text.replace('Ulgiqala', `Ulgiqala${' '.repeat(70_000)}`).replace('\r\nUG', `${'\r\n'.repeat(70_000)}UG`)
    expect(readDataMessage(source(long), structures).dataSets).toEqual([said])
    if (!name.startsWith('SDMX-ML')) return
    const spaced = text.replaceAll('<Obs', `\n${' '.repeat(65_530)}<Obs`).replaceAll('<g:Obs>', `<!--${'-x'.repeat(40_000)}--><g:Obs>`)
    expect(readDataMessage(source(spaced), structures).dataSets).toEqual([said])
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, 'utf16le'))
    expect(readDataMessage(bytesInMemory('message', utf16), structures).dataSets).toEqual([said])
  })
})

describe('what is none', () => {
  test.each([
    { case: 'nothing', text: '' },
    { case: 'any table', text: 'Year,Value\n2020,1\n' },
    { case: 'any JSON', text: '{"type":"FeatureCollection"}' },
    { case: 'any XML', text: '<html/>' },
    { case: 'SDMX 2.0', text: '<CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"/>' },
  ])('$case', ({ text }) => {
    expect(() => detectFormat(source(text))).toThrow(expect.objectContaining({ code: 'sdmx_unknown_format' }) as FormatError)
  })
})

describe('the structure that a message names', () => {
  const named = { kind: 'datastructure', agency: 'UG', id: 'SDG', version: '1.0' } as const
  test.each([
    { case: 'by itself', wanted: named, found: '1.0' },
    { case: 'through its flow', wanted: said.structure, found: '1.0' },
    { case: 'in another version than there is', wanted: { ...named, version: '9.9' }, found: '1.0' },
    { case: 'of another agency', wanted: { ...named, agency: 'XX' }, found: undefined },
    { case: 'not at all', wanted: null, found: undefined },
  ])('$case', ({ wanted, found }) => {
    expect(findStructure(structures, wanted)?.version).toBe(found)
  })
})

const code = (id: string, name: string, more = '') => `<s:Code id="${id}"><c:Name xml:lang="en">${name}</c:Name>${more}</s:Code>`
const ml21 = `<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:s="s" xmlns:c="c"><m:Structures>
<s:Codelists><s:Codelist id="CL_SEX" agencyID="UG" version="1.0"><c:Name xml:lang="en">Sex</c:Name><c:Name xml:lang="kk">Жынысы</c:Name>
${code('F', 'Women', '<s:Parent><Ref id="_T"/></s:Parent>')}<s:Code id="_T"><c:Annotations><c:Annotation><c:AnnotationType>Indicator</c:AnnotationType><c:AnnotationText><![CDATA[5.5.2]]></c:AnnotationText></c:Annotation></c:Annotations><c:Name>Total</c:Name></s:Code></s:Codelist></s:Codelists>
<s:Concepts><s:ConceptScheme id="CS" agencyID="UG" version="1.0"><s:Concept id="SEX"><c:Name>Sex</c:Name><s:CoreRepresentation><s:Enumeration><Ref id="CL_SEX" agencyID="UG" version="1.0"/></s:Enumeration></s:CoreRepresentation></s:Concept></s:ConceptScheme></s:Concepts>
<s:DataStructures><s:DataStructure id="SDG" agencyID="UG" version="1.0"><c:Name>SDG</c:Name><s:DataStructureComponents><s:DimensionList>
<s:Dimension id="AREA" position="2"/><s:Dimension id="SEX" position="1"><s:ConceptIdentity><Ref id="SEX" maintainableParentID="CS" maintainableParentVersion="1.0" agencyID="UG"/></s:ConceptIdentity></s:Dimension><s:TimeDimension id="TIME_PERIOD"/></s:DimensionList>
<s:AttributeList><s:Attribute id="TITLE" assignmentStatus="Mandatory"><s:AttributeRelationship><s:Dimension><Ref id="SEX"/></s:Dimension></s:AttributeRelationship></s:Attribute>
<s:Attribute id="SOURCE" assignmentStatus="Conditional"><s:AttributeRelationship><s:None/></s:AttributeRelationship></s:Attribute>
<s:Attribute id="OBS_STATUS"><s:AttributeRelationship><s:PrimaryMeasure><Ref id="OBS_VALUE"/></s:PrimaryMeasure></s:AttributeRelationship></s:Attribute></s:AttributeList>
<s:MeasureList><s:PrimaryMeasure id="OBS_VALUE"/></s:MeasureList></s:DataStructureComponents></s:DataStructure></s:DataStructures>
<s:Dataflows><s:Dataflow id="DF" agencyID="UG" version="2.0"><c:Name>Flow</c:Name><s:Structure><Ref id="SDG" agencyID="UG" version="1.0"/></s:Structure></s:Dataflow></s:Dataflows>
</m:Structures></m:Structure>`
const ml30 = ml21
  .replace('v2_1', 'v3_0')
  .replace(/<Ref id="(\w+)" maintainableParentID="CS"[^>]*\/>/g, 'urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=UG:CS(1.0).$1')
  .replace(/<Ref id="(\w+)" agencyID="UG" version="1.0"\/>/g, 'urn:sdmx:org.sdmx.infomodel.x.X=UG:$1(1.0)')
  .replace('<s:PrimaryMeasure><Ref id="OBS_VALUE"/></s:PrimaryMeasure>', '<s:Observation/>')
  .replace(/<Ref id="(\w+)"\/>/g, '$1')
  .replace('<s:None/>', '<s:Dataflow/>')
  .replace('assignmentStatus="Mandatory"', 'usage="mandatory"')
  .replace('<s:PrimaryMeasure id', '<s:Measure id')
const sexList = 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UG:CL_SEX(1.0)'
const json = JSON.stringify({
  data: {
    codelists: [
      {
        ...{ id: 'CL_SEX', agencyID: 'UG', version: '1.0', names: { en: 'Sex', kk: 'Жынысы' } },
        codes: [
          { id: 'F', names: { en: 'Women' }, parent: '_T' },
          { id: '_T', name: 'Total', annotations: [{ type: 'Indicator', text: '5.5.2' }] },
        ],
      },
    ],
    conceptSchemes: [
      { id: 'CS', agencyID: 'UG', version: '1.0', concepts: [{ id: 'SEX', name: 'Sex', coreRepresentation: { enumeration: sexList } }] },
    ],
    dataStructures: [
      {
        ...{ id: 'SDG', agencyID: 'UG', version: '1.0', name: 'SDG' },
        dataStructureComponents: {
          dimensionList: {
            dimensions: [
              { id: 'AREA', position: 2 },
              { id: 'SEX', position: 1, conceptIdentity: 'urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=UG:CS(1.0).SEX' },
            ],
            timeDimension: { id: 'TIME_PERIOD' },
          },
          attributeList: {
            attributes: [
              { id: 'TITLE', assignmentStatus: 'Mandatory', attributeRelationship: { dimensions: ['SEX'] } },
              { id: 'SOURCE', usage: 'optional', attributeRelationship: { dataflow: {} } },
              { id: 'OBS_STATUS', attributeRelationship: { observation: {} } },
            ],
          },
          measureList: { measures: [{ id: 'OBS_VALUE' }] },
        },
      },
    ],
    dataflows: [
      {
        id: 'DF',
        agencyID: 'UG',
        version: '2.0',
        name: 'Flow',
        structure: 'urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=UG:SDG(1.0)',
      },
    ],
  },
})

test.each([
  { format: 'SDMX-ML 2.1, structures', text: ml21 },
  { format: 'SDMX-ML 3.0, structures', text: ml30 },
  { format: 'SDMX-JSON, structures', text: json },
])('$format: code lists, concepts, components and flows', ({ format, text }) => {
  expect(detectFormat(source(text)).name).toBe(format)
  const read = readStructures(source(text))
  expect(read.codelists).toEqual([
    {
      ...{ agency: 'UG', id: 'CL_SEX', version: '1.0', names: { en: 'Sex', kk: 'Жынысы' } },
      codes: [
        { id: 'F', names: { en: 'Women' }, parent: '_T' },
        { id: '_T', names: { en: 'Total' }, parent: null, annotations: { Indicator: '5.5.2' } },
      ],
    },
  ])
  expect(read.conceptSchemes[0]?.concepts).toEqual([{ id: 'SEX', names: { en: 'Sex' } }])
  const [definition] = read.dataStructures
  // In the order of the key; the code list is that of the concept.
  expect(definition?.dimensions.map(({ id, codelist }) => [id, codelist?.id])).toEqual([
    ['SEX', 'CL_SEX'],
    ['AREA', undefined],
  ])
  expect(definition?.attributes.map(({ id, attachedTo, isRequired }) => [id, attachedTo, isRequired])).toEqual([
    ['TITLE', 'series', true],
    ['SOURCE', 'dataset', false],
    ['OBS_STATUS', 'observation', false],
  ])
  expect([definition?.timeDimension.id, definition?.measure.id]).toEqual(['TIME_PERIOD', 'OBS_VALUE'])
  expect(read.dataflows).toEqual([
    { agency: 'UG', id: 'DF', version: '2.0', names: { en: 'Flow' }, structure: { agency: 'UG', id: 'SDG', version: '1.0' } },
  ])
})
