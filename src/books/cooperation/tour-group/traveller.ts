import type { FindingCode } from './finding-codes.ts'

/** What stands in a list about a tourist. */
export const travellerFields = [
  'surname',
  'givenNames',
  'sex',
  'birth',
  'nationality',
  'documentType',
  'issuer',
  'documentNumber',
  'expiry',
  'entry',
  'exit',
  'blankPages',
] as const
export type TravellerField = (typeof travellerFields)[number]

/** `unknown`: the checker cannot tell; nothing speaks against it, nothing for it. */
export const verdicts = ['ok', 'unknown', 'warning', 'error'] as const
export type Verdict = (typeof verdicts)[number]

/** What was found about a field; `zone`: about the machine-readable zone as a whole. */
export interface Finding {
  field: TravellerField | 'zone'
  verdict: Verdict
  code: FindingCode
  details?: Readonly<Record<string, string | number>>
}

/** Somebody in the list: what was read, in one spelling, and what was found while reading. */
export interface Traveller {
  /** Line of the text, or row of the table, where it begins; the first is 1. */
  line: number
  /** Dates in ISO, as far as they are known; sex F, M or X; states in three letters; '' where nothing stands. */
  values: Readonly<Record<TravellerField, string>>
  isLeader: boolean
  /** A machine-readable zone was read. */
  hasZone: boolean
  findings: readonly Finding[]
}

/** When the group travels; ISO days, '' where the user did not say. */
export interface Trip {
  entry: string
  exit: string
  today: string
}

export const noValues: Traveller['values'] = Object.fromEntries(travellerFields.map((field) => [field, ''])) as Traveller['values']

/** The gravest of some verdicts; ok where there are none. */
export const worstOf = (all: ReadonlyArray<{ verdict: Verdict }>): Verdict =>
  verdicts[Math.max(0, ...all.map(({ verdict }) => verdicts.indexOf(verdict)))] ?? 'ok'
