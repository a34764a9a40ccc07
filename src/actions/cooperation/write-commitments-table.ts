import { writeCommitmentsCsv } from '../../formats/cooperation/commitments-csv.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'

/**
 * Somebody hands the city's commitments to the register of the UN, or to another program.
 *
 * @param input.pageOf  full address of a page inside the city
 */
export async function writeCommitmentsTable(
  input: PublicInput & { pageOf: (path: string) => string },
  needs: PublicReads,
): Promise<string> {
  const { city, asOf, today, pageOf } = input
  const record = publicRecord(asOf, needs)
  const views = await showCommitments({ city, today }, record)
  const numbers = [...new Set(views.flatMap(({ evidence }) => evidence.map(({ source }) => source)))]
  const [found, topics] = await Promise.all([record.listCooperation(city, 'source', { numbers }), record.listCooperation(city, 'topic')])
  const sources = new Map(found.map(({ number, content }) => [number, content]))
  const rows = views.map((view) => ({
    view,
    sdgTargets: [...new Set(topics.flatMap(({ content }) => (content.event === view.event?.number ? content.sdgTargets : [])))],
    sources: view.evidence.flatMap(({ source, exact }) => {
      const content = sources.get(source)
      return content === undefined ? [] : [{ title: content.title, url: content.url, exact }]
    }),
    page: pageOf(`/cooperation/commitments/${view.number}`),
  }))
  return writeCommitmentsCsv(rows)
}
