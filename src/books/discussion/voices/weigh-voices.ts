import { effectiveSampleSize } from '../../../kernel/effective-sample-size.ts'
import { rake, type Margin } from '../../../kernel/raking.ts'
import type { CensusCount } from './census.ts'
import { thresholds, voiceFields, type VoiceField } from './fields.ts'

/** Nobody counts less than a fifth of a voice or more than five. */
export const weightBounds = { lowest: 1 / 5, highest: 5 }

/** A field with fewer who said something is no ground for weights. */
export const fewestDeclared = 30

/**
 * Why a field takes no part in the weights.
 *
 * - `no_census`: the city has not chosen a census table for it
 * - `too_few_declared`: too few people said anything
 * - `category_too_small`: too few people in all categories but one; to weigh them up would make one person speak for many
 */
export type NotUsed = 'no_census' | 'too_few_declared' | 'category_too_small'

export interface VoiceWeights {
  /** By participant. */
  of: ReadonlyMap<number, number>
  used: readonly VoiceField[]
  notUsed: Readonly<Partial<Record<VoiceField, NotUsed>>>
  lowest: number
  highest: number
  effective: number
  /** How far the weighted shares stay from the census: weights have bounds, and fields may contradict each other. */
  largestGap: number
}

/**
 * Weights with which the participants are made up like the population, field by field. Who said nothing about a field stands aside there.
 *
 * Categories with fewer people than may be published are weighed together; so no weight tells about a small group, and none is large only
 * because a category is nearly empty.
 *
 * @param said    what each participant said
 * @param census  the population by category
 */
export function weighVoices(
  said: ReadonlyMap<number, Readonly<Partial<Record<VoiceField, string>>>>,
  census: Readonly<Partial<Record<VoiceField, readonly CensusCount[]>>>,
): VoiceWeights {
  const people = [...said.keys()].sort((a, b) => a - b)
  const margins: Margin[] = []
  const used: VoiceField[] = []
  const notUsed: Partial<Record<VoiceField, NotUsed>> = {}
  for (const field of voiceFields) {
    const values = people.map((one) => said.get(one)![field])
    const margin = marginOf(values, census[field], thresholds[field])
    if (typeof margin === 'string') notUsed[field] = margin
    else {
      margins.push(margin)
      used.push(field)
    }
  }
  const raked = margins.length === 0 ? null : rake(people.length, margins, weightBounds)
  const weights = raked?.weights ?? new Float64Array(people.length).fill(1)
  return {
    of: new Map(people.map((one, index) => [one, weights[index]!])),
    used,
    notUsed,
    lowest: people.length === 0 ? 1 : Math.min(...weights),
    highest: people.length === 0 ? 1 : Math.max(...weights),
    effective: effectiveSampleSize(weights),
    largestGap: raked?.largestGap ?? 0,
  }
}

/** Classes of a field: its larger categories one by one, the others together. */
function marginOf(
  values: ReadonlyArray<string | undefined>,
  census: readonly CensusCount[] | undefined,
  threshold: number,
): Margin | NotUsed {
  const total = census?.reduce((sum, one) => sum + one.people, 0) ?? 0
  if (census === undefined || total <= 0) return 'no_census'
  const known = new Set(census.map(({ category }) => category))
  const counts = new Map<string, number>()
  for (const value of values) if (value !== undefined && known.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  if ([...counts.values()].reduce((sum, count) => sum + count, 0) < fewestDeclared) return 'too_few_declared'

  const bySize = census.map(({ category }) => ({ category, count: counts.get(category) ?? 0 })).sort((a, b) => b.count - a.count)
  let alone = bySize.filter(({ count }) => count >= threshold)
  let together = bySize.filter(({ count }) => count < threshold)
  // What is left over may be too small even together.
  if (together.length > 0 && together.reduce((sum, { count }) => sum + count, 0) < threshold) {
    together = [...together, ...alone.slice(-1)]
    alone = alone.slice(0, -1)
  }
  const classes = [...alone.map(({ category }) => [category]), together.map(({ category }) => category)].filter((one) => one.length > 0)
  if (classes.length < 2) return 'category_too_small'
  const classOfCategory = new Map(classes.flatMap((categories, index) => categories.map((category) => [category, index] as const)))
  const peopleIn = (categories: readonly string[]): number =>
    census.filter(({ category }) => categories.includes(category)).reduce((sum, one) => sum + one.people, 0)
  return {
    classOf: values.map((value) => (value === undefined ? -1 : (classOfCategory.get(value) ?? -1))),
    shares: classes.map((categories) => peopleIn(categories) / total),
  }
}
