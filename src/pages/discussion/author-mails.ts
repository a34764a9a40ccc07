import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../books/discussion/moderation.ts'
import type { Decision } from '../../books/discussion/official-answer.ts'
import { policyRules } from '../../books/discussion/rules/policy-rules.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { MailWords } from '../account/mails.ts'
import { wordsOf } from '../words.ts'

/** To whom, about which consultation, and where the site is. */
interface AboutOwnWords {
  language: Language
  city: City
  consultation: Pick<Consultation, 'number' | 'content'>
  publicUrl: string
}

const homeOf = ({ publicUrl, language, city, consultation }: AboutOwnWords): string =>
  `${publicUrl}/${language}/${city.slug}/discussion/${consultation.number}`

/** What a moderator decided about what the reader wrote, why, and how to appeal. Her words themselves are not in it. */
export function moderationMail(
  about: AboutOwnWords & { decision: Pick<ModerationDecision, 'number' | 'subject' | 'action' | 'rule' | 'reason'> },
): MailWords {
  const { language, city, consultation, decision } = about
  const { t, pick } = wordsOf(language)
  const rule = policyRules(consultation.content.rules).find(({ number }) => number === decision.rule)
  const isOut = decision.action === 'hidden' || decision.action === 'rejected'
  const lines = [
    t(`consult.mail_${decision.subject.kind}_${isOut ? 'out' : 'in'}`, {
      number: decision.subject.number,
      title: pick(consultation.content.title),
      city: pick(city.name),
    }),
    ...(rule === undefined ? [] : [t('consult.mail_rule', { number: rule.number, text: pick(rule.text) })]),
    ...(pick(decision.reason) === '' ? [] : [t('consult.mail_reason', { reason: pick(decision.reason) })]),
    isOut ? t('consult.mail_appeal', { link: `${homeOf(about)}/appeals/${decision.number}` }) : homeOf(about),
  ]
  return { subject: t(`consult.mail_moderation_${isOut ? 'out' : 'in'}`), body: lines.join('\n\n') }
}

/** What became of her appeal. */
export function appealMail(
  about: AboutOwnWords & { decision: number; outcome: 'upheld' | 'rejected'; answer: MultilingualText },
): MailWords {
  const { t, pick } = wordsOf(about.language)
  const lines = [
    t(`consult.mail_appeal_${about.outcome}`, { number: about.decision, title: pick(about.consultation.content.title) }),
    t('consult.mail_reason', { reason: pick(about.answer) }),
    `${homeOf(about)}/moderation`,
  ]
  return { subject: t('consult.mail_appeal_subject'), body: lines.join('\n\n') }
}

/** The city's answer to what she wrote. */
export function answerMail(
  about: AboutOwnWords & { contribution: number; decision: Decision; reason: MultilingualText; corrected: boolean },
): MailWords {
  const { t, pick } = wordsOf(about.language)
  const lines = [
    t(about.corrected ? 'consult.mail_answer_corrected' : 'consult.mail_answer', {
      number: about.contribution,
      title: pick(about.consultation.content.title),
    }),
    t(`consult.decision_${about.decision}`),
    pick(about.reason),
    `${homeOf(about)}/contributions/${about.contribution}`,
  ]
  return { subject: t('consult.mail_answer_subject'), body: lines.join('\n\n') }
}

/** Her contribution has changed a sentence of a later version. */
export function changeMail(about: AboutOwnWords & { contribution: number; version: number; sentence: string }): MailWords {
  const { t, pick } = wordsOf(about.language)
  const { contribution, version, city, language, publicUrl } = about
  const lines = [
    t('consult.mail_change', { number: contribution, version, title: pick(about.consultation.content.title) }),
    `${publicUrl}/${language}/${city.slug}/programme/versions/${version}#${about.sentence}`,
    `${homeOf(about)}/contributions/${contribution}`,
  ]
  return { subject: t('consult.mail_change_subject'), body: lines.join('\n\n') }
}
