import type { Consultation } from '../books/discussion/consultation.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { languages, type MultilingualText } from '../books/text.ts'
import type { DeskPost, DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** A number of an address or a field; 0, which nothing has, where it is none. */
export const numberOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

/** The consultation that the address names. */
export const consultationOf = async ({ city, parameter }: DeskRequest, record: WebRecord): Promise<Consultation | null> =>
  await record.findConsultation(city, numberOf(parameter('consultation')))

/** The same, once it is published: before that there is nothing to moderate or to answer. */
export async function publishedOf(request: DeskRequest, record: WebRecord): Promise<Consultation | null> {
  const found = await consultationOf(request, record)
  return found === null || found.publishedAt === null ? null : found
}

/** Who asks, for which consultation, and when. */
export const askedOf = ({ city, viewer, frame, parameter }: DeskRequest, site: Site) => ({
  city,
  viewer,
  at: site.now(),
  today: frame.today,
  number: numberOf(parameter('consultation')),
})

/** `reason-kk`, `reason-ru`, `reason-en`. */
export const textOf = ({ field }: DeskPost, name: string): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, field(`${name}-${language}`)]))

/** The version that it is about; null: it has been withdrawn. */
export async function versionOf(
  { city }: DeskRequest,
  { programme, version }: Consultation,
  record: WebRecord,
  site: Site,
): Promise<ProgrammeVersion | null> {
  const versions = await record.listProgrammeVersions(city, site.now())
  return versions.find((one) => one.programme === programme && one.number === version) ?? null
}
