import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/** Bytes of a form of two short fields, with room to spare. */
const mostBytes = 1024

/**
 * The fields of a form that is known to be short; null: it is longer. It is read from the connection itself: the request object that the
 * web standard knows takes longer to make than everything else that a vote needs.
 */
export async function readShortForm(c: Context): Promise<URLSearchParams | null> {
  // Without a server, as tests call the app, there is nothing but that object.
  const incoming = (c.env as { incoming?: Partial<IncomingMessage> } | undefined)?.incoming
  if (typeof incoming?.on !== 'function') {
    const text = await c.req.text()
    return text.length > mostBytes ? null : new URLSearchParams(text)
  }
  return await readFrom(incoming as IncomingMessage)
}

const readFrom = (incoming: IncomingMessage): Promise<URLSearchParams | null> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    incoming.on('data', (part: Buffer) => {
      bytes += part.length
      // What is too long is read to its end and thrown away, so that the answer reaches the sender.
      if (bytes <= mostBytes) parts.push(part)
    })
    incoming.on('end', () => resolve(bytes > mostBytes ? null : new URLSearchParams(Buffer.concat(parts).toString('utf8'))))
    incoming.on('error', reject)
  })
