import { wilsonInterval, type Interval } from '../../../kernel/wilson-interval.ts'
import type { MultilingualText } from '../../text.ts'
import type { CensusChoice } from './census.ts'
import { thresholds, type VoiceField } from './fields.ts'
import { dissimilarity, participationRateRatio } from './representation.ts'
import type { FieldVoice, VoiceBatch, VoiceResult } from './voice-batch.ts'
import { verdictFlips, type WeighedStatement } from './weigh-statements.ts'

/** One category beside the census. */
export interface VoiceRow {
  category: string
  /** null: not published. */
  people: number | null
  writers: number | null
  share: (Interval & { value: number }) | null
  census: { share: number; people: number; series: readonly string[] } | null
  ratio: number | null
}

export interface VoiceFieldView {
  field: VoiceField
  threshold: number
  declared: number | null
  /** Categories that are published or that the census knows. */
  rows: readonly VoiceRow[]
  /** Categories that are neither. */
  others: readonly string[]
  /** null: a category of the census is not published, or there is no census. */
  dissimilarity: number | null
  census: CensusChoice | null
}

export interface VoicesView {
  number: number
  madeAt: string
  participants: number
  declared: number | null
  fields: readonly VoiceFieldView[]
  weights: VoiceResult['weights']
  statements: ReadonlyArray<WeighedStatement & { text: MultilingualText | null; flips: boolean }>
}

/** What the page says, reckoned from the published numbers alone: anybody can do it again. */
export function voicesView(
  { number, madeAt, result }: VoiceBatch,
  statements: ReadonlyArray<{ number: number; text: MultilingualText | null }>,
): VoicesView {
  const texts = new Map(statements.map((one) => [one.number, one.text]))
  return {
    number,
    madeAt,
    participants: result.participants,
    declared: result.declared,
    fields: result.fields.map((one) => fieldView(one, result.census[one.field] ?? null)),
    weights: result.weights,
    // A statement that was taken down since is not shown here either.
    statements: result.statements
      .filter(({ statement }) => texts.has(statement))
      .map((one) => ({ ...one, text: texts.get(one.statement) ?? null, flips: verdictFlips(one) })),
  }
}

function fieldView({ field, declared, categories }: FieldVoice, census: CensusChoice | null): VoiceFieldView {
  const population = categories.reduce((sum, one) => sum + (one.census?.people ?? 0), 0)
  const rows = categories
    .filter((one) => one.people !== null || one.census !== null)
    .map((one): VoiceRow => {
      // Noise may make a part larger than the whole.
      const share =
        one.people === null || declared === null
          ? null
          : { ...wilsonInterval(Math.min(one.people, declared), declared), value: Math.min(one.people / declared, 1) }
      const known = one.census && { share: one.census.people / population, people: one.census.people, series: one.census.series }
      const ratio = share === null || known === null ? null : participationRateRatio(share.value, known.share)
      return { category: one.category, people: one.people, writers: one.writers, share, census: known, ratio }
    })
  const compared = rows.filter((row) => row.census !== null)
  const complete = compared.length > 0 && compared.every((row) => row.share !== null)
  return {
    field,
    threshold: thresholds[field],
    declared,
    rows,
    others: categories.filter((one) => one.people === null && one.census === null).map(({ category }) => category),
    dissimilarity: complete
      ? dissimilarity(
          compared.map((row) => row.share!.value),
          compared.map((row) => row.census!.share),
        )
      : null,
    census,
  }
}
