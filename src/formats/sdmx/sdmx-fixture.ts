/** One small message in every format, with its structure: invented, in the manner of national SDG data. */
import type { Component, DataSet, DataStructure, Structures } from './model.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const scheme = { agency: 'UG', id: 'CONCEPTS', version: '1.0' }
const component = (id: string, codelist: string | null = null): Component => ({
  id,
  scheme,
  concept: id,
  codelist: codelist === null ? null : { agency: 'UG', id: codelist, version: '1.0' },
})

export const structure: DataStructure = {
  agency: 'UG',
  id: 'SDG',
  version: '1.0',
  names: { en: 'SDG', ru: 'ЦУР' },
  dimensions: [component('FREQ'), component('SERIES', 'CL_SERIES'), component('REF_AREA', 'CL_AREA'), component('SEX', 'CL_SEX')],
  timeDimension: component('TIME_PERIOD'),
  measure: component('OBS_VALUE'),
  attributes: [
    { ...component('UNIT_MEASURE', 'CL_UNIT'), attachedTo: 'series', isRequired: true },
    { ...component('OBS_STATUS', 'CL_OBS_STATUS'), attachedTo: 'observation', isRequired: true },
    { ...component('COMMENT_OBS'), attachedTo: 'observation', isRequired: false },
  ],
}

const codelist = (id: string, codes: Record<string, string>) => ({
  ...{ agency: 'UG', id, version: '1.0', names: { en: id } },
  codes: Object.entries(codes).map(([code, name]) => ({ id: code, names: { en: name }, parent: null })),
})

export const structures: Structures = {
  codelists: [
    codelist('CL_SERIES', { UG_ROADS: 'Good roads', UG_WATER: 'Clean water' }),
    codelist('CL_AREA', { UG: 'Ulgiqala', UG1: 'Old town' }),
    codelist('CL_SEX', { _T: 'Total', F: 'Women' }),
    codelist('CL_UNIT', { PT: 'Per cent' }),
    codelist('CL_OBS_STATUS', { A: 'Normal', E: 'Estimated' }),
  ],
  conceptSchemes: [
    {
      ...scheme,
      names: { en: 'Concepts' },
      concepts: ['FREQ', 'SERIES', 'REF_AREA', 'SEX'].map((id) => ({ id, names: { en: id.toLowerCase() } })),
    },
  ],
  dataStructures: [structure],
  dataflows: [
    { agency: 'UG', id: 'DF_SDG', version: '1.0', names: { en: 'Flow' }, structure: { agency: 'UG', id: 'SDG', version: '1.0' } },
  ],
}

/** What every message below says. Digits, spaces and quotes are to arrive as they are. */
export const said: DataSet = {
  structure: { kind: 'dataflow', agency: 'UG', id: 'DF_SDG', version: '1.0' },
  action: 'I',
  attributes: {},
  series: [
    {
      key: { FREQ: 'A', SERIES: 'UG_ROADS', REF_AREA: 'UG', SEX: '_T' },
      attributes: { UNIT_MEASURE: 'PT' },
      observations: [
        { timePeriod: '2022', obsValue: '48.50', attributes: { OBS_STATUS: 'A' } },
        { timePeriod: '2023', obsValue: null, attributes: { OBS_STATUS: 'A', COMMENT_OBS: 'жол "жөнделуде", <кейін>' } },
      ],
    },
    {
      key: { FREQ: 'A', SERIES: 'UG_WATER', REF_AREA: 'UG1', SEX: 'F' },
      attributes: { UNIT_MEASURE: 'PT' },
      observations: [{ timePeriod: '2022', obsValue: '0.060', attributes: { OBS_STATUS: 'E' } }],
    },
  ],
}

const header = (
  inside: string,
) => `<m:Header><m:ID>T1</m:ID><m:Test>true</m:Test><m:Prepared>2026-01-02T03:04:05Z</m:Prepared><m:Sender id="UG"/>
<m:Structure structureID="S1" dimensionAtObservation="TIME_PERIOD">${inside}</m:Structure></m:Header>`
const namespaces = (version: string) =>
  ['message', 'common', 'data/generic', 'data/structurespecific']
    .map((name, at) => `xmlns:${'mcgs'[at]}="http://www.sdmx.org/resources/sdmxml/schemas/v${version}/${name}"`)
    .join(' ')
const usage = '<c:StructureUsage><Ref agencyID="UG" id="DF_SDG" version="1.0"/></c:StructureUsage>'
const comment = 'жол &quot;жөнделуде&quot;, &lt;кейін&gt;'
const value = (id: string, code: string) => `<g:Value id="${id}" value="${code}"/>`

const specific = (version: string, ref: string) => `<?xml version="1.0" encoding="UTF-8"?>
<m:StructureSpecificData ${namespaces(version)} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${header(ref)}
<m:DataSet s:structureRef="S1" s:action="Information" xsi:type="ns1:DataSetType">
<Series FREQ="A" SERIES="UG_ROADS" REF_AREA="UG" SEX="_T" UNIT_MEASURE="PT">
  <Obs TIME_PERIOD="2022" OBS_VALUE="48.50" OBS_STATUS="A"/>
  <Obs TIME_PERIOD="2023" OBS_STATUS="A"${version === '3_0' ? `><Comp id="COMMENT_OBS"><Value>${comment}</Value></Comp></Obs>` : ` COMMENT_OBS="${comment}"/>`}
</Series>
<Series FREQ="A" SERIES="UG_WATER" REF_AREA="UG1" SEX="F" UNIT_MEASURE="PT"><Obs TIME_PERIOD="2022" OBS_VALUE="0.060" OBS_STATUS="E"/></Series>
</m:DataSet></m:StructureSpecificData>`

const jsonDimensions = (values: (codes: string[]) => object[]) =>
  [
    ['FREQ', ['A']],
    ['SERIES', ['UG_ROADS', 'UG_WATER']],
    ['REF_AREA', ['UG', 'UG1']],
    ['SEX', ['_T', 'F']],
  ].map(([id, codes], keyPosition) => ({ id, keyPosition, values: values(codes as string[]) }))
const byId = (codes: string[]) => codes.map((id) => ({ id, name: `Name of ${id}` }))
const byName = (names: string[]) => names.map((name) => ({ name }))
const byValue = (texts: string[]) => texts.map((text) => ({ value: text }))
const words = 'жол "жөнделуде", <кейін>'
const json = (text: object) => JSON.stringify(text, null, 1).replace('"48.50"', '48.50').replace('"0.060"', '0.060')
const meta = { id: 'T1', prepared: '2026-01-02T03:04:05Z', test: true, sender: { id: 'UG' } }
const links = [{ rel: 'dataflow', urn: 'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=UG:DF_SDG(1.0)' }]
const observations = [{ '0': ['48.50', 0], '1': [null, 0, 0] }, { '0': ['0.060', 1] }]

/** By format. */
export const messages: Readonly<Record<string, string>> = {
  'SDMX-ML 2.1, structure-specific data': specific('2_1', usage),
  'SDMX-ML 3.0, structure-specific data': specific(
    '3_0',
    '<c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=UG:DF_SDG(1.0)</c:StructureUsage>',
  ),
  'SDMX-ML 2.1, generic data': `<m:GenericData ${namespaces('2_1')}>${header(usage)}
<m:DataSet structureRef="S1" action="Information">
<g:Group type="Sibling"><g:GroupKey>${value('SERIES', 'UG_ROADS')}</g:GroupKey><g:Attributes>${value('UNIT_MEASURE', 'PT')}</g:Attributes></g:Group>
<g:Series><g:SeriesKey>${value('FREQ', 'A')}${value('SERIES', 'UG_ROADS')}${value('REF_AREA', 'UG')}${value('SEX', '_T')}</g:SeriesKey>
<g:Obs><g:ObsDimension value="2022"/><g:ObsValue value="48.50"/><g:Attributes>${value('OBS_STATUS', 'A')}</g:Attributes></g:Obs>
<g:Obs><g:ObsDimension id="TIME_PERIOD" value="2023"/><g:Attributes>${value('OBS_STATUS', 'A')}${value('COMMENT_OBS', comment)}</g:Attributes></g:Obs></g:Series>
<g:Obs><g:ObsKey>${value('FREQ', 'A')}${value('SERIES', 'UG_WATER')}${value('REF_AREA', 'UG1')}${value('SEX', 'F')}${value('TIME_PERIOD', '2022')}</g:ObsKey>
<g:ObsValue value="0.060"/><g:Attributes>${value('UNIT_MEASURE', 'PT')}${value('OBS_STATUS', 'E')}</g:Attributes></g:Obs>
</m:DataSet></m:GenericData>`,
  'SDMX-JSON 1.0, data': json({
    meta: {
      schema: 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/data-message/tools/schemas/1.0/sdmx-json-data-schema.json',
      ...meta,
    },
    data: {
      structure: {
        links,
        dimensions: {
          dataSet: [],
          series: jsonDimensions(byId),
          observation: [{ id: 'TIME_PERIOD', role: 'time', values: byId(['2022', '2023']) }],
        },
        attributes: {
          series: [{ id: 'UNIT_MEASURE', values: byId(['PT']) }],
          observation: [{ id: 'OBS_STATUS', values: byId(['A', 'E']) }, { id: 'COMMENT_OBS', values: byName([words]) }], // prettier-ignore
        },
      },
      dataSets: [
        {
          action: 'Information',
          series: {
            '0:0:0:0': { attributes: [0], observations: observations[0] },
            '0:1:1:1': { attributes: [0], observations: observations[1] },
          },
        },
      ],
    },
  }),
  'SDMX-JSON 2.1, data': json({
    $schema: 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json',
    meta,
    data: {
      dataSets: [
        {
          structure: 0,
          action: 'Information',
          dimensionGroupAttributes: { ':0:::': ['PT'], ':1:::': ['PT'] },
          observations: { '0:0:0:0:0': ['48.50', 0], '0:0:0:0:1': [null, 0, words], '0:1:1:1:0': ['0.060', 1] },
        },
      ],
      structures: [
        {
          links,
          dimensions: { observation: [...jsonDimensions(byId), { id: 'TIME_PERIOD', keyPosition: 4, values: byValue(['2022', '2023']) }] },
          measures: { observation: [{ id: 'OBS_VALUE' }] },
          attributes: {
            dimensionGroup: [{ id: 'UNIT_MEASURE' }],
            observation: [{ id: 'OBS_STATUS', values: byId(['A', 'E']) }, { id: 'COMMENT_OBS' }],
          },
          dataSets: [0],
        },
      ],
    },
  }),
  'SDMX-CSV 1.0, data': `DATAFLOW,FREQ,SERIES,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,COMMENT_OBS\r
UG:DF_SDG(1.0),A,UG_ROADS,UG,_T,2022,48.50,PT,A,\r
UG:DF_SDG(1.0),A,UG_ROADS,UG,_T,2023,,PT,A,"жол ""жөнделуде"", <кейін>"\r
UG:DF_SDG(1.0),A,UG_WATER,UG1,F,2022,0.060,PT,E,\r
`,
  'SDMX-CSV 2.x, data': `\uFEFFSTRUCTURE[|];STRUCTURE_ID;ACTION;OBS_KEY;COMMENT_OBS: Comment;SEX: Sex;REF_AREA: Area;SERIES: Series;FREQ: Frequency;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_STATUS: Status;UNIT_MEASURE: Unit
dataflow;UG:DF_SDG(1.0): Flow;I;x;;_T: Total;UG: Ulgiqala;UG_ROADS: Roads: all;A: Annual;2022;48,50;A: Normal;PT: Per cent
dataflow;UG:DF_SDG(1.0): Flow;I;x;"жол ""жөнделуде"", <кейін>";_T: Total;UG: Ulgiqala;UG_ROADS: Roads: all;A: Annual;2023;;A: Normal;PT: Per cent
dataflow;UG:DF_SDG(1.0): Flow;I;x;;F: Women;UG1: Old town;UG_WATER: Water;A: Annual;2022;0,060;E: Estimated;PT: Per cent
`,
}
