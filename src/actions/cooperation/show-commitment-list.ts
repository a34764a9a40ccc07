import type { CommitmentListView } from '../../books/cooperation/public-views.ts'
import { countCommitments, matches, rowOn, type CommitmentFilter } from '../../books/cooperation/commitment-row.ts'
import { countPromises } from '../../books/cooperation/strength.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'

/** Commitments on one page of the list. */
const perPage = 50

/** Commitments as a reader looks for them, newest first. Only what one page shows is read in full. */
export async function showCommitmentList(
  { city, asOf, today, filter, page: asked }: PublicInput & { filter: CommitmentFilter; page: number },
  needs: PublicReads & Pick<CooperationReads, 'listCommitmentRows'>,
): Promise<CommitmentListView> {
  const record = publicRecord(asOf, needs)
  const [kept, partners] = await Promise.all([needs.listCommitmentRows(city, asOf), record.listCooperation(city, 'partner')])
  const rows = kept.map((row) => rowOn(row, today))
  const found = rows.filter((row) => matches(row, filter)).reverse()
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const numbers = found.slice((page - 1) * perPage, page * perPage).map(({ number }) => number)
  const commitments = await showCommitments({ city, filter: { numbers }, today }, record)
  return {
    filter,
    partners,
    counts: countCommitments(rows),
    found: countPromises(found.map(({ strength }) => strength)),
    commitments: commitments.reverse(),
    page,
    pages,
  }
}
