import { expect, test } from 'vitest'
import { sharing } from './sharing.ts'

/** Questions that are answered by hand. */
function slowly() {
  const waiting: Array<{ resolve(value: number): void; reject(error: Error): void }> = []
  return { waiting, ask: () => new Promise<number>((resolve, reject) => waiting.push({ resolve, reject })) }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('who asks while a question is on its way gets the next answer, and all of them one', async () => {
  const { waiting, ask } = slowly()
  const share = sharing(ask)
  const first = share()
  const others = [share(), share(), share()]
  expect(waiting).toHaveLength(1)
  waiting[0]!.resolve(1)
  expect(await first).toBe(1)
  await turn()
  expect(waiting).toHaveLength(2)
  waiting[1]!.resolve(2)
  expect(await Promise.all(others)).toEqual([2, 2, 2])
})

test('a failure is for those who shared it; the next one asks again', async () => {
  const { waiting, ask } = slowly()
  const share = sharing(ask)
  const first = share()
  const second = share()
  waiting[0]!.reject(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  await turn()
  waiting[1]!.resolve(2)
  expect(await second).toBe(2)
  const third = share()
  waiting[2]!.resolve(3)
  expect(await third).toBe(3)
})
