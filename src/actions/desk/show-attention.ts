import type { Department } from '../../books/accounts/department.ts'
import { mayDo } from '../../books/accounts/viewer.ts'
import { listAttention, type Attention } from '../../books/desk/attention.ts'
import { dayIn } from '../../books/as-of.ts'
import type { City, Figure, Release, Series } from '../../books/indicators/figure.ts'
import { isChosen } from '../../books/indicators/programme-target.ts'
import type { ProgrammeView } from '../../books/programme/programme-view.ts'
import type { CityRecord } from '../record.ts'
import { countWaits, type Needs as CooperationNeeds } from '../cooperation/desk-front.ts'
import { showProgramme } from '../show-programme.ts'
import type { DeskInput, DraftRecord } from './draft-record.ts'
import { openDraft } from './open-draft.ts'

type Needs = CityRecord &
  DraftRecord &
  CooperationNeeds & {
    listDraftReleases(city: City): Promise<Release[]>
    countMistakesWithoutAnswer(city: City): Promise<number>
  }

/** Somebody opens the desk. Everything is asked for at once: what it costs is a handful of lists, however large the city is. */
export async function showAttention({ city, viewer, at }: DeskInput, needs: Needs): Promise<Attention[]> {
  const today = dayIn(city.timeZone, at)
  const [programme, departments, indicators, series, releases, waitingReleases, mistakes, drafts, cooperation] = await Promise.all([
    showProgramme({ city, asOf: at }, needs),
    needs.listDepartments(city),
    needs.listIndicators(city, at),
    needs.listSeries(city, at, { refArea: city.refArea }),
    needs.listReleases(city, at),
    needs.listDraftReleases(city),
    needs.countMistakesWithoutAnswer(city),
    needs.listDrafts(city),
    mayDo(viewer, city, 'cooperation.write') ? countWaits({ city, today }, needs) : null,
  ])
  const targets = programme.ok ? targetsOf(programme.value) : []
  const watched = watchedSeries(series, targets, departments)
  const [figures, opened] = await Promise.all([
    needs.listFigures(
      city,
      at,
      watched.map(({ id }) => id),
    ),
    Promise.all(drafts.map((draft) => openDraft(city, draft.programme, needs))),
  ])
  const names = new Map(indicators.map(({ code, name }) => [code, name]))
  return listAttention(viewer, city, {
    today,
    departments,
    watched: watched.map(({ id, indicator }) => ({
      indicator,
      name: names.get(indicator) ?? {},
      periods: periodsOf(figures.get(id) ?? []),
    })),
    targets: targets.map(({ goal, view }) => ({
      goal,
      name: view.indicator.name,
      indicator: view.indicator.actual?.indicator ?? null,
      state: view.state,
    })),
    drafts: opened.flatMap((one) =>
      one === null ? [] : [{ programme: one.draft.programme, title: one.document.version.title, problems: one.problems }],
    ),
    releases,
    waitingReleases,
    names: indicators.map(({ code, name }) => ({ indicator: code, name })),
    mistakes,
    cooperation,
  })
}

const targetsOf = ({ directions }: ProgrammeView) =>
  directions.flatMap(({ goals }) => goals.flatMap(({ goal, indicators }) => indicators.map((view) => ({ goal: goal.number, view }))))

/** Series of which somebody answers for the next value: those that the programme judges itself by, and those of departments. */
function watchedSeries(series: readonly Series[], targets: ReturnType<typeof targetsOf>, departments: readonly Department[]): Series[] {
  const assigned = new Set(departments.flatMap(({ indicators }) => indicators))
  return series.filter((one) => assigned.has(one.indicator) || targets.some(({ view }) => isChosen(one, view.indicator.actual)))
}

const periodsOf = (figures: readonly Figure[]): string[] =>
  figures.filter(({ value, disputed }) => value !== null || disputed).map(({ timePeriod }) => timePeriod)
