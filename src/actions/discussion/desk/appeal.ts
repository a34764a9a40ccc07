import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../../books/discussion/moderation.ts'
import { answerAppeal, longestAppeal, mayAppeal, type Moderated } from '../../../books/discussion/rules/decide-moderation.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { appealMail } from '../../../pages/discussion/author-mails.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { ModerationRecord } from './desk-discussion-record.ts'
import { findModerated, type ModeratedRecord } from './find-moderated.ts'
import { carryOut, type ModerateRecord } from './moderate.ts'

type CityId = { id: string }

/** A decision and what it is about, for its author alone. null: it is about something that she did not write, or there is none. */
export async function findOwnDecision(
  { city, consultation, participant, decision }: { city: CityId; consultation: Consultation; participant: number; decision: number },
  record: ModeratedRecord & Pick<ModerationRecord, 'findModerationDecision'>,
): Promise<{ decision: ModerationDecision; about: Moderated } | null> {
  const found = await record.findModerationDecision(city, consultation, decision)
  const about = found && (await findModerated(city, consultation, found.subject, record))
  return found === null || about === null || about.participant !== participant ? null : { decision: found, about }
}

/** The author asks for another look at a decision. null: it is none of hers. Call it in a transaction, as below. */
export async function appeal(
  asked: { city: CityId; consultation: Consultation; participant: number; personId: string; decision: number; text: string; at: Date },
  record: ModeratedRecord &
    Pick<ModerationRecord, 'findModerationDecision' | 'addAppeal'> & {
      newId(): string
      addResidentText(city: CityId, text: { id: string; personId: string; text: string; writtenAt: Date }): Promise<void>
    },
): Promise<Outcome<null> | null> {
  const { city, consultation, participant, personId, at } = asked
  const own = await findOwnDecision(asked, record)
  if (own === null) return null
  if (!mayAppeal(own.decision)) return refuse('appeal_not_possible')
  const text = asked.text.trim()
  if (text === '') return refuse('appeal_empty', 'text')
  if (text.length > longestAppeal) return refuse('text_long', 'text', { limit: longestAppeal, length: text.length })
  const textId = record.newId()
  await record.addResidentText(city, { id: textId, personId, text, writtenAt: at })
  const isFirst = await record.addAppeal(city, consultation, { decision: asked.decision, participant, textId, at })
  return isFirst ? done(null) : refuse('appeal_not_possible')
}

/**
 * A moderator answers an appeal: another one than who decided, where there is another one. An appeal that is upheld brings back what was
 * taken out. null: there is no such appeal.
 */
export async function decideAppeal(
  asked: Asked & { number: number; decision: number; form: { outcome: string; answer: MultilingualText }; publicUrl: string },
  record: ModerateRecord & Pick<ModerationRecord, 'findModerationDecision' | 'findWhoDecided' | 'answerAppeal' | 'listStaff'>,
): Promise<Answered<null> | null> {
  const { city, viewer, at, number, decision, form, publicUrl } = asked
  const consultation = await record.lockConsultation(city, number)
  const found = consultation && (await record.findModerationDecision(city, consultation, decision))
  if (consultation === null || found === null || found.appeal === null) return null
  const staff = await record.listStaff(city)
  const outcome = answerAppeal(form, {
    decidedBy: await record.findWhoDecided(city, consultation, decision),
    by: viewer.personId,
    otherModerators: staff.filter(
      ({ personId, disabledAt, roles }) =>
        personId !== viewer.personId && disabledAt === null && roles.some(({ role }) => role === 'moderator'),
    ).length,
  })
  if (!outcome.ok) return refused(outcome.refusal)
  if (!(await record.answerAppeal(city, consultation, decision, { ...outcome.value, at, by: viewer.personId })))
    return refused({ code: 'appeal_answered' })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: `appeal.${outcome.value.outcome}`,
    subject: `consultation/${number}/decision/${decision}`,
    before: null,
    after: outcome.value,
  })
  const about = await findModerated(city, consultation, found.subject, record)
  if (about === null) return answered(null)
  await tellAuthor(about)
  const isOut = about.state.state === 'hidden' || about.state.state === 'rejected'
  if (outcome.value.outcome === 'upheld' && isOut) {
    const restored = { action: 'restored', rule: null, reason: outcome.value.answer } as const
    await carryOut({ ...asked, subject: found.subject }, consultation, about, restored, record)
  }
  return answered(null)

  async function tellAuthor({ participant }: Moderated): Promise<void> {
    const reader = participant === null ? null : await record.findReaderOf(city, consultation!, participant)
    if (reader === null || !outcome.ok) return
    const mail = appealMail({ language: reader.language, city, consultation: consultation!, decision, ...outcome.value, publicUrl })
    await record.addMail({ id: record.newId(), recipient: reader.email, ...mail, createdAt: at })
  }
}
