import type { Area, City, Indicator } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { currentVersions } from '../books/indicators/programme-target.ts'
import type { ListedRelease } from '../books/indicators/release-view.ts'
import { joinTexts, search, type Findable, type SearchKind, type SearchView } from '../books/indicators/search-view.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { sectionsOf } from '../books/programme/sections.ts'
import type { Language, MultilingualText } from '../books/text.ts'
import { goalPath } from '../pages/programme/programme-words.ts'
import { listFindables } from './cooperation/list-findables.ts'
import type { PublicReads } from './cooperation/public-record.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<CityRecord, 'listIndicators' | 'listAreas' | 'listSources' | 'listReleases' | 'listProgrammeVersions'> &
  PublicReads

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

/** Somebody searches the site: indicators, programme, cooperation, pages, releases, areas. */
export async function searchRecord({ city, query, language, only, pages, asOf }: SearchInput, needs: Needs): Promise<SearchView> {
  const [indicators, areas, sources, releases, versions, cooperation] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listSources(city, asOf),
    needs.listReleases(city, asOf),
    needs.listProgrammeVersions(city, asOf),
    query.trim() === '' ? [] : listFindables(city, asOf, needs),
  ])
  const labels = makeLabels([], [], sources)
  return search(
    query,
    [
      ...indicators.map(findableIndicator),
      ...currentVersions(versions).flatMap(findableProgramme),
      ...cooperation,
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
  text: joinTexts(definition, globalName ?? {}),
})

function findableProgramme(version: ProgrammeVersion): Findable[] {
  const goals = version.directions.flatMap((direction) => direction.goals)
  const paths = new Map(goals.map((goal) => [goal.id, goalPath(goal)]))
  return [
    ...goals.map((goal): Findable => {
      const inside = [...goal.indicators.map((one) => one.name), ...goal.measures.map((one) => one.title)]
      return {
        kind: 'goal',
        id: `goal ${goal.id}`,
        path: goalPath(goal),
        number: goal.number,
        title: goal.title,
        text: joinTexts(...inside),
      }
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
