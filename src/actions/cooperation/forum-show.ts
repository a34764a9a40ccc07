import type { ForumMatching, ForumView } from '../../books/cooperation/forum/matching.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { forumOfTexts } from './forum-tables.ts'

/** What the actions of forums need. */
export interface ForumReads {
  findForumMatching(city: City, event: number): Promise<ForumMatching | null>
}

/** A forum with its schedule. null: no event of this number, or none that is a forum. */
export async function showForum(
  input: { city: City; number: number },
  needs: ForumReads & Pick<CooperationReads, 'findCooperation'>,
): Promise<ForumView | null> {
  const event = await needs.findCooperation(input.city, 'event', input.number)
  if (event?.content.kind !== 'forum') return null
  const kept = await needs.findForumMatching(input.city, input.number)
  return { event, matching: kept === null ? null : { kept, input: forumOfTexts(kept.texts).input } }
}
