import type { City } from '../../books/indicators/figure.ts'
import { chooseVersion, hasGoals } from '../../books/programme/shown-version.ts'
import { reportableYears } from '../../books/reports/yearly.ts'
import { yearIn } from '../year-in.ts'
import type { ReportNeeds } from './report-needs.ts'

/** Somebody asks for which years there is a report on the programme: newest first, none without a programme. */
export async function listYears(city: City, asOf: Date, needs: Pick<ReportNeeds, 'listProgrammeVersions'>): Promise<number[]> {
  const version = chooseVersion(await needs.listProgrammeVersions(city, asOf))?.shown
  return version === undefined || !hasGoals(version) ? [] : reportableYears(version, yearIn(city, asOf))
}
