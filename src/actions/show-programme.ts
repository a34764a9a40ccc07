import type { City } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import {
  listVersions,
  seriesOfProgramme,
  viewBudget,
  viewGoal,
  viewProgramme,
  type BudgetView,
  type GoalView,
  type ProgrammeView,
  type VersionRow,
} from '../books/programme/programme-view.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import type { Statistics } from '../books/programme/target-indicator-view.ts'
import type { CityRecord } from './record.ts'
import { yearIn } from './year-in.ts'

export type Needs = Pick<CityRecord, 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listProgrammeVersions'>

export interface ProgrammeInput {
  city: City
  asOf: Date
}

/** Somebody opens the city's programme. */
export async function showProgramme(input: ProgrammeInput, needs: Needs): Promise<Outcome<ProgrammeView>> {
  const { versions, statistics } = await gather(input, needs)
  const view = viewProgramme(versions, statistics)
  return view === null ? refuse('programme_not_found') : done(view)
}

/** Somebody opens one goal, by its number in the programme. */
export async function showGoal(input: ProgrammeInput & { number: string }, needs: Needs): Promise<Outcome<GoalView>> {
  const { versions, statistics } = await gather(input, needs)
  if (versions.length === 0) return refuse('programme_not_found')
  const view = viewGoal(versions, input.number, statistics)
  return view === null ? refuse('goal_not_found') : done(view)
}

/** Somebody asks what the programme costs. */
export async function showBudget(
  { city, asOf }: ProgrammeInput,
  needs: Pick<Needs, 'listProgrammeVersions'>,
): Promise<Outcome<BudgetView>> {
  const view = viewBudget(await needs.listProgrammeVersions(city, asOf))
  return view === null ? refuse('programme_not_found') : done(view)
}

/** Somebody asks which versions there are. */
export async function showVersions(
  { city, asOf }: ProgrammeInput,
  needs: Pick<Needs, 'listProgrammeVersions'>,
): Promise<Outcome<VersionRow[]>> {
  const rows = listVersions(await needs.listProgrammeVersions(city, asOf))
  return rows.length === 0 ? refuse('programme_not_found') : done(rows)
}

/** The published versions, and the figures that the readable one points at. */
async function gather({ city, asOf }: ProgrammeInput, needs: Needs): Promise<{ versions: ProgrammeVersion[]; statistics: Statistics }> {
  const [versions, areas, codes, sources, series] = await Promise.all([
    needs.listProgrammeVersions(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listSeries(city, asOf, {}),
  ])
  const { refArea } = city
  const wanted = seriesOfProgramme(versions, { refArea, areas, series })
  const figures = await needs.listFigures(
    city,
    asOf,
    wanted.map((one) => one.id),
  )
  return {
    versions,
    statistics: { refArea, areas, labels: makeLabels(areas, codes, sources), series: wanted, figures, asOfYear: yearIn(city, asOf) },
  }
}
