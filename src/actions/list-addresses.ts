import type { City } from '../books/indicators/figure.ts'
import { publicRecord, type PublicReads } from './cooperation/public-record.ts'
import type { ConsultationRecord } from './discussion/consultation-record.ts'
import { chooseVersion } from '../books/programme/shown-version.ts'
import type { CityRecord } from './record.ts'

/**
 * Every page of a city that a search engine should know, without language and city: `/indicators/11.6.2`.
 * Single figures and commitments are left out: there are tens of thousands, and each is linked from its indicator or its visit.
 */
export async function listAddresses(
  city: City,
  asOf: Date,
  needs: Pick<CityRecord, 'listIndicators' | 'listReleases' | 'listProgrammeVersions'> &
    Pick<ConsultationRecord, 'listConsultations'> &
    PublicReads,
): Promise<string[]> {
  const indicators = await needs.listIndicators(city, asOf)
  const releases = await needs.listReleases(city, asOf)
  const versions = await needs.listProgrammeVersions(city, asOf)
  const choice = chooseVersion(versions)
  const consultations = (await needs.listConsultations(city)).filter(({ publishedAt }) => publishedAt !== null)
  const cooperation = publicRecord(asOf, needs)
  const folders = await Promise.all(
    (['event', 'partner', 'agreement', 'project', 'source'] as const).map(async (kind) =>
      (await cooperation.listCooperation(city, kind)).map(({ number }) => `/cooperation/${kind}s/${number}`),
    ),
  )
  const goals = choice?.shown.directions.flatMap((direction) => direction.goals) ?? []
  return [
    '',
    '/programme',
    ...goals.map((goal) => `/programme/goals/${goal.number}`),
    '/programme/versions',
    ...(choice?.versions ?? []).map((version) => `/programme/versions/${version.number}`),
    '/discussion',
    ...consultations.flatMap(({ number }) => ['', '/text', '/contributions', '/answers'].map((page) => `/discussion/${number}${page}`)),
    '/cooperation',
    '/cooperation/commitments',
    '/cooperation/partners',
    '/cooperation/agreements',
    '/cooperation/projects',
    ...folders.flat(),
    '/indicators',
    ...indicators.map((indicator) => `/indicators/${indicator.code}`),
    '/map',
    '/methods/11.2.1',
    '/methods/11.7.1',
    '/gaps',
    '/trust',
    '/accessibility',
    '/privacy',
    '/releases',
    ...releases.map((release) => `/releases/${release.number}`),
  ]
}
