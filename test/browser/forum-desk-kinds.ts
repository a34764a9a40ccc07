import type { City } from '../../src/books/indicators/figure.ts'
import { addEvent, makeForum } from '../support/make-forum.ts'
import type { TestSite } from '../support/server.ts'
import type { DeskKind } from './desk-kinds.ts'

/**
 * A forum before and after its schedule was made.
 *
 * @param wrong  sends the form of a page as it comes: what it lacks is said
 */
export async function fillForumDesk(site: TestSite, city: City, wrong: NonNullable<DeskKind['act']>): Promise<Record<string, DeskKind>> {
  const route = '/desk/cooperation/forum/:event'
  const path = `/${city.slug}/desk/cooperation/forum`
  const [made, empty] = [await makeForum(site, city, 'Siam Hotels'), await addEvent(site, city, 'Форум')]
  return {
    'forum, matched': { route, path: `${path}/${made}` },
    'forum, nothing entered': { route, path: `${path}/${empty}` },
    'forum, nothing entered, sent': { route, path: `${path}/${empty}`, act: wrong },
    'programme of a forum': { route: `${route}/programme`, path: `${path}/${made}/programme` },
    'programme of one participant': { route: `${route}/programme`, path: `${path}/${made}/programme?participant=ile` },
  }
}
