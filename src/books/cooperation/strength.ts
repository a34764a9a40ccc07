/**
 * How strong a promise is, from wish to signature. It is read off the verb of the source and off nothing else: "we shall look into it" stays
 * on its step, however warmly it was said.
 *
 * Source  the steps are our own; the words that reach them are those of the source.
 */
export const strengths = ['wishes', 'intends', 'will_consider', 'agreed_to_consider', 'will_do', 'agreed_to_do', 'signed'] as const
export type Strength = (typeof strengths)[number]

/** Steps below the first promise to do something: it is not said that anything will happen. */
export const isOnlyConsidered = (strength: Strength): boolean => strengths.indexOf(strength) < strengths.indexOf('will_do')

/** How many of them promise something, and how many only wish or intend it. */
export interface PromiseCount {
  all: number
  commitments: number
  intentions: number
}

/**
 * Commitments and intentions apart: whoever wishes or intends has not promised anything yet.
 *
 * @example
 * countPromises(['intends', 'will_do', 'will_consider']) // => { all: 3, commitments: 2, intentions: 1 }
 */
export function countPromises(strengths: readonly Strength[]): PromiseCount {
  const intentions = strengths.filter((one) => one === 'wishes' || one === 'intends').length
  return { all: strengths.length, commitments: strengths.length - intentions, intentions }
}

/**
 * How many stand on each step, from the lowest up.
 *
 * @example
 * countByStrength(['intends', 'will_do', 'intends'])[1] // => { strength: 'intends', count: 2 }
 */
export const countByStrength = (all: readonly Strength[]): Array<{ strength: Strength; count: number }> =>
  strengths.map((strength) => ({ strength, count: all.filter((one) => one === strength).length }))
