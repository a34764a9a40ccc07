import { createHmac, randomBytes } from 'node:crypto'

/** 256 random bits that are kept beside what they hash, and published never. */
export const newSalt = (): Uint8Array => randomBytes(32)

/** HMAC-SHA-256 in hex: proves to whoever has the salt that the bytes were these, and tells others nothing. */
export const saltedHash = (salt: Uint8Array, bytes: Uint8Array): string => createHmac('sha256', salt).update(bytes).digest('hex')
