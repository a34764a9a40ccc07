import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { subjectOf, type Draft, type ElementContents } from '../../books/programme/draft/draft.ts'
import { takeApart } from '../../books/programme/draft/put-together.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { hasGoals } from '../../books/programme/shown-version.ts'
import type { DeskInput, DraftRecord } from './draft-record.ts'

type Needs = DraftRecord & { listProgrammeVersions(city: DeskInput['city'], asOf: Date): Promise<ProgrammeVersion[]> }

/** An editor begins the next version from the last published one; where its text is not known, from the last whose text is. */
export async function beginDraft(input: DeskInput & { programme: string }, needs: Needs): Promise<Outcome<Draft>> {
  const versions = (await needs.listProgrammeVersions(input.city, input.at)).filter((one) => one.programme === input.programme)
  const from = versions.findLast(hasGoals) ?? versions.at(-1)
  return from === undefined ? refuse('programme_not_found') : await begin(input, from, nextNumber(versions), needs)
}

/** An editor begins a programme that the city does not have yet, with its title and period only. */
export async function beginProgramme(
  input: DeskInput & { programme: string; head: ElementContents['head'] },
  needs: Needs,
): Promise<Outcome<Draft>> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.programme) || input.programme.length > 60) return refuse('not_a_slug', 'programme')
  const versions = await needs.listProgrammeVersions(input.city, input.at)
  if (versions.some((one) => one.programme === input.programme)) return refuse('programme_exists', 'programme')
  const empty = { number: 1, status: 'draft', date: null, act: {}, passport: [], directions: [], sources: [] } as const
  return await begin(input, { programme: input.programme, ...input.head, ...empty }, 1, needs)
}

export const nextNumber = (versions: readonly ProgrammeVersion[]): number => Math.max(0, ...versions.map(({ number }) => number)) + 1

async function begin({ city, viewer, at }: DeskInput, from: ProgrammeVersion, number: number, needs: DraftRecord): Promise<Outcome<Draft>> {
  const basedOn = number === 1 ? null : from.number
  const draft: Draft = { id: needs.newId(), programme: from.programme, number, basedOn, begunAt: at.toISOString() }
  if (!(await needs.addDraft(city, draft, takeApart(from)))) return refuse('draft_exists', 'programme')
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'draft.begin',
    subject: subjectOf(draft),
    before: null,
    after: { basedOn },
  })
  return done(draft)
}
