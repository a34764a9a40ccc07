import type { MessageKey } from './words.ts'

export interface Chapter {
  title: MessageKey
  /** The book's number in the masthead; the last chapter, about the record itself, has none. */
  book: { id: 'programme' | 'indicators' | 'discussion' | 'cooperation'; number: number; path: string } | null
  pages: ReadonlyArray<{ title: MessageKey; path: string }>
}

/** The contents at the foot of every page, and the books of the masthead. A page stands here when it exists. */
export const contents: readonly Chapter[] = [
  {
    title: 'common.programme',
    book: { id: 'programme', number: 1, path: '/programme' },
    pages: [
      { title: 'common.programmeGoals', path: '/programme' },
      { title: 'common.programmeVersions', path: '/programme/versions' },
      { title: 'common.programmeBudget', path: '/programme/budget' },
      { title: 'reports.title', path: '/reports' },
    ],
  },
  {
    title: 'common.indicators',
    book: { id: 'indicators', number: 2, path: '/indicators' },
    pages: [
      { title: 'common.catalogue', path: '/indicators' },
      { title: 'spatial.map_crumb', path: '/map' },
      { title: 'common.gaps', path: '/gaps' },
      { title: 'common.releases', path: '/releases' },
    ],
  },
  {
    title: 'discussion.book',
    book: { id: 'discussion', number: 3, path: '/discussion' },
    pages: [{ title: 'discussion.listTitle', path: '/discussion' }],
  },
  {
    title: 'cooperation.book',
    book: { id: 'cooperation', number: 4, path: '/cooperation' },
    pages: [
      { title: 'cooperation.kinds_event', path: '/cooperation' },
      { title: 'cooperation.kinds_commitment', path: '/cooperation/commitments' },
      { title: 'cooperation.kinds_partner', path: '/cooperation/partners' },
      { title: 'cooperation.kinds_agreement', path: '/cooperation/agreements' },
      { title: 'cooperation.kinds_project', path: '/cooperation/projects' },
      { title: 'economy.list_title', path: '/cooperation/economy' },
      { title: 'tourGroup.title', path: '/cooperation/tour-group' },
    ],
  },
  {
    title: 'common.aboutRecord',
    book: null,
    pages: [
      { title: 'common.aboutData', path: '/about' },
      { title: 'common.methods', path: '/methods' },
      { title: 'trust.title', path: '/trust' },
      { title: 'common.licence', path: '/licence' },
      { title: 'common.accessibility', path: '/accessibility' },
      { title: 'common.privacy', path: '/privacy' },
      { title: 'common.contact', path: '/contact' },
      { title: 'common.api', path: '/api' },
      { title: 'common.feed', path: '/feed.atom' },
    ],
  },
]
