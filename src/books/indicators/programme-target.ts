import type { Goal, ProgrammeVersion, SeriesChoice, TargetIndicator } from '../programme/programme.ts'
import { versionsThatCount } from '../programme/shown-version.ts'
import type { MultilingualText } from '../text.ts'
import type { SeriesKey } from './figure.ts'

/** A target indicator of the city's programme with the goal it belongs to. */
export interface ProgrammeTarget {
  programme: string
  version: number
  programmeTitle: MultilingualText
  goal: Pick<Goal, 'id' | 'number' | 'title'>
  indicator: TargetIndicator
  /** The indicator's own baseline year, else the programme's. */
  baselineYear: number | null
}

/** The version of each programme in force that counts: the last one whose goals are known. Versions come oldest first. */
export const currentVersions = (versions: readonly ProgrammeVersion[]): ProgrammeVersion[] => [
  ...new Map(versionsThatCount(versions).map((version) => [version.programme, version])).values(),
]

/** All target indicators of the programmes in force, in the programme's order. */
export const programmeTargets = (versions: readonly ProgrammeVersion[]): ProgrammeTarget[] =>
  currentVersions(versions).flatMap((version) =>
    version.directions.flatMap((direction) =>
      direction.goals.flatMap((goal) =>
        goal.indicators.map((indicator) => ({
          programme: version.programme,
          version: version.number,
          programmeTitle: version.title,
          goal: { id: goal.id, number: goal.number, title: goal.title },
          indicator,
          baselineYear: indicator.baseline?.year ?? version.baselineYear,
        })),
      ),
    ),
  )

/**
 * Whether the programme has picked this series: what its choice leaves out is the total.
 *
 * @example
 * isChosen({ indicator: '11.6.2', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: 'MG', dimensions: {} }, { indicator: '11.6.2', refArea: 'KZALA', source: 'kazstat', unit: 'MG', dimensions: {} }) // => true
 */
export function isChosen(series: SeriesKey, choice: SeriesChoice | null): boolean {
  if (choice === null || series.method !== '' || series.boundary !== '') return false
  const same = (['indicator', 'refArea', 'source', 'unit'] as const).every((part) => series[part] === choice[part])
  return same && dimensionText(series.dimensions) === dimensionText(choice.dimensions)
}

const dimensionText = (dimensions: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(dimensions)
      .filter(([, code]) => code !== '' && code !== '_T')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
