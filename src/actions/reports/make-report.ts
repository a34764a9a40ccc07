import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { chooseVersion } from '../../books/programme/shown-version.ts'
import { reportBrief } from '../../books/reports/brief.ts'
import { reportPress, yearBefore } from '../../books/reports/press.ts'
import type { Report, ReportKind } from '../../books/reports/report.ts'
import { reportYear, usualYear } from '../../books/reports/yearly.ts'
import type { Language } from '../../books/text.ts'
import { tellBrief } from '../../pages/reports/brief-report.tsx'
import { tellPress } from '../../pages/reports/press-note.ts'
import type { Telling } from '../../pages/reports/telling.ts'
import { tellYear } from '../../pages/reports/yearly-report.ts'
import { wordsOf } from '../../pages/words.ts'
import { gatherIndicators, gatherProgramme } from './gather.ts'
import type { ReportNeeds } from './report-needs.ts'

export interface ReportInput {
  kind: ReportKind
  city: City
  language: Language
  /** The day whose record is told (ISO). */
  day: string
  /** The day that its links open; null: the pages of today. */
  asOf: string | null
  /** Year of the yearly report; null: the last whole one of the programme. */
  year: number | null
}

/** Somebody asks for a report. */
export async function makeReport(input: ReportInput, needs: ReportNeeds): Promise<Outcome<Report>> {
  const { kind, city, language, day, asOf } = input
  return await makers[kind]({ words: wordsOf(language, city.timeZone), city, day, asOf }, input, needs)
}

type Maker = (telling: Telling, input: ReportInput, needs: ReportNeeds) => Promise<Outcome<Report>>

const makers: Readonly<Record<ReportKind, Maker>> = {
  async yearly(telling, { city, day, year }, needs) {
    const { versions, ...gathered } = await gatherProgramme(city, day, needs)
    const version = chooseVersion(versions)?.shown
    if (version === undefined) return refuse('programme_not_found')
    return told(reportYear(versions, { ...gathered, year: year ?? usualYear(version, gathered.statistics.asOfYear) }), (report) =>
      tellYear(telling, report),
    )
  },
  async brief(telling, { city, day }, needs) {
    return told(reportBrief(await gatherIndicators(city, day, needs)), (report) => tellBrief(telling, report))
  },
  async press(telling, { city, day }, needs) {
    const since = yearBefore(day)
    const [before, now] = await Promise.all([gatherIndicators(city, since, needs), gatherIndicators(city, day, needs)])
    return done(tellPress(telling, since, reportPress(before, now)))
  },
}

const told = <Found>(outcome: Outcome<Found>, tell: (found: Found) => Report): Outcome<Report> =>
  outcome.ok ? done(tell(outcome.value)) : outcome
