import { expect, test } from 'vitest'
import { madeConversation, shuffled } from '../../../../test/support/made-conversation.ts'
import { holdOut } from './hold-out.ts'
import { voteTable } from './vote-table.ts'

test('groups say how people vote, better than the usual vote does, in both modes', () => {
  const { votes } = madeConversation(300, 60, 3, 9)
  const [own, polis] = [holdOut(votes, 'bagdar'), holdOut(votes, 'polis')]
  expect(own!.guessed).toBe(polis!.guessed)
  for (const guessed of [own!, polis!]) expect(guessed.accuracy).toBeGreaterThan(guessed.accuracyOfMeans + 0.1)
})

test('of people who toss a coin it says nothing', () => {
  const { votes } = madeConversation(300, 60, 0, 9)
  const guessed = holdOut(votes, 'bagdar')
  expect(guessed!.accuracy).toBeLessThan(guessed!.accuracyOfMeans + 0.01)
})

test('the order of arrival changes nothing', () => {
  const { votes, list } = madeConversation(120, 30, 2, 4)
  expect(holdOut(voteTable(shuffled(list, 1), 120, 30), 'bagdar')).toEqual(holdOut(votes, 'bagdar'))
})

test('nothing to hide: nothing to say', () => {
  expect(holdOut(voteTable([], 3, 3), 'bagdar')).toBeNull()
})
