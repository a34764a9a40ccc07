import { carryIds } from '../../books/programme/carry-ids.ts'
import { checkDraft, type DraftProblem } from '../../books/programme/draft/check-draft.ts'
import { checkProgramme } from '../../books/programme/check-programme.ts'
import { isDay, type FieldProblem } from '../../books/programme/draft/read-fields.ts'
import { subjectOf } from '../../books/programme/draft/draft.ts'
import { putTogether } from '../../books/programme/draft/put-together.ts'
import type { ProgrammeVersion, VersionStatus } from '../../books/programme/programme.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { storeProgrammeVersion, type Needs as StoreNeeds } from '../store-programme-version.ts'
import { nextNumber } from './begin-draft.ts'
import type { DeskInput, DraftRecord } from './draft-record.ts'

type Needs = DraftRecord & StoreNeeds & { listProgrammeVersions(city: DeskInput['city'], asOf: Date): Promise<ProgrammeVersion[]> }

export interface PublishInput extends DeskInput {
  programme: string
  status: string
  date: string
  act: Readonly<Record<string, string>>
  /** The version that the editor was shown as the last published one: publishing on top of a newer one takes a second look. */
  after: string
}

export type Published =
  | { kind: 'done'; version: ProgrammeVersion; release: number }
  | { kind: 'wrong'; problems: readonly FieldProblem[] }
  /** Problems that keep it from being published. */
  | { kind: 'blocked'; problems: readonly DraftProblem[] }
  | { kind: 'gone' }

const statuses: readonly string[] = ['draft', 'adopted', 'amended'] satisfies VersionStatus[]

/**
 * An editor publishes the draft as the next version. It becomes a release as a file would (`bagdar programme import`), and the draft ends.
 *
 * The release says `editor`, the role: its page is public, and names of persons stand nowhere in public. Who it was is in the history.
 */
export async function publishDraft(input: PublishInput, needs: Needs): Promise<Published> {
  const { city, viewer, at } = input
  const draft = await needs.lockDraft(city, input.programme)
  if (draft === null) return { kind: 'gone' }
  const elements = await needs.listDraftElements(city, draft.id)
  const published = (await needs.listProgrammeVersions(city, at)).filter((one) => one.programme === draft.programme)
  const act = wordsOf(input.act)
  const wrong = [
    ...(statuses.includes(input.status) ? [] : [problem('status', 'status_missing')]),
    ...(input.date === '' ? [problem('date', 'missing')] : isDay(input.date) ? [] : [problem('date', 'not_a_date', { value: input.date })]),
    ...(Object.keys(act).length === 0 ? [problem('act.kk', 'words_missing')] : []),
    ...(input.after === String(nextNumber(published) - 1) ? [] : [problem('', 'published_meanwhile')]),
  ]
  if (wrong.length > 0) return { kind: 'wrong', problems: wrong }

  const document = putTogether(draft, elements)
  const blockers = checkDraft(document, elements).filter(({ priority }) => priority === 'p1')
  if (blockers.length > 0) return { kind: 'blocked', problems: blockers }

  const decided = { ...document.version, number: nextNumber(published), status: input.status as VersionStatus, date: input.date, act }
  const before = published.at(-1)
  const version = before === undefined ? decided : carryIds(before, decided)
  const release = await storeProgrammeVersion(
    city,
    version,
    { madeBy: 'editor', recordedAt: at, publishedAt: at, problems: checkProgramme(version), files: [] },
    needs,
  )
  await needs.endDraft(city, draft.id)
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'programme.publish',
    subject: subjectOf(draft),
    before: null,
    after: { version: version.number, release, status: version.status, date: version.date, act },
  })
  return { kind: 'done', version, release }
}

const problem = (field: string, code: string, details: FieldProblem['details'] = {}): FieldProblem => ({ field, code, details })

const wordsOf = (fields: PublishInput['act']): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, (fields[language] ?? '').trim()] as const).filter(([, text]) => text !== ''))
