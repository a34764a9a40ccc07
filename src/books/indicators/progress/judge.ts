import { assessEscap } from './escap.ts'
import type { Judgements } from './fold-status.ts'
import { assessMinMax, type PoolMember } from './min-max.ts'
import { assessOpenSdg } from './open-sdg.ts'
import type { Trajectory } from './trajectory.ts'
import { assessUnsd2023 } from './unsd-2023.ts'

/** A trajectory with what single methods want besides. */
export interface Question extends Trajectory {
  /** A value that cannot be passed (100 % coverage); only Open SDG without a target uses it. */
  naturalLimit: number | null
  /** Sibling areas in the year of the latest value, the area itself included. */
  pool: readonly PoolMember[]
}

/** The same series, four methods. */
export const judge = (question: Question): Judgements => ({
  escap: assessEscap(question),
  openSdg: assessOpenSdg(question, undefined, question.naturalLimit),
  unsd: assessUnsd2023(question),
  minMax: assessMinMax(question, question.pool),
})
