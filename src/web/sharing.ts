/**
 * Lets callers that come together share one answer. Whoever asks while a question is on its way gets the next one's answer and not that
 * one's: it may have been read before what she already knows of. So each hears what was true after she asked.
 */
export function sharing<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | null = null
  let next: Promise<T> | null = null

  function begin(): Promise<T> {
    const answer = ask()
    running = answer
    const over = (): void => {
      if (running === answer) running = null
    }
    answer.then(over, over)
    return answer
  }

  return () => {
    if (running === null) return begin()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return begin()
      })
    return next
  }
}
