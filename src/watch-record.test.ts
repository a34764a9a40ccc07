import { expect, test } from 'vitest'
import type { Record as SiteRecord } from './open-rooms.ts'
import { watchRecord } from './watch-record.ts'

test('what is done to an account is told with whose it is, what came to nothing is not', async () => {
  const told: string[] = []
  const record = {
    addSession: async () => {},
    addMembership: async () => true,
    removeMembership: async () => false,
    erasePerson: () => Promise.reject(new Error('broken')),
    findPerson: async () => null,
  } as unknown as SiteRecord
  const watched = watchRecord(record, (event, person) => told.push(`${event} ${person}`))
  await watched.addSession({ personId: 'p1' } as Parameters<SiteRecord['addSession']>[0])
  expect(await watched.addMembership({ id: 'c' }, 'p2', 'editor', null, new Date())).toBe(true)
  expect(await watched.removeMembership({ id: 'c' }, 'p3', 'editor', null)).toBe(false)
  await expect(watched.erasePerson('p4', new Date())).rejects.toThrow('broken')
  expect(await watched.findPerson('p5')).toBeNull()
  expect(told).toEqual(['sign_in_succeeded p1', 'role_changed p2'])
})
