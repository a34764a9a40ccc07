import type { Area, City, Indicator } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { currentVersions } from '../books/indicators/programme-target.ts'
import type { ListedRelease } from '../books/indicators/release-view.ts'
import { search, type Findable, type SearchKind, type SearchView } from '../books/indicators/search-view.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { sectionsOf } from '../books/programme/sections.ts'
import { languages, type Language, type MultilingualText } from '../books/text.ts'
import { goalPath } from '../pages/programme/programme-words.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<CityRecord, 'listIndicators' | 'listAreas' | 'listSources' | 'listReleases' | 'listProgrammeVersions'>

export interface SearchInput {
  city: City
  query: string
  language: Language
  /** One kind in full; null: the best of each. */
  only: SearchKind | null
  /** Pages that are the same for every city: about, methods, licence. */
  pages: ReadonlyArray<{ path: string; title: MultilingualText; text: MultilingualText }>
  asOf: Date
}

/** Somebody searches the site: indicators, programme, pages, releases, areas. */
export async function searchRecord({ city, query, language, only, pages, asOf }: SearchInput, needs: Needs): Promise<SearchView> {
  const [indicators, areas, sources, releases, versions] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listSources(city, asOf),
    needs.listReleases(city, asOf),
    needs.listProgrammeVersions(city, asOf),
  ])
  const labels = makeLabels([], [], sources)
  return search(
    query,
    [
      ...indicators.map(findableIndicator),
      ...currentVersions(versions).flatMap(findableProgramme),
      ...pages.map((page): Findable => ({ kind: 'page', id: `page ${page.path}`, ...page })),
      ...releases.map((release) => findableRelease({ release, sourceName: release.source === null ? {} : labels.source(release.source) })),
      ...areas.map(findableArea),
    ],
    language,
    only,
  )
}

const findableIndicator = ({ code, name, globalName, definition }: Indicator): Findable => ({
  kind: 'indicator',
  id: `indicator ${code}`,
  path: `/indicators/${code}`,
  number: code,
  title: name,
  text: joined(definition, globalName ?? {}),
})

function findableProgramme(version: ProgrammeVersion): Findable[] {
  const goals = version.directions.flatMap((direction) => direction.goals)
  const paths = new Map(goals.map((goal) => [goal.id, goalPath(goal)]))
  return [
    ...goals.map((goal): Findable => {
      const inside = [...goal.indicators.map((one) => one.name), ...goal.measures.map((one) => one.title)]
      return { kind: 'goal', id: `goal ${goal.id}`, path: goalPath(goal), number: goal.number, title: goal.title, text: joined(...inside) }
    }),
    ...sectionsOf(version).flatMap((section) =>
      section.sentences.map((sentence): Findable => ({
        kind: 'sentence',
        id: `sentence ${section.id} ${sentence.id}`,
        path: `${paths.get(section.id) ?? '/programme'}#${sentence.id}`,
        title: sentence.text,
      })),
    ),
  ]
}

const findableRelease = ({ release, sourceName }: ListedRelease): Findable => ({
  kind: 'release',
  id: `release ${release.number}`,
  path: `/releases/${release.number}`,
  number: String(release.number),
  title: release.title,
  text: sourceName,
})

const findableArea = ({ code, name }: Area): Findable => ({
  kind: 'area',
  id: `area ${code}`,
  path: `/about#area-${code}`,
  number: code,
  title: name,
})

/** Several texts as one, language by language. */
const joined = (...texts: readonly MultilingualText[]): MultilingualText =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const words = texts.flatMap((text) => text[language]?.trim() || []).join('. ')
      return words === '' ? [] : [[language, words]]
    }),
  )
