/** One request of the kit and what came of it. */
export interface Outcome {
  index: 'structure' | 'data' | 'schema'
  isBasic: boolean
  /** The request, in short. */
  name: string
  /** null: passed. */
  failure: string | null
}

export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Asks the service that is tested, below `/sdmx/1`. */
export type Ask = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>

/** Tests as they are run, one after the other. A check that throws has failed for the reason that it says. */
export class Outcomes {
  readonly list: Outcome[] = []
  readonly #index: Outcome['index']
  constructor(index: Outcome['index']) {
    this.#index = index
  }

  async test(isBasic: boolean, name: string, check: () => Promise<void> | void): Promise<void> {
    let failure: string | null = null
    try {
      await check()
    } catch (cause) {
      failure = cause instanceof Error ? cause.message : String(cause)
    }
    this.list.push({ index: this.#index, isBasic, name, failure })
  }
}

export function expectStatus({ status, text }: Answer, wanted: number): void {
  if (status !== wanted) throw new Error(`${status} instead of ${wanted}: ${text.slice(0, 120).replaceAll('\n', ' ')}`)
}

export function expect(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise)
}
