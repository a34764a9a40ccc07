/** What a write of the group ended with, in the order in which they came. */
export type GroupWrite<Input, Answer> = (inputs: readonly Input[]) => Promise<readonly Answer[]>

export interface GroupCommitOptions {
  /** Most inputs that one write takes; the others wait for the next. */
  most?: number
  /** Whether after this error nobody knows if the group was stored; then it is not written again, one by one. */
  isUncertain?(error: unknown): boolean
}

/**
 * Stores small writes together. What arrives while a write is on its way waits, and goes with the next: one statement and one sync of the
 * disk for all of them. Each caller hears its own answer only after the commit; nobody is told of anything that is not stored.
 *
 * `write` stores all of its inputs or none (one statement, or one transaction). When it refuses a group, for one input that the tables do
 * not take, each is written alone, so that the refusal reaches only whom it is for.
 *
 * @example
 * const vote = groupCommit<Vote, number>(async (votes) => await insertVotes(votes))
 * const number = await vote({ item, choice })
 */
export function groupCommit<Input, Answer>(
  write: GroupWrite<Input, Answer>,
  { most = 1000, isUncertain = () => false }: GroupCommitOptions = {},
): (input: Input) => Promise<Answer> {
  interface Waiting {
    input: Input
    resolve(answer: Answer): void
    reject(error: unknown): void
  }
  let waiting: Waiting[] = []
  let isWriting = false

  /** Everything that one turn of the event loop brings is there before the first write begins. */
  function begin(): void {
    isWriting = true
    setImmediate(() => void writeAll())
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await writeGroup(group)
    }
    isWriting = false
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const answers = await write(group.map(({ input }) => input))
      if (answers.length !== group.length) throw new RangeError(`${group.length} inputs were written, and ${answers.length} answers came.`)
      for (const [index, { resolve }] of group.entries()) resolve(answers[index]!)
    } catch (error) {
      if (group.length === 1 || isUncertain(error) || error instanceof RangeError) for (const { reject } of group) reject(error)
      else for (const one of group) await writeGroup([one])
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      if (!isWriting) begin()
    })
}
