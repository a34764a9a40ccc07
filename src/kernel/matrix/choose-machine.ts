import type { MatrixMachine } from './arithmetic.ts'
import { plainMachine } from './plain-arithmetic.ts'
import { simdMachine } from './simd-arithmetic.ts'

/** With fewer rows, setting up a memory of its own costs more than vectors save. */
const worthwhile = 128

/** The fastest arithmetic that this machine has for matrices of n rows. Results are the same to the last byte whichever it is. */
export const chooseMachine = (n: number): MatrixMachine => (n < worthwhile ? plainMachine() : (simdMachine() ?? plainMachine()))
