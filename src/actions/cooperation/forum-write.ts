import { matchForum } from '../../books/cooperation/forum/match-forum.ts'
import type { ForumMatching, ForumTexts } from '../../books/cooperation/forum/matching.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { showForum, type ForumReads } from './forum-show.ts'
import { forumOfTexts } from './forum-tables.ts'

export interface ForumWrites {
  /** false: somebody changed it since its revision was read, and nothing was stored. */
  keepForumMatching(city: Doing['city'], event: number, matching: ForumMatching): Promise<boolean>
}

type Record = ForumReads & ForumWrites & Pick<CooperationReads, 'findCooperation'> & Pick<CooperationWrites, 'addChange'>

/**
 * The tables of a forum are kept, and the schedule is made of them at once: the two never differ. Call it in a transaction. null: no such
 * forum.
 */
export async function writeForum(
  input: Doing & { number: number; revision: number; texts: ForumTexts },
  record: Record,
): Promise<{ ok: true } | { ok: false; problems: readonly Refusal[] } | null> {
  const { city, by, at, number, revision, texts } = input
  const forum = await showForum({ city, number }, record)
  if (forum === null) return null
  const { input: tables, problems } = forumOfTexts(texts)
  if (problems.length > 0) return { ok: false, problems }
  const schedule = matchForum(tables)
  const kept = await record.keepForumMatching(city, number, { texts, schedule, computedAt: at.toISOString(), revision })
  if (!kept) return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.forum', subject: `cooperation/event/${number}` },
    before: forum.matching === null ? null : countsOf(forum.matching.input, forum.matching.kept.schedule.meetings.length),
    after: countsOf(tables, schedule.meetings.length),
  })
  return { ok: true }
}

/** The history says how much there was; the tables themselves are not kept twice. */
const countsOf = ({ participants, projects, wishes }: ReturnType<typeof forumOfTexts>['input'], meetings: number) => ({
  ...{ participants: participants.length, projects: projects.length, wishes: wishes.length, meetings },
})
