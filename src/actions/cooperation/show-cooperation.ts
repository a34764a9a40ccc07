import type { PartnerRow, CooperationView } from '../../books/cooperation/public-views.ts'
import { countCommitments, rowOn, type CommitmentCounts } from '../../books/cooperation/commitment-row.ts'
import { newestFirst } from '../../books/cooperation/event-tree.ts'
import { findOwnPartner } from '../../books/cooperation/own-partner.ts'
import { mapPartners } from '../../books/cooperation/partner-map.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'

type Needs = PublicReads & Pick<CooperationReads, 'listCommitmentRows'>

/** The first page of cooperation. */
export async function showCooperation({ city, asOf, today }: PublicInput, needs: Needs): Promise<CooperationView> {
  const record = publicRecord(asOf, needs)
  const [events, { own, partners, counts }, agreements, projects] = await Promise.all([
    record.listCooperation(city, 'event'),
    showPartners({ city, asOf, today }, needs),
    record.listCooperation(city, 'agreement'),
    record.listCooperation(city, 'project'),
  ])
  const numbers = new Set(events.map(({ number }) => number))
  const roots = events.filter(({ content }) => content.parent === null || !numbers.has(content.parent)).sort(newestFirst)
  return {
    events: roots.map((event) => ({ event, within: events.filter(({ content }) => content.parent === event.number).length })),
    counts,
    map: mapPartners(
      own,
      partners.map(({ partner }) => partner),
    ),
    partners,
    agreements: agreements.length,
    projects: projects.length,
  }
}

/** All partners but the city itself, and how its commitments stand. */
export async function showPartners(
  { city, asOf, today }: PublicInput,
  needs: Needs,
): Promise<{ own: CooperationRecord<'partner'> | null; partners: PartnerRow[]; counts: CommitmentCounts }> {
  const [all, kept] = await Promise.all([publicRecord(asOf, needs).listCooperation(city, 'partner'), needs.listCommitmentRows(city, asOf)])
  const own = findOwnPartner(city.name, all)
  const commitments = new Map<number, number>()
  for (const { by, to } of kept) for (const one of new Set([...by, ...to])) commitments.set(one, (commitments.get(one) ?? 0) + 1)
  return {
    own,
    partners: all
      .filter(({ number }) => number !== own?.number)
      .map((partner) => ({ partner, commitments: commitments.get(partner.number) ?? 0 })),
    counts: countCommitments(kept.map((row) => rowOn(row, today))),
  }
}
