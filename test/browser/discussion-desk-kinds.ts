import { daysLater } from '../../src/books/discussion/rules/consultation-fields.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { openConsultation } from '../support/open-consultation.ts'
import { say } from '../support/say-something.ts'
import type { TestSite } from '../support/server.ts'
import type { Page } from 'playwright-core'

const desk = '/ulgiqala/desk'

/** As `DeskKind` of `desk-kinds.ts`. */
interface DeskKind {
  route: string
  path: string
  act?: (page: Page) => Promise<unknown>
}

/**
 * Something of everything that stands at the desk of the discussion, and every page that there is then.
 *
 * @param wrong  sends the form of a page as it comes: what it lacks is said
 */
export async function fillDiscussionDesk(
  site: TestSite,
  city: City,
  personId: string,
  wrong: NonNullable<DeskKind['act']>,
): Promise<Record<string, DeskKind>> {
  const { record } = site
  const at = new Date()
  const words = (text: string) => ({ kk: text, ru: text, en: text })
  const open = await openConsultation(site, city, { level: 'code', statements: 1 })
  const closed = await openConsultation(site, city)
  await record.keepConsultation(city, closed.id, { ...closed, closesOn: daysLater(closed.opensOn, 0) })
  const { content, programme, version, level, closesOn } = open
  const draftId = record.newId()
  const draft = await record.addConsultation(city, { id: draftId, content, programme, version, level, opensOn: closesOn, closesOn })

  const text = 'Көшеге жарық пен жаңа ағаштар керек, кешке қараңғы болады. '.repeat(3)
  const held = await say(site, city, open, { personId: null, state: 'held', text, findings: ['link'] })
  const waiting = await say(site, city, open, { personId: null, text })
  await say(site, city, open, { personId: null, text: `${text}!` })
  await say(site, city, closed, { personId: null, text })
  const hidden = await say(site, city, open, { personId: null, state: 'hidden', text })
  const answer = await record.addAnswer(city, open, { decision: 'accepted', reason: words('Қосамыз.'), by: personId, at, corrects: null })
  await record.keepContributionAnswer(city, open, [(await say(site, city, open, { personId: null, text })).number], answer)
  const decision = await record.addModerationDecision(city, open, {
    subject: { kind: 'contribution', number: hidden.number },
    action: 'hidden',
    rule: '1',
    reason: words('Себебі'),
    proof: 'f'.repeat(64),
    at,
    by: personId,
  })
  const textId = record.newId()
  await record.addResidentText(city, { id: textId, personId, text, writtenAt: at })
  await record.addAppeal(city, open, { decision, participant: hidden.participant, textId, at })
  await record.addCodes(city, open, { batch: 'Мектептер', hashes: ['1', '2'], at })
  const organisation = record.newId()
  const named = { kind: 'association', name: { kk: 'Көршілер' }, evidence: 'Тізілім, 12' } as const
  await record.addOrganisation(city, { id: organisation, ...named, by: personId, at })

  const all = '/desk/consultations'
  const one = `${all}/:consultation`
  const path = (number: number, below = '') => `${desk}/consultations/${number}${below}`
  const page = (route: string, address: string, act?: DeskKind['act']): DeskKind => ({ route, path: address, ...(act && { act }) })
  return {
    consultations: page(all, `${desk}/consultations`),
    'consultation, new': page(`${all}/new`, `${desk}/consultations/new`),
    'consultation, open': page(one, path(open.number)),
    'consultation, draft': page(one, path(draft)),
    'consultation, edited': page(`${one}/edit`, path(draft, '/edit')),
    'consultation, preview': page(`${one}/preview`, path(draft, '/preview')),
    'consultation, publishing': page(`${one}/publish`, path(draft, '/publish')),
    'consultation, publishing what is not ready': page(`${one}/publish`, path(draft, '/publish'), wrong),
    'consultation, longer': page(`${one}/extend`, path(open.number, '/extend')),
    'consultation, longer, without a reason': page(`${one}/extend`, path(open.number, '/extend'), wrong),
    'consultation, shorter': page(`${one}/close`, path(open.number, '/close')),
    'consultation, who has no answer': page(`${one}/answered`, path(closed.number, '/answered')),
    'participation codes': page(`${one}/codes`, path(open.number, '/codes')),
    'participation codes, for nobody': page(`${one}/codes`, path(open.number, '/codes'), wrong),
    'moderation queue': page(`${one}/moderation`, path(open.number, '/moderation')),
    moderating: page(`${one}/moderation/:kind/:number`, path(open.number, `/moderation/contribution/${held.number}`)),
    'moderating, nothing chosen': page(
      `${one}/moderation/:kind/:number`,
      path(open.number, `/moderation/contribution/${held.number}`),
      wrong,
    ),
    appeals: page(`${one}/appeals`, path(open.number, '/appeals')),
    appeal: page(`${one}/appeals/:decision`, path(open.number, `/appeals/${decision}`)),
    'answers at the desk': page(`${one}/answers`, path(open.number, '/answers')),
    'contributions that are alike': page(`${one}/answers/alike`, path(open.number, '/answers/alike')),
    'answer, new': page(`${one}/answers/new`, path(open.number, `/answers/new?of=${waiting.number}`)),
    'answer, without a decision': page(`${one}/answers/new`, path(open.number, `/answers/new?of=${waiting.number}`), wrong),
    'answer, given': page(`${one}/answers/:answer`, path(open.number, `/answers/${answer}`)),
    'statements at the desk': page(`${one}/statements`, path(open.number, '/statements')),
    'statement, new': page(`${one}/statements/new`, path(open.number, '/statements/new')),
    'statement, without words': page(`${one}/statements/new`, path(open.number, '/statements/new'), wrong),
    'statement, reworded': page(`${one}/statements/:statement`, path(open.number, '/statements/1')),
    'census to compare with': page(`${one}/census`, path(open.number, '/census')),
    'opinion groups, computed again': page(`${one}/recompute`, path(open.number, '/recompute')),
    'paper forms': page(`${one}/paper`, path(open.number, '/paper')),
    'paper form, empty': page(`${one}/paper`, path(open.number, '/paper'), wrong),
    organisations: page('/desk/organisations', `${desk}/organisations`),
    'organisations, without a name': page('/desk/organisations', `${desk}/organisations`, wrong),
    organisation: page('/desk/organisations/:organisation', `${desk}/organisations/${organisation}`),
  }
}
