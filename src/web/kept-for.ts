/** Answers that may be so many milliseconds old. Who asks while an answer is on its way waits for it. */
export interface KeptFor<Key, Answer> {
  get(key: Key): Promise<Answer>
  /** From now on everything is asked anew; an answer that is on its way is given, and not kept. */
  forget(): void
}

export interface KeptForOptions<Key, Answer> {
  milliseconds: number
  /** Most answers that are kept; the oldest go first. */
  most: number
  nameOf(key: Key): string
  ask(key: Key): Promise<Answer>
  /** Milliseconds since any moment. */
  clock(): number
  /** Whether the answer may be kept: one that says "not yet" must not outlive what it waits for. */
  isKept?(answer: Answer): boolean
}

/** Keeps answers in memory for a short time: for what thousands ask in one second. A failure is not kept. */
export function keptFor<Key, Answer>(options: KeptForOptions<Key, Answer>): KeptFor<Key, Answer> {
  const { milliseconds, most, nameOf, ask, clock, isKept = () => true } = options
  const kept = new Map<string, { until: number; answer: Promise<Answer> }>()

  function begin(name: string, key: Key): Promise<Answer> {
    const answer = ask(key)
    const one = { until: clock() + milliseconds, answer }
    kept.delete(name)
    kept.set(name, one)
    const drop = (): void => {
      if (kept.get(name) === one) kept.delete(name)
    }
    answer.then((value) => isKept(value) || drop(), drop)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return answer
  }

  return {
    get(key) {
      const name = nameOf(key)
      const found = kept.get(name)
      return found !== undefined && found.until > clock() ? found.answer : begin(name, key)
    },
    forget: () => kept.clear(),
  }
}
