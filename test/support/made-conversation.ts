import { voteTable, type Choice, type Vote, type VoteTable } from '../../src/books/discussion/opinion-groups/vote-table.ts'
import { stream } from '../../src/kernel/random.ts'

export interface MadeConversation {
  votes: VoteTable
  list: Vote[]
  /** The group that each participant was made with. */
  truth: number[]
}

/**
 * People who vote by where they stand: `groups` lie evenly on a circle, with some spread; with 0 groups everybody tosses a coin.
 *
 * Everybody votes on a share of the statements, some on few; one vote in eight is a pass.
 */
export function madeConversation(participants: number, statements: number, groups: number, seed: number): MadeConversation {
  const random = stream(seed, 7)
  const asked = Array.from({ length: statements }, () => ({ x: random.normal(), y: random.normal(), popular: 0.5 + 0.7 * random.normal() }))
  const list: Vote[] = []
  const truth: number[] = []
  for (let participant = 0; participant < participants; participant++) {
    const group = groups === 0 ? 0 : Math.floor(random.uniform() * groups)
    const angle = (2 * Math.PI * group) / Math.max(groups, 1)
    const x = groups === 0 ? 0 : 2 * Math.cos(angle) + 0.4 * random.normal()
    const y = groups === 0 ? 0 : 2 * Math.sin(angle) + 0.4 * random.normal()
    truth.push(group)
    const share = 0.15 + 0.5 * random.uniform()
    for (const [statement, one] of asked.entries()) {
      if (random.uniform() > share) continue
      const leaning = one.popular + x * one.x + y * one.y
      const agrees = random.uniform() < 1 / (1 + Math.exp(-leaning))
      const choice: Choice = random.uniform() < 0.125 ? 0 : agrees ? 1 : -1
      list.push({ participant, statement, choice })
    }
  }
  return { votes: voteTable(list, participants, statements), list, truth }
}

/** The same list in an order drawn by chance, as the votes might have arrived. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = stream(seed, 1)
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}
