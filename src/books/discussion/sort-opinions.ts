import type { ProgrammeVersion } from '../programme/programme.ts'
import type { Section } from '../programme/sections.ts'
import type { RepresentativeStatement, StatementResult } from './opinion-groups/result.ts'
import type { PublishedOpinions } from './published-opinions.ts'
import { agreeShareOf } from './tally.ts'
import type { Statement } from './statement.ts'
import { subjectPlacesIn } from './subject-place.ts'

/** A statement with how everybody and each opinion group voted on it. */
export interface StatementOpinions {
  statement: Statement
  result: StatementResult
  /** Of those with an opinion, everybody first and then group by group; null where nobody has one. */
  shares: Array<number | null>
}

export interface SectionOpinions {
  /** null: statements about the whole programme. */
  section: Section | null
  statements: number
  /** The statement of the section that unites most, and the one that divides most. */
  unites: StatementOpinions | null
  divides: StatementOpinions | null
}

export interface SortedOpinions {
  /** What all opinion groups agree on (or disagree with), strongest first. */
  unites: Array<StatementOpinions & { direction: 'agree' | 'disagree' }>
  divides: StatementOpinions[]
  /** By opinion group: what it stands for. */
  groups: Array<Array<{ opinions: StatementOpinions; representative: RepresentativeStatement }>>
  sections: SectionOpinions[]
}

const mostDivisive = 5

/** A difference of shares below this divides nobody. */
const leastDivisive = 0.3

/** Puts the numbers of a batch beside the words they are about; statements that are not shown any more are left out. */
export function sortOpinions(result: PublishedOpinions, statements: readonly Statement[], version: ProgrammeVersion): SortedOpinions {
  const opinions = new Map(
    statements.flatMap((statement): Array<[number, StatementOpinions]> => {
      const own = result.statements[statement.number - 1]
      if (own === undefined) return []
      return [[statement.number - 1, { statement, result: own, shares: [own, ...own.perGroup].map(agreeShareOf) }]]
    }),
  )
  const divides = [...opinions.values()]
    .filter(({ result: own }) => (own.divisive ?? 0) >= leastDivisive)
    .sort((a, b) => (b.result.divisive ?? 0) - (a.result.divisive ?? 0))
  return {
    unites: result.consensus.flatMap(({ statement, direction }) => {
      const found = opinions.get(statement)
      return found === undefined ? [] : [{ ...found, direction }]
    }),
    divides: divides.slice(0, mostDivisive),
    groups: result.groups.map(({ representative }) =>
      representative.flatMap((one) => {
        const found = opinions.get(one.statement)
        return found === undefined ? [] : [{ opinions: found, representative: one }]
      }),
    ),
    sections: bySection([...opinions.values()], version),
  }
}

function bySection(opinions: readonly StatementOpinions[], version: ProgrammeVersion): SectionOpinions[] {
  const placeOf = subjectPlacesIn(version)
  const sections = new Map<string, { section: Section | null; list: StatementOpinions[] }>()
  for (const one of opinions) {
    const section = placeOf(one.statement.subject)?.section ?? null
    const own = sections.get(section?.id ?? '') ?? { section, list: [] }
    own.list.push(one)
    sections.set(section?.id ?? '', own)
  }
  return [...sections.values()].map(({ section, list }) => ({
    section,
    statements: list.length,
    unites: highest(list, ({ result }) => result.groupAwareConsensus ?? result.commonGround),
    divides: highest(list, ({ result }) => ((result.divisive ?? 0) >= leastDivisive ? result.divisive : null)),
  }))
}

function highest(list: readonly StatementOpinions[], of: (one: StatementOpinions) => number | null): StatementOpinions | null {
  const rated = list.flatMap((one) => {
    const value = of(one)
    return value === null ? [] : [{ one, value }]
  })
  return rated.sort((a, b) => b.value - a.value)[0]?.one ?? null
}
