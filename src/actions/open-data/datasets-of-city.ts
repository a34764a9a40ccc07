import { dayIn } from '../../books/as-of.ts'
import { phaseOf } from '../../books/discussion/consultation.ts'
import type { City, Release, Source, StoredFile } from '../../books/indicators/figure.ts'
import { sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import type { Dataset, Distribution, Publisher } from '../../formats/dcat/catalogue.ts'
import type { MessageKey, Words } from '../../pages/words.ts'
import type { CooperationReads } from '../cooperation/cooperation-record.ts'
import { publicRecord, type PublicReads } from '../cooperation/public-record.ts'
import type { ConsultationRecord } from '../discussion/consultation-record.ts'
import type { CityRecord } from '../record.ts'
import { inAllLanguages } from './words-in-all.ts'

export type DatasetNeeds = Pick<
  CityRecord,
  'listSources' | 'listReleases' | 'listSeries' | 'listFigures' | 'listProgrammeVersions' | 'listComputedFiles'
> &
  Pick<ConsultationRecord, 'listConsultations'> &
  PublicReads &
  Pick<CooperationReads, 'listCooperation'>

export interface CityOfCatalogue {
  city: City
  asOf: Date
  /** `https://bagdar.example`, without slash. */
  publicUrl: string
}

/** Services that data sets are a part of, by the address that is their name. */
export const serviceIds = (publicUrl: string) => ({
  api: `${publicUrl}/api/v1#service`,
  sdmx: `${publicUrl}/sdmx/2#service`,
  oparl: `${publicUrl}/oparl/1.1#service`,
})

/** The data sets of a city that have something in them on the day. */
export async function datasetsOf(input: CityOfCatalogue, needs: DatasetNeeds): Promise<Dataset[]> {
  const { city, asOf } = input
  const [sources, releases] = await Promise.all([needs.listSources(city, asOf), needs.listReleases(city, asOf)])
  const make = maker(input, sources, releases)
  const lists = await Promise.all([
    observations(input, make, needs),
    programme(input, make, needs),
    cooperation(input, make, needs),
    discussions(input, make, needs),
    computed(input, releases, make, needs),
  ])
  return lists.flat()
}

type Own = Pick<Dataset, 'title' | 'page' | 'from' | 'to' | 'distributions'> & {
  name: string
  says: MessageKey
  isFrozen?: boolean
  modified?: string | null
}
type Make = (own: Own) => Dataset

/** What all data sets of a city have in common. */
function maker({ city, publicUrl }: CityOfCatalogue, sources: readonly Source[], releases: readonly Release[]): Make {
  const publisher = publisherOf(city, publicUrl)
  const modified = releases.find(({ status }) => status === 'published')?.publishedAt ?? null
  const label = sources.map(({ id, licence }) => `${id}: ${licence ?? 'not stated by the source'}`).join('; ')
  return ({ name, says, ...own }) => ({
    ...{ modified, isFrozen: false, ...own },
    id: `${publicUrl}/catalog#${city.slug}-${name}`,
    description: inAllLanguages(city.invented ? 'dataCatalogue.invented' : says, (words) =>
      city.invented ? { text: words.t(says, cityName(city)(words)) } : cityName(city)(words),
    ),
    keywords: [city.name, inAllLanguages('dataCatalogue.keywordCity'), inAllLanguages('dataCatalogue.keywordSdg')],
    publisher,
    place: city.name,
    terms: { page: `${publicUrl}/en/${city.slug}/licence`, label: label || 'not stated by the source' },
  })
}

const publisherOf = (city: City, publicUrl: string): Publisher => ({
  id: `${publicUrl}/catalog#publisher-${city.slug}`,
  name: inAllLanguages('dataCatalogue.publisher', cityName(city)),
  homepage: `${publicUrl}/kk/${city.slug}`,
})

const cityName =
  (city: City) =>
  (words: Words): { city: string } => ({ city: words.pick(city.name) })

async function observations({ city, asOf, publicUrl }: CityOfCatalogue, make: Make, needs: DatasetNeeds): Promise<Dataset[]> {
  const series = await needs.listSeries(city, asOf, { refArea: city.refArea })
  if (series.length === 0) return []
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map(({ id }) => id),
  )
  const years = [...figures.values()].flatMap((list) => list.map(({ timePeriod }) => timePeriod.slice(0, 4))).sort()
  const list = `${publicUrl}/api/v1/observations?city=${city.slug}`
  const sdmx = `${publicUrl}/sdmx/2/data/dataflow/${sdmxAgencyOf(city.slug)}/SDG/1.0.0`
  const services = serviceIds(publicUrl)
  return [
    make({
      name: 'observations',
      title: inAllLanguages('dataCatalogue.observations', cityName(city)),
      says: 'dataCatalogue.observationsSays',
      page: `${publicUrl}/kk/${city.slug}/indicators`,
      ...{ from: years[0] ?? null, to: years.at(-1) ?? null },
      distributions: [
        { address: `${list}&format=csv`, title: 'CSV', format: 'CSV', service: services.api },
        { address: `${list}&format=xlsx`, title: 'XLSX', format: 'XLSX', service: services.api },
        { address: `${list}&format=parquet`, title: 'Parquet', format: 'PARQUET', service: services.api },
        { address: list, title: 'JSON', format: 'JSON', service: services.api },
        { address: `${sdmx}?format=csv`, title: 'SDMX-CSV', format: 'CSV', service: services.sdmx },
        { address: `${sdmx}?format=jsondata`, title: 'SDMX-JSON', format: 'JSON', service: services.sdmx },
      ],
    }),
  ]
}

async function programme({ city, asOf, publicUrl }: CityOfCatalogue, make: Make, needs: DatasetNeeds): Promise<Dataset[]> {
  const versions = await needs.listProgrammeVersions(city, asOf)
  if (versions.length === 0) return []
  return [
    make({
      name: 'programme',
      title: inAllLanguages('dataCatalogue.programme', cityName(city)),
      says: 'dataCatalogue.programmeSays',
      page: `${publicUrl}/kk/${city.slug}/programme`,
      ...{ from: null, to: null },
      distributions: [jsonList(publicUrl, 'programme-versions', city)],
    }),
  ]
}

async function cooperation({ city, asOf, publicUrl }: CityOfCatalogue, make: Make, needs: DatasetNeeds): Promise<Dataset[]> {
  const record = publicRecord(asOf, needs)
  const [commitments, projects] = await Promise.all([record.listCooperation(city, 'commitment'), record.listCooperation(city, 'project')])
  const file = (name: string, ending: string, format: Distribution['format']): Distribution => ({
    ...{ address: `${publicUrl}/api/v1/${city.slug}/${name}.${ending}`, title: name, format, service: serviceIds(publicUrl).api },
  })
  const ofNoTime = { from: null, to: null }
  return [
    ...(commitments.length === 0
      ? []
      : [
          make({
            name: 'commitments',
            title: inAllLanguages('dataCatalogue.commitments', cityName(city)),
            says: 'dataCatalogue.commitmentsSays',
            page: `${publicUrl}/kk/${city.slug}/cooperation/commitments`,
            ...{ ...ofNoTime, modified: null },
            distributions: [file('commitments', 'csv', 'CSV'), jsonList(publicUrl, 'commitments', city)],
          }),
        ]),
    ...(projects.length === 0
      ? []
      : [
          make({
            name: 'projects',
            title: inAllLanguages('dataCatalogue.projects', cityName(city)),
            says: 'dataCatalogue.projectsSays',
            page: `${publicUrl}/kk/${city.slug}/cooperation/projects`,
            ...{ ...ofNoTime, modified: null },
            distributions: [file('projects', 'oc4ids.json', 'JSON'), jsonList(publicUrl, 'projects', city)],
          }),
        ]),
  ]
}

const jsonList = (publicUrl: string, list: string, city: City): Distribution => ({
  address: `${publicUrl}/api/v1/${list}?city=${city.slug}`,
  ...{ title: `JSON, ${list}`, format: 'JSON', service: serviceIds(publicUrl).api },
})

async function discussions({ city, asOf, publicUrl }: CityOfCatalogue, make: Make, needs: DatasetNeeds): Promise<Dataset[]> {
  const today = dayIn(city.timeZone, asOf)
  const published = (await needs.listConsultations(city)).filter((consultation) => phaseOf(consultation, today) !== 'draft')
  return published.map(({ number, content, opensOn, closesOn }) => {
    const page = `${publicUrl}/kk/${city.slug}/discussion/${number}`
    return make({
      name: `discussion-${number}`,
      title: inAllLanguages('dataCatalogue.discussion', (words) => ({ ...cityName(city)(words), title: words.pick(content.title) })),
      says: 'dataCatalogue.discussionSays',
      page,
      ...{ from: opensOn, to: closesOn, modified: null },
      distributions: ['contributions', 'answers', 'summary', 'statements'].map((name) => ({
        ...{ address: `${page}/${name}.csv`, title: name, format: 'CSV' as const },
      })),
    })
  })
}

const formats: Readonly<Record<string, Distribution['format']>> = { json: 'JSON', geojson: 'GEOJSON', gpkg: 'GPKG', csv: 'CSV', svg: 'SVG' }

async function computed(
  { city, asOf, publicUrl }: CityOfCatalogue,
  releases: readonly Release[],
  make: Make,
  needs: DatasetNeeds,
): Promise<Dataset[]> {
  const byRelease = new Map<number, StoredFile[]>()
  for (const file of await needs.listComputedFiles(city, asOf))
    byRelease.set(file.releaseNumber, [...(byRelease.get(file.releaseNumber) ?? []), file])
  return [...byRelease].map(([number, files]) =>
    make({
      name: `release-${number}`,
      title: inAllLanguages('dataCatalogue.computed', (words) => ({ ...cityName(city)(words), number: String(number) })),
      says: 'dataCatalogue.computedSays',
      page: `${publicUrl}/kk/${city.slug}/releases/${number}`,
      ...{ from: null, to: null, isFrozen: true, modified: releases.find((one) => one.number === number)?.publishedAt ?? null },
      distributions: files.map(({ name, sha256, bytes }) => ({
        address: `${publicUrl}/computed/${city.slug}/${number}/${encodeURIComponent(name)}`,
        ...{ title: name, format: formats[name.split('.').at(-1) ?? ''] ?? 'BIN', sha256, bytes },
      })),
    }),
  )
}
