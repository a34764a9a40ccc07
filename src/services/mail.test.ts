import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import type { WaitingMail } from '../books/accounts/mail.ts'
import { sendWaitingMail, smtpAddress, smtpSender } from './mail.ts'

interface Received {
  from: string
  to: string[]
  headers: string[]
  text: string
}

const servers: SMTPServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A mail server on this machine that keeps what it takes, and refuses addresses that begin with "refused". */
async function openMailServer(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('refused') ? Object.assign(new Error(`No such user: ${address}`), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const [head = '', ...body] = Buffer.concat(chunks).toString().split('\r\n\r\n')
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          headers: head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'),
          text: body.join('\r\n\r\n'),
        })
        done()
      })
    },
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, received }
}

const message = (changes: Partial<WaitingMail> = {}): WaitingMail => ({
  id: 'one',
  recipient: 'dana@example.kz',
  subject: 'Bagdar сайтына кіру',
  body: 'Кіру коды: 123456',
  createdAt: new Date('2026-11-23T09:00:00Z'),
  ...changes,
})

describe('the mail server gets', () => {
  test('V12.3.1 nothing in clear, unless it is on this machine or the configuration says so', async () => {
    const { url, received } = await openMailServer()
    const elsewhere = url.replace('127.0.0.1', 'localhost.localdomain.')
    expect(smtpAddress(url)).toBe(url)
    expect(smtpAddress('smtps://mail.example:465')).toBe('smtps://mail.example:465')
    expect(smtpAddress('smtp://mail.example?requireTLS=false')).toBe('smtp://mail.example?requireTLS=false')
    expect(smtpAddress(elsewhere)).toContain('requireTLS=true')
    await expect(smtpSender(`${url}/?requireTLS=true`, 'bagdar@almaty.example')(message())).rejects.toThrow(/STARTTLS|TLS/)
    expect(received).toEqual([])
  })

  test('one plain message with the words as they are', async () => {
    const { url, received } = await openMailServer()
    await smtpSender(url, 'bagdar@almaty.example')(message())
    const [one] = received
    expect(received).toHaveLength(1)
    expect([one?.from, one?.to]).toEqual(['bagdar@almaty.example', ['dana@example.kz']])
    expect(one?.headers.find((line) => line.startsWith('Content-Type'))).toMatch(/^Content-Type: text\/plain; charset=utf-8/)
    expect(Buffer.from(one?.text ?? '', 'base64').toString()).toBe('Кіру коды: 123456')
  })

  test('how a message that was asked for is ended, at one press where the site has https (RFC 8058)', async () => {
    const { url, received } = await openMailServer()
    const send = smtpSender(url, 'bagdar@almaty.example')
    await send(message({ unsubscribe: 'https://bagdar.example/end?token=1' }))
    await send(message({ unsubscribe: 'http://127.0.0.1/end?token=1' }))
    await send(message())
    const lists = received.map(({ headers }) => headers.filter((line) => line.startsWith('List-')))
    expect(lists).toEqual([
      ['List-Unsubscribe: <https://bagdar.example/end?token=1>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
      ['List-Unsubscribe: <http://127.0.0.1/end?token=1>'],
      [],
    ])
  })

  test.each([
    { case: 'the subject', changes: { subject: 'Hello\r\nBcc: all@evil.example\r\n\r\nother text' } },
    { case: 'the subject, by a line feed alone', changes: { subject: 'Hello\nBcc: all@evil.example' } },
    { case: 'the address', changes: { recipient: 'dana@example.kz\r\nBcc: all@evil.example' } },
    { case: 'the address, by a comma', changes: { recipient: 'dana@example.kz, all@evil.example' } },
  ])('V1.3.11 no header and no reader that somebody slips into $case', async ({ changes }) => {
    const { url, received } = await openMailServer()
    await smtpSender(url, 'bagdar@almaty.example')(message(changes)).catch(() => {})
    expect(received.length).toBeLessThanOrEqual(1)
    for (const { headers, to } of received) {
      expect(headers.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
      expect(to.length).toBe(1)
      expect(to).not.toContain('all@evil.example')
    }
  })
})

describe('what waits', () => {
  const queue = (messages: WaitingMail[]) => {
    const forgotten: string[] = []
    const complaints: string[] = []
    return {
      forgotten,
      complaints,
      takeWaitingMail: async () => messages.splice(0, 1),
      forgetMail: async (id: string) => void forgotten.push(id),
      now: () => new Date(),
      complain: (reason: string) => void complaints.push(reason),
    }
  }

  test('is sent and then kept no longer; what is refused stays, and the log does not name the reader', async () => {
    const { url, received } = await openMailServer()
    const waiting = queue([message({ id: 'one' }), message({ id: 'two', recipient: 'refused@example.kz' }), message({ id: 'three' })])
    expect(await sendWaitingMail({ ...waiting, send: smtpSender(url, 'bagdar@almaty.example') })).toBe(2)
    expect(received).toHaveLength(2)
    expect(waiting.forgotten).toEqual(['one', 'three'])
    expect(waiting.complaints).toHaveLength(1)
    expect(waiting.complaints.join()).toMatch(/EENVELOPE 550/)
    expect(waiting.complaints.join()).not.toMatch(/@|example/)
  })

  test('stays when there is no server', async () => {
    const waiting = queue([message()])
    expect(await sendWaitingMail({ ...waiting, send: smtpSender('smtp://127.0.0.1:9', 'bagdar@almaty.example') })).toBe(0)
    expect(waiting.forgotten).toEqual([])
    expect(waiting.complaints).toEqual(['The mail server did not take a message (ESOCKET).'])
  })
})
