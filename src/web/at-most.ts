/**
 * Lets so many do costly work at the same time; whoever comes besides is told at once by null.
 */
export function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T | null> {
  let atOnce = 0
  return async (work) => {
    if (atOnce >= most) return null
    atOnce++
    try {
      return await work()
    } finally {
      atOnce--
    }
  }
}
