import { expect, test } from 'vitest'
import { openTestSite } from './support/server.ts'
import { signInAs } from './support/sign-in-as.ts'
import { fillDiscussionDesk } from './browser/discussion-desk-kinds.ts'
test('kinds', async () => {
  const site = await openTestSite('ulgiqala')
  const city = (await site.record.findCity('ulgiqala'))!
  const who = await signInAs(site, { roles: (['administrator','editor','moderator'] as const).map((role) => ({ city, role })) })
  const kinds = await fillDiscussionDesk(site, city, who.personId)
  const wrong: string[] = []
  for (const l of ['kk','ru','en']) for (const [n, k] of Object.entries(kinds)) { const r = await who.reader.get(`/${l}${k.path}`); if (r.status !== 200) wrong.push(`${l} ${n} ${r.status}`) }
  expect(wrong).toEqual([])
  await site.close()
})
