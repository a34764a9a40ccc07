import { test } from 'vitest'
import { addDemonstrationStaff } from '../../src/demonstration-staff.ts'
import { seedDiscussion } from '../../src/seed-discussion.ts'
import { seedVotes } from '../../src/seed-votes.ts'
import { seedVoices } from '../../src/seed-voices.ts'
import { openTestSite } from '../support/server.ts'
test('x', async () => {
  const site = await openTestSite('ulgiqala')
  await addDemonstrationStaff(site.record)
  await seedDiscussion(site.record)
  await seedVotes(site.record)
  const t = performance.now()
  await seedVoices(site.record)
  console.log('ms', performance.now() - t)
  const city = (await site.record.findCity('ulgiqala'))!
  const c = (await site.record.findConsultation(city, 2))!
  const b = await site.record.findVoiceBatch(city, c)
  console.log(JSON.stringify(b!.result.fields.map((f) => [f.field, f.declared, f.categories.map((x) => `${x.category}:${x.people}/${x.writers}`).join(' ')])))
  console.log(JSON.stringify(b!.result.weights), JSON.stringify(b!.result.statements))
  const html = await (await site.app().request('http://localhost/kk/ulgiqala/discussion/2/voices')).text()
  console.log(html.length)
  await site.close()
}, 120000)
