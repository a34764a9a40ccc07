/** V8 then compiles each function of PostgreSQL once and quickly, and not again for speed: right for processes that live for seconds. */
export const QUICK_START = '--liftoff-only'

/** A program of the bundle; what asks for it is in the same folder. */
export const programOf = (name: string): URL => new URL(`./${name}.js`, import.meta.url)
