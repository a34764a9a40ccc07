/** A contribution that caused a change: the sentence that changed, and where what was said is read. */
export interface Cause {
  sentence: string
  /** Number of the consultation, and of the contribution in it. */
  consultation: number
  contribution: number
}
