import type { EscapAssessed, EscapCategory } from './escap.ts'
import type { MinMaxAssessed, MinMaxCategory } from './min-max.ts'
import type { OpenSdgAssessed, OpenSdgCategory } from './open-sdg.ts'
import type { NotAssessed } from './trajectory.ts'
import type { UnsdAssessed, UnsdCategory } from './unsd-2023.ts'

/** The four positions of the needle. `none`: not assessed. */
export type Status = 'on' | 'accelerate' | 'reverse' | 'none'

export const methods = ['escap', 'openSdg', 'unsd', 'minMax'] as const
export type Method = (typeof methods)[number]

/** The judgements of the four methods on one series. */
export interface Judgements {
  escap: EscapAssessed | NotAssessed
  openSdg: OpenSdgAssessed | NotAssessed
  unsd: UnsdAssessed | NotAssessed
  minMax: MinMaxAssessed | NotAssessed
}

type Category = EscapCategory | OpenSdgCategory | UnsdCategory | MinMaxCategory

/** Each method's own categories in three words, so that they can be compared. The method's own word is always shown too. */
const statusOfCategory: Readonly<Record<Category, Exclude<Status, 'none'>>> = {
  on_track: 'on',
  held: 'on',
  accelerate: 'accelerate',
  reverse: 'reverse',
  lost: 'reverse',

  target_achieved: 'on',
  substantial_progress: 'on',
  moderate_progress: 'accelerate',
  limited_progress: 'accelerate',
  deterioration: 'reverse',
  significant_progress: 'on',
  insufficient_progress: 'accelerate',
  movement_away: 'reverse',
  moderate_movement_away: 'reverse',
  significant_movement_away: 'reverse',

  met_or_on_track: 'on',
  fair: 'accelerate',
  stagnation_or_regression: 'reverse',

  at_best: 'on',
  moderately_improving: 'accelerate',
  stagnating: 'accelerate',
  decreasing: 'reverse',
}

/**
 * A judgement as one of the needle's positions.
 *
 * @example
 * foldStatus({ kind: 'not_assessed', reason: 'no_direction' }) // => 'none'
 */
export const foldStatus = (judgement: { kind: 'assessed'; category: Category } | NotAssessed): Status =>
  judgement.kind === 'assessed' ? statusOfCategory[judgement.category] : 'none'

/** All four at once. */
export const foldStatuses = (judgements: Judgements): Record<Method, Status> => ({
  escap: foldStatus(judgements.escap),
  openSdg: foldStatus(judgements.openSdg),
  unsd: foldStatus(judgements.unsd),
  minMax: foldStatus(judgements.minMax),
})
