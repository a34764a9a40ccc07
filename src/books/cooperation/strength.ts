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

/**
 * How many stand on each step, from the lowest up.
 *
 * @example
 * countByStrength(['intends', 'will_do', 'intends'])[1] // => { strength: 'intends', count: 2 }
 */
export const countByStrength = (all: readonly Strength[]): Array<{ strength: Strength; count: number }> =>
  strengths.map((strength) => ({ strength, count: all.filter((one) => one === strength).length }))
