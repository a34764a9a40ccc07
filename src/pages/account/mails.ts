import type { Language } from '../../books/text.ts'
import type { Role } from '../../books/accounts/role.ts'
import type { City } from '../../books/indicators/figure.ts'
import { wordsOf } from '../words.ts'

/** Words of a message: plain text, in the language of its reader. */
export interface MailWords {
  subject: string
  body: string
}

/** The code and the link to sign in. The code stays out of the subject: a locked phone shows subjects. */
export function signInMail({ language, code, link }: { language: Language; code: string; link: string }): MailWords {
  const { t } = wordsOf(language)
  return { subject: t('account.mail_signin_subject'), body: t('account.mail_signin', { code, link }) }
}

export function resetMail({ language, link }: { language: Language; link: string }): MailWords {
  const { t } = wordsOf(language)
  return { subject: t('account.mail_reset_subject'), body: t('account.mail_reset', { link }) }
}

/** A new password was asked for where there is none. */
export function nothingToResetMail({ language, link }: { language: Language; link: string }): MailWords {
  const { t } = wordsOf(language)
  return { subject: t('account.mail_reset_subject'), body: t('account.mail_noreset', { link }) }
}

export function passwordChangedMail({ language }: { language: Language }): MailWords {
  const { t } = wordsOf(language)
  return { subject: t('account.mail_changed_subject'), body: t('account.mail_changed') }
}

export function factorChangedMail({ language }: { language: Language }): MailWords {
  const { t } = wordsOf(language)
  return { subject: t('account.mail_factor_subject'), body: t('account.mail_factor') }
}

/** An administrator took away a second factor that was lost. */
export function factorResetMail({ language, city }: { language: Language; city: City }): MailWords {
  const { t, pick } = wordsOf(language)
  return { subject: t('account.mail_factor_reset_subject'), body: t('account.mail_factor_reset', { city: pick(city.name) }) }
}

/** An invitation that was sent from the desk. */
export function invitationMail({ language, city, role, link }: { language: Language; city: City; role: Role; link: string }): MailWords {
  const { t, pick } = wordsOf(language)
  const details = { city: pick(city.name), role: t(`account.people_role_${role}`), link }
  return { subject: t('account.mail_invite_subject'), body: t('account.mail_invite', details) }
}
