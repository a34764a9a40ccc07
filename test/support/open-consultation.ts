import type { ParticipationLevel } from '../../src/books/discussion/consultation.ts'
import { daysLater } from '../../src/books/discussion/rules/consultation-fields.ts'
import type { Consultation } from '../../src/books/discussion/consultation.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

/** A consultation on the newest version of the city's programme that is open today, with so many statements of the city. */
export async function openConsultation(
  site: TestSite,
  city: City,
  { level = 'mail', statements = 0 }: { level?: ParticipationLevel; statements?: number } = {},
): Promise<Consultation> {
  const { record } = site
  const version = (await record.listProgrammeVersions(city, new Date())).at(-1)!
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: city.timeZone }).format(new Date())
  const words = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru`, en: `${text} en` })
  const fields = {
    content: {
      title: words('Title'),
      question: words('Question'),
      asked: words('Asked'),
      rules: words('Rules'),
      promise: words('Promise'),
    },
    level,
    opensOn: daysLater(today, -1),
    closesOn: daysLater(today, 30),
  }
  const id = record.newId()
  const number = await record.addConsultation(city, { id, programme: version.programme, version: version.number, ...fields })
  await record.keepConsultation(city, id, { ...fields, publishedAt: new Date().toISOString() })
  const consultation = (await record.findConsultation(city, number))!
  for (let at = 1; at <= statements; at++)
    await record.addStatement(city, consultation, {
      by: { kind: 'city', text: words(`Statement ${at}`) },
      subject: null,
      state: 'shown',
      at: new Date(),
    })
  return consultation
}
