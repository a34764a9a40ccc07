import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Contribution } from '../../../books/discussion/contribution.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import type { Language } from '../../../books/text.ts'
import { writeDraftWithComments } from '../../../formats/discussion/draft-with-comments-docx.ts'
import type { AnswersRecord, ContributionRecord } from '../contribution-record.ts'
import { publishedOf } from '../write-discussion-tables.ts'

/** Rows that are read by one question. */
const slice = 1000

/** The draft with everything that was said about it and is shown, as a Word document for the state's portal of draft acts. */
export async function exportDraft(
  {
    city,
    consultation,
    version,
    language,
  }: { city: { id: string }; consultation: Consultation; version: ProgrammeVersion; language: Language },
  record: Pick<ContributionRecord, 'listContributions'> & AnswersRecord,
): Promise<Uint8Array> {
  const all: Contribution[] = []
  for (let offset = 0; offset === all.length; offset += slice)
    all.push(...(await record.listContributions(city, consultation, { state: 'shown', offset, limit: slice })))
  const answers = await record.listAnswers(city, consultation)
  const published = publishedOf(answers, await record.listChangesOfContributions(city, consultation))
  const period = { from: consultation.opensOn, to: consultation.closesOn }
  return await writeDraftWithComments({ version, contributions: all.map(published), period, language })
}
