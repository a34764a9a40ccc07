import { createTransport } from 'nodemailer'
import type { WaitingMail } from '../books/accounts/mail.ts'

export interface MailNeeds {
  takeWaitingMail(now: Date): Promise<WaitingMail[]>
  /** The server has taken it. */
  forgetMail(id: string): Promise<void>
  now(): Date
  send(message: WaitingMail): Promise<void>
  /** Told about what could not be sent, without a word of the message or its recipient. */
  complain(reason: string): void
}

/**
 * Sends what waits. A message that the server does not take is tried again later (`takeWaitingMail` knows when).
 *
 * @returns how many were sent
 */
export async function sendWaitingMail(needs: MailNeeds): Promise<number> {
  let sent = 0
  for (;;) {
    const messages = await needs.takeWaitingMail(needs.now())
    if (messages.length === 0) return sent
    for (const message of messages) {
      try {
        await needs.send(message)
      } catch (error) {
        needs.complain(reasonOf(error))
        continue
      }
      await needs.forgetMail(message.id)
      sent++
    }
  }
}

/** A server's refusal often repeats the address: only its code is told. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return `The mail server did not take a message (${[code, responseCode].filter((one) => one !== undefined).join(' ') || 'no reason given'}).`
}

/**
 * Sends one message through SMTP. Recipient and subject are set as values, never pasted into headers; line breaks in them become spaces,
 * so that nobody's name can add a header or another recipient.
 *
 * @param smtpUrl  smtps://user:password@host:port, or smtp:// with STARTTLS (`smtpAddress`)
 */
export function smtpSender(smtpUrl: string, from: string): (message: WaitingMail) => Promise<void> {
  const transport = createTransport(smtpAddress(smtpUrl), { from: { name: 'Bagdar', address: from } })
  return async ({ recipient, subject, body, unsubscribe }) => {
    await transport.sendMail({
      to: { name: '', address: oneLine(recipient) },
      subject: oneLine(subject),
      text: body,
      disableFileAccess: true,
      disableUrlAccess: true,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribe === undefined ? {} : listHeaders(oneLine(unsubscribe))),
      },
    })
  }
}

/** How a mail program ends the messages at one press (RFC 2369, RFC 8058); the press is for https alone. */
const listHeaders = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  ...(address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
})

/**
 * The address with what is left unsaid: a server that offers no TLS gets no message, or anybody on the way could leave the offer out. A
 * server on this machine may do without, and another where the configuration says `?requireTLS=false`.
 */
export function smtpAddress(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'smtp:' || isHere || url.searchParams.has('requireTLS')) return smtpUrl
  url.searchParams.set('requireTLS', 'true')
  return url.href
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n\0]+/g, ' ')
