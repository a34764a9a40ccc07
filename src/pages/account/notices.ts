import type { Frame } from '../frame.ts'
import type { MailWords } from './mails.ts'

/** Tells a person that a passkey was added to her account or taken away. */
export function passkeyMail(what: 'added' | 'removed', name: string, { words, publicUrl }: Frame): MailWords {
  const link = `${publicUrl}/${words.language}/account/passkeys`
  return { subject: words.t(`account.passkey_mail_${what}_subject`), body: words.t(`account.passkey_mail_${what}`, { name, link }) }
}

/** The link to a new address. */
export function newAddressMail(secret: string, { words, publicUrl }: Frame): MailWords {
  const link = `${publicUrl}/${words.language}/account/address?token=${secret}`
  return { subject: words.t('account.account_mail_link_subject'), body: words.t('account.account_mail_link', { link }) }
}

/** Tells the old address that another has taken its place. */
export function addressMovedMail({ words, publicUrl }: Frame): MailWords {
  const link = `${publicUrl}/${words.language}`
  return { subject: words.t('account.account_mail_moved_subject'), body: words.t('account.account_mail_moved', { link }) }
}
