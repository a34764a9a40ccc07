import type { Terminal } from './terminal.ts'

/** Tells which stage of a long computation has begun, and how long each took. */
export class Stages {
  readonly milliseconds: Record<string, number> = {}
  readonly #terminal: Terminal
  readonly #clock: () => number
  readonly #all: readonly string[]
  #current: { stage: string; since: number } | null = null

  /** @param all  all stages in their order, for the bar */
  constructor(terminal: Terminal, clock: () => number, all: readonly string[]) {
    this.#terminal = terminal
    this.#clock = clock
    this.#all = all
  }

  begin(stage: string): void {
    this.end()
    this.#current = { stage, since: this.#clock() }
    this.#terminal.progress(`Computing: ${stage}`, this.#all.indexOf(stage), this.#all.length)
  }

  end(): void {
    if (this.#current === null) return
    const { stage, since } = this.#current
    this.milliseconds[stage] = (this.milliseconds[stage] ?? 0) + this.#clock() - since
    this.#current = null
  }
}
