import { peopleIn } from '../../books/discussion/participation.ts'
import { dayIn } from '../../books/as-of.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Outcome } from '../../books/outcome.ts'
import { reportReview, type Review } from '../../books/reports/review.ts'
import type { Surroundings } from '../../books/reports/surroundings.ts'
import { showAgreements } from '../cooperation/show-agreements.ts'
import { showDiscussions } from '../discussion/show-discussions.ts'
import { gatherIndicators } from './gather.ts'
import type { ReportNeeds } from './report-needs.ts'

/** What the reports to the United Nations are made from. */
export async function gatherReview(city: City, moment: Date, needs: ReportNeeds): Promise<Outcome<Review>> {
  const [input, versions, reasons] = await Promise.all([
    gatherIndicators(city, moment, needs),
    needs.listProgrammeVersions(city, moment),
    needs.listRivalReasons(city, moment),
  ])
  return reportReview(input, versions, reasons)
}

/** Consultations and agreements that were public at that moment. */
export async function gatherSurroundings(city: City, moment: Date, needs: ReportNeeds): Promise<Surroundings> {
  const today = dayIn(city.timeZone, moment)
  const discussions = await showDiscussions(city, today, needs)
  const agreements = await showAgreements({ city, asOf: moment, today }, needs)
  return {
    consultations: discussions
      .filter(({ consultation: { publishedAt } }) => publishedAt !== null && publishedAt <= moment.toISOString())
      .map(({ consultation: { number, content, opensOn, closesOn }, participation }) => {
        const { people, contributions, suggestions, answered } = participation
        return { number, title: content.title, opensOn, closesOn, people: peopleIn(people), contributions, suggestions, answered }
      }),
    agreements: agreements.map(({ agreement: { number, content }, parties }) => ({
      ...{ number, title: content.title, kind: content.kind, signedOn: content.signedOn },
      parties: parties.map(({ name }) => name),
    })),
  }
}
