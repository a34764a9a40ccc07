import { groupCommit } from './group-commit.ts'
import { isReadingReplica } from './replica.ts'

/**
 * Questions that come together are asked together, and those that come meanwhile with the next: each hears what was true after it was
 * asked. Whoever reads from the replica asks alone: all that one request reads has to be of one age.
 */
export function together<Key, Answer>(ask: (keys: readonly Key[]) => Promise<readonly Answer[]>): (key: Key) => Promise<Answer> {
  const shared = groupCommit(ask, { isUncertain: () => true })
  return async (key) => (isReadingReplica() ? (await ask([key]))[0]! : await shared(key))
}
