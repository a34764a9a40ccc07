import type { MultilingualText } from '../../books/text.ts'
import { inLanguages, type Node, type Value } from './node.ts'

/** A catalogue of open data: what there is, who publishes it, and where it is taken. */
export interface Catalogue {
  address: string
  title: MultilingualText
  description: MultilingualText
  publisher: Publisher
  homepage: string
  modified: string | null
  datasets: readonly Dataset[]
  services: readonly DataService[]
}

export interface Publisher {
  id: string
  name: MultilingualText
  homepage: string
}

export interface Dataset {
  id: string
  title: MultilingualText
  description: MultilingualText
  keywords: readonly MultilingualText[]
  publisher: Publisher
  /** The page for people. */
  page: string
  place: MultilingualText
  /** ISO days or years; null: it is of no time. */
  from: string | null
  to: string | null
  modified: string | null
  terms: Terms
  /** Whether it is changed when something is published, or stays as it is for ever. */
  isFrozen: boolean
  distributions: readonly Distribution[]
}

export interface Terms {
  page: string
  label: string
}

export interface Distribution {
  address: string
  title: string
  format: keyof typeof fileTypes
  sha256?: string
  bytes?: number
  /** The service that it is a part of. */
  service?: string
}

export interface DataService {
  id: string
  title: MultilingualText
  endpoint: string
  /** Where it is described. */
  description: string
  serves: readonly string[]
}

/** By name in the table of file types of the EU's Publications Office: what IANA calls it. */
export const fileTypes = {
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PARQUET: 'application/vnd.apache.parquet',
  JSON: 'application/json',
  GEOJSON: 'application/geo+json',
  GPKG: 'application/geopackage+sqlite3',
  SVG: 'image/svg+xml',
  BIN: 'application/octet-stream',
} as const

const authority = 'http://publications.europa.eu/resource/authority'
const languageNames = ['KAZ', 'RUS', 'ENG']

/**
 * A catalogue as DCAT-AP 3 describes it: catalogue, data sets with their distributions, and services.
 *
 * Source   SEMIC, DCAT-AP 3.0 (2024): mandatory and recommended properties; vocabularies of the EU's Publications Office.
 */
export function describeCatalogue(catalogue: Catalogue): Node {
  const { address, title, description, publisher, homepage, modified, datasets, services } = catalogue
  return {
    ...{ id: address, type: 'dcat:Catalog' },
    says: [
      ...inLanguages('dct:title', title),
      ...inLanguages('dct:description', description),
      ['dct:publisher', agent(publisher)],
      ['foaf:homepage', { iri: homepage }],
      ...languageNames.map((name) => ['dct:language', { iri: `${authority}/language/${name}` }] as const),
      ['dcat:themeTaxonomy', { iri: `${authority}/data-theme` }],
      ...moment('dct:modified', modified),
      ...datasets.map((dataset) => ['dcat:dataset', describeDataset(dataset)] as const),
      ...services.map((service) => ['dcat:service', describeService(service)] as const),
    ],
  }
}

const agent = ({ id, name, homepage }: Publisher): Node => ({
  ...{ id, type: 'foaf:Agent' },
  says: [...inLanguages('foaf:name', name), ['foaf:homepage', { iri: homepage }]],
})

const describeDataset = (dataset: Dataset): Node => ({
  ...{ id: dataset.id, type: 'dcat:Dataset' },
  says: [
    ...inLanguages('dct:title', dataset.title),
    ...inLanguages('dct:description', dataset.description),
    ...dataset.keywords.flatMap((keyword) => inLanguages('dcat:keyword', keyword)),
    ['dct:publisher', { iri: dataset.publisher.id }],
    ['dcat:theme', { iri: `${authority}/data-theme/GOVE` }],
    ['dcat:landingPage', { iri: dataset.page }],
    ['dct:spatial', { type: 'dct:Location', says: inLanguages('skos:prefLabel', dataset.place) }],
    ...period(dataset),
    ['dct:accrualPeriodicity', { iri: `${authority}/frequency/${dataset.isFrozen ? 'NEVER' : 'IRREG'}` }],
    ['dct:accessRights', { iri: `${authority}/access-right/PUBLIC` }],
    ...languageNames.map((name) => ['dct:language', { iri: `${authority}/language/${name}` }] as const),
    ...moment('dct:modified', dataset.modified),
    ...dataset.distributions.map((one) => ['dcat:distribution', describeDistribution(one, dataset)] as const),
  ],
})

const describeDistribution = ({ address, title, format, sha256, bytes, service }: Distribution, { terms, place }: Dataset): Node => ({
  type: 'dcat:Distribution',
  says: [
    ['dcat:accessURL', { iri: address }],
    ['dcat:downloadURL', { iri: address }],
    ['dct:title', { text: `${place.en ?? ''}: ${title}`, language: 'en' }],
    ['dct:format', { iri: `${authority}/file-type/${format}` }],
    ['dcat:mediaType', { iri: `https://www.iana.org/assignments/media-types/${fileTypes[format]}` }],
    [
      'dct:license',
      {
        type: 'dct:LicenseDocument',
        says: [
          ['rdfs:label', { text: terms.label }],
          ['rdfs:seeAlso', { iri: terms.page }],
        ],
      },
    ],
    ['dcatap:availability', { iri: `${authority}/planned-availability/STABLE` }],
    ['adms:status', { iri: `${authority}/distribution-status/COMPLETED` }],
    ...(sha256 === undefined ? [] : [['spdx:checksum', checksum(sha256)] as const]),
    ...(bytes === undefined ? [] : [['dcat:byteSize', { text: String(bytes), type: 'xsd:nonNegativeInteger' }] as const]),
    ...(service === undefined ? [] : [['dcat:accessService', { iri: service }] as const]),
  ],
})

const checksum = (sha256: string): Node => ({
  type: 'spdx:Checksum',
  says: [
    ['spdx:algorithm', { iri: `${prefixOfAlgorithms}sha256` }],
    ['spdx:checksumValue', { text: sha256, type: 'xsd:hexBinary' }],
  ],
})

const prefixOfAlgorithms = 'http://spdx.org/rdf/terms#checksumAlgorithm_'

const describeService = ({ id, title, endpoint, description, serves }: DataService): Node => ({
  ...{ id, type: 'dcat:DataService' },
  says: [
    ...inLanguages('dct:title', title),
    ['dcat:endpointURL', { iri: endpoint }],
    ['dcat:endpointDescription', { iri: description }],
    ...serves.map((dataset) => ['dcat:servesDataset', { iri: dataset }] as const),
  ],
})

const period = ({ from, to }: Dataset): Array<readonly [string, Value]> =>
  from === null || to === null
    ? []
    : [
        [
          'dct:temporal',
          {
            type: 'dct:PeriodOfTime',
            says: [
              ['dcat:startDate', day(from)],
              ['dcat:endDate', day(to)],
            ],
          },
        ],
      ]

/** A year, or a day. */
const day = (text: string): Value => ({ text, type: text.length === 4 ? 'xsd:gYear' : 'xsd:date' })

const moment = (property: string, text: string | null): Array<readonly [string, Value]> =>
  text === null ? [] : [[property, { text, type: 'xsd:dateTime' }]]
