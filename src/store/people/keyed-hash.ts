import { createHmac } from 'node:crypto'

/**
 * What stays of a resident's words where they themselves do not: HMAC-SHA256 with the nonce that goes when the words go. Without it nobody
 * can tell from the hash what they were, not even by guessing.
 */
export const keyedHash = (nonce: Buffer, text: string): string => createHmac('sha256', nonce).update(text).digest('hex')
