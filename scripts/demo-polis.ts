/**
 * Loads a real conversation into a consultation of the invented city: `npm run demo:polis [-- <folder of a Polis export>]`.
 *
 * Runs beside a running server, which then publishes the map of opinions within a minute.
 */
import { fileURLToPath } from 'node:url'
import { importConversation } from '../src/actions/discussion/votes/import-conversation.ts'
import { demonstrationCity } from '../src/books/accounts/demonstration.ts'
import { dayIn } from '../src/books/as-of.ts'
import { readPolisFolder } from '../src/cli/opinion-groups.ts'
import { readConfiguration } from '../src/configuration.ts'
import { openRooms } from '../src/open-rooms.ts'
import { seedDemonstration } from '../src/seed-demonstration.ts'

const example = new URL('../../shared/data/polis/scoop-hivemind.biodiversity', import.meta.url)
const conversation = readPolisFolder(process.argv[2] ?? fileURLToPath(example))
const { record, inOneTransaction, close } = await openRooms(readConfiguration({ MODE: 'demo', ...process.env }), false)
try {
  if ((await record.listCities()).length === 0) await inOneTransaction((whole) => seedDemonstration(whole, console.error))
  const city = await record.findCity(demonstrationCity)
  const now = record.now()
  const version = city && (await record.listProgrammeVersions(city, now)).at(-1)
  if (city === null || version == null) throw new Error(`There is no ${demonstrationCity} here: start with an empty DATA_DIR.`)
  const day = (days: number): string => dayIn(city.timeZone, new Date(now.getTime() + days * 86_400_000))
  const words = (text: string) => ({ kk: text, ru: text, en: text })
  const content = {
    title: words(conversation.topic ?? 'Polis'),
    question: words(conversation.description ?? conversation.topic ?? 'Polis'),
    asked: words('Polis'),
    rules: words(conversation.url ?? 'https://pol.is'),
    promise: words('CC BY 4.0, https://github.com/compdemocracy/openData'),
  }
  const fields = { content, level: 'mail' as const, opensOn: day(0), closesOn: day(30) }
  const id = record.newId()
  const number = await record.addConsultation(city, { id, programme: version.programme, version: version.number, ...fields })
  await record.keepConsultation(city, id, { ...fields, publishedAt: now.toISOString() })
  const consultation = (await record.findConsultation(city, number))!
  const outcome = await importConversation({ city, consultation, language: 'en' }, conversation, record)
  console.log(outcome.ok ? `/en/${city.slug}/discussion/${number}/opinions: ${JSON.stringify(outcome.value)}` : outcome.refusal.code)
} finally {
  await close()
}
