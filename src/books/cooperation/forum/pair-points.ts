import type { ForumInput, ForumParticipant, ForumProject, MeetingReason, Wish } from './forum.ts'

/** Two who may meet: what speaks for it, and about which project. */
export interface Pair {
  /** Numbers among the investors and among the owners. */
  investor: number
  owner: number
  project: string | null
  points: number
  isMust: boolean
  reasons: readonly MeetingReason[]
}

/** A wish on both sides, one subject, one language, an amount that fits: beside the wishes themselves, 1 to 5 each. */
export const pointsOf = { mutual: 5, sector: 3, language: 2, amount: 2 } as const
const strongest = 5

/**
 * Every pair that may meet, with its points. Two meet where one of them asked for it or where they work in the same sector; nobody meets
 * where one of them does not want to.
 */
export function pairsOf({ participants, projects, wishes }: ForumInput): Pair[] {
  const investors = participants.filter(({ side }) => side === 'investor')
  const owners = participants.filter(({ side }) => side === 'owner')
  const wishesOf = groupBy(wishes, ({ from, to }) => `${from} ${to}`)
  const projectsOf = groupBy(projects, ({ owner }) => owner)
  return investors.flatMap((investor, i) =>
    owners.flatMap((owner, o) => {
      const asked = wishesOf.get(`${investor.code} ${owner.code}`) ?? []
      const answered = wishesOf.get(`${owner.code} ${investor.code}`) ?? []
      const best = bestOf(investor, owner, projectsOf.get(owner.code) ?? [], asked, answered)
      return best === null ? [] : [{ investor: i, owner: o, ...best }]
    }),
  )
}

type Talk = Omit<Pair, 'investor' | 'owner'>

/** What they would talk about: of the owner's projects the one with the most points. */
function bestOf(
  investor: ForumParticipant,
  owner: ForumParticipant,
  projects: readonly ForumProject[],
  asked: readonly Wish[],
  answered: readonly Wish[],
): Talk | null {
  const subjects: Array<ForumProject | null> = projects.length === 0 ? [null] : [...projects]
  let best: Talk | null = null
  for (const project of subjects) {
    const about = (wish: Wish) => wish.project === null || wish.project === project?.code
    const both = [asked.filter(about), answered.filter(about)] as const
    if (both.flat().some(({ value }) => value === 'never')) continue
    const reasons = reasonsFor(investor, owner, project, both)
    const points = reasons.reduce((sum, one) => sum + one.points, 0)
    if (!reasons.some(({ code }) => code === 'investor_wish' || code === 'owner_wish' || code === 'sector')) continue
    if (best === null || points > best.points)
      best = { project: project?.code ?? null, points, reasons, isMust: reasons.some(({ code }) => code === 'must') }
  }
  return best
}

function reasonsFor(
  investor: ForumParticipant,
  owner: ForumParticipant,
  project: ForumProject | null,
  [asked, answered]: readonly [readonly Wish[], readonly Wish[]],
): MeetingReason[] {
  const reasons: MeetingReason[] = []
  const [one, other] = [strengthOf(asked), strengthOf(answered)]
  if ([...asked, ...answered].some(({ value }) => value === 'must')) reasons.push({ code: 'must', points: 0 })
  if (one > 0) reasons.push({ code: 'investor_wish', points: one })
  if (other > 0) reasons.push({ code: 'owner_wish', points: other })
  if (one > 0 && other > 0) reasons.push({ code: 'mutual', points: pointsOf.mutual })
  const sector = common(investor.sectors, project?.sectors.length ? project.sectors : owner.sectors)
  if (sector !== undefined) reasons.push({ code: 'sector', points: pointsOf.sector, value: sector })
  const language = common(investor.languages, owner.languages)
  if (language !== undefined) reasons.push({ code: 'language', points: pointsOf.language, value: language })
  const amount = project?.amount ?? null
  const hasRange = investor.amountFrom !== null || investor.amountTo !== null
  if (amount !== null && hasRange && amount >= (investor.amountFrom ?? 0) && amount <= (investor.amountTo ?? Number.POSITIVE_INFINITY))
    reasons.push({ code: 'amount', points: pointsOf.amount })
  return reasons
}

/** A meeting that has to be counts as the strongest wish. */
const strengthOf = (wishes: readonly Wish[]): number =>
  Math.max(0, ...wishes.map(({ value }) => (value === 'must' ? strongest : value === 'never' ? 0 : value)))

const common = (one: readonly string[], other: readonly string[]): string | undefined => one.find((value) => other.includes(value))

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
