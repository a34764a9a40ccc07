import type { InvestmentProject, Partner, Source } from '../../books/cooperation/records.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import { pickText } from '../../books/text.ts'

export interface ProjectPackage {
  /** Address of the package itself. */
  uri: string
  /** ISO moment of the last change of what it holds. */
  publishedDate: string
  publisher: { name: string; uri: string }
  language: Language
  projects: readonly PackagedProject[]
}

export interface PackagedProject {
  /** The same for ever, and no other project's anywhere in the package. */
  id: string
  /** ISO moment of its last change. */
  updated: string
  content: InvestmentProject
  parties: ReadonlyArray<{ id: string; content: Partner }>
  documents: ReadonlyArray<{ id: string; url: string; content: Source }>
}

/**
 * Investment projects as a package of the Open Contracting for Infrastructure Data Standard 0.9: one language, as the standard has it.
 *
 * Missing  a field that nobody knows is left out, a date that is not known to the day too: the standard has no other dates. Roles of
 *          parties are left out, because the record does not say them.
 */
export function writeProjectPackage({ uri, publishedDate, publisher, language, projects }: ProjectPackage): object {
  return { uri, publishedDate, version: '0.9', publisher, projects: projects.map((project) => writeProject(project, language)) }
}

function writeProject({ id, updated, content, parties, documents }: PackagedProject, language: Language): object {
  const { title, description, stage, type, sector, amount, currency, from, until } = content
  const words = (text: MultilingualText): string | undefined => pickText(text, language)?.text
  const period = given({ startDate: moment(from, '00:00:00'), endDate: moment(until, '23:59:59') })
  return given({
    id,
    updated,
    title: words(title),
    description: words(description),
    status: stage,
    period: Object.keys(period).length === 0 ? undefined : period,
    sector: withParents(sector),
    type,
    budget: amount === null || currency === '' ? undefined : { amount: { amount, currency } },
    parties: parties.map((party) => given({ id: party.id, name: words(party.content.name), address: addressOf(party.content) })),
    documents: documents.map((document) =>
      given({
        id: document.id,
        title: words(document.content.title),
        url: document.url,
        datePublished: moment(document.content.dated, '00:00:00'),
        language: document.content.language,
      }),
    ),
  })
}

/**
 * Codes of sectors with the sector that each is part of, as the standard wants.
 *
 * @example
 * withParents(['transport.urban']) // => ['transport', 'transport.urban']
 */
export const withParents = (sector: readonly string[]): string[] => [
  ...new Set(sector.flatMap((code) => (code.includes('.') ? [code.split('.')[0] ?? code, code] : [code]))),
]

const moment = (date: string, time: string): string | undefined => (date.length === 10 ? `${date}T${time}Z` : undefined)

const countries = new Intl.DisplayNames('en', { type: 'region' })
const addressOf = ({ country }: Partner): object | undefined => (country === '' ? undefined : { countryName: countries.of(country) })

/** Without what is not known, and without empty lists. */
const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)))
