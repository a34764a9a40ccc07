import { momentOf } from '../../books/as-of.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { chooseVersion } from '../../books/programme/shown-version.ts'
import { reportBrief } from '../../books/reports/brief.ts'
import { reportPress, yearBefore } from '../../books/reports/press.ts'
import type { Report, ReportKind } from '../../books/reports/report.ts'
import { reportYear, usualYear } from '../../books/reports/yearly.ts'
import type { WrittenTexts } from '../../books/reports/written-texts.ts'
import type { Language } from '../../books/text.ts'
import { tellBrief } from '../../pages/reports/brief-report.tsx'
import { tellCitySection } from '../../pages/reports/city-section.ts'
import { tellExampleSheet } from '../../pages/reports/example-sheet.ts'
import { tellPress } from '../../pages/reports/press-note.ts'
import { tellReview } from '../../pages/reports/review-report.ts'
import type { Telling } from '../../pages/reports/telling.ts'
import { tellYear } from '../../pages/reports/yearly-report.ts'
import { wordsOf } from '../../pages/words.ts'
import { gatherIndicators, gatherProgramme } from './gather.ts'
import { gatherReview, gatherSurroundings } from './gather-review.ts'
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
  /** What staff wrote for it; null: figures alone. */
  written: WrittenTexts | null
}

/** Somebody asks for a report. */
export async function makeReport(input: ReportInput, needs: ReportNeeds): Promise<Outcome<Report>> {
  const { kind, city, language, day, asOf, written } = input
  return await makers[kind]({ words: wordsOf(language, city.timeZone), city, day, asOf, written }, input, needs)
}

type Maker = (telling: Telling, input: ReportInput, needs: ReportNeeds) => Promise<Outcome<Report>>

/** A report tells what stood at the end of its day, or at the moment that its links open, whatever the clock says. */
const momentOfReport = ({ city, day, asOf }: Pick<ReportInput, 'city' | 'day' | 'asOf'>): Date =>
  momentOf(asOf ?? day, city.timeZone, new Date(0))

const makers: Readonly<Record<ReportKind, Maker>> = {
  async yearly(telling, input, needs) {
    const { city, year } = input
    const { versions, ...gathered } = await gatherProgramme(city, momentOfReport(input), needs)
    const version = chooseVersion(versions)?.shown
    if (version === undefined) return refuse('programme_not_found')
    return told(reportYear(versions, { ...gathered, year: year ?? usualYear(version, gathered.statistics.asOfYear) }), (report) =>
      tellYear(telling, report),
    )
  },
  async brief(telling, input, needs) {
    return told(reportBrief(await gatherIndicators(input.city, momentOfReport(input), needs)), (report) => tellBrief(telling, report))
  },
  async vlr(telling, input, needs) {
    const moment = momentOfReport(input)
    const surroundings = await gatherSurroundings(input.city, moment, needs)
    return told(await gatherReview(input.city, moment, needs), (review) => tellReview(telling, review, surroundings))
  },
  async city(telling, input, needs) {
    const moment = momentOfReport(input)
    const surroundings = await gatherSurroundings(input.city, moment, needs)
    return told(await gatherReview(input.city, moment, needs), (review) => tellCitySection(telling, review, surroundings))
  },
  async example(telling, input, needs) {
    return told(await gatherReview(input.city, momentOfReport(input), needs), (review) => tellExampleSheet(telling, review))
  },
  async press(telling, input, needs) {
    const { city } = input
    const since = yearBefore(input.day)
    const [before, now] = await Promise.all([
      gatherIndicators(city, momentOfReport({ city, day: since, asOf: null }), needs),
      gatherIndicators(city, momentOfReport(input), needs),
    ])
    return done(tellPress(telling, since, reportPress(before, now)))
  },
}

const told = <Found>(outcome: Outcome<Found>, tell: (found: Found) => Report): Outcome<Report> =>
  outcome.ok ? done(tell(outcome.value)) : outcome
