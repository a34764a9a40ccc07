import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface SecretKey {
  /** AES-256-GCM: what comes out can be read only with the key, and not be changed without its being noticed. */
  seal(text: string): Buffer
  /** @throws {Error} it was sealed with another key, or changed */
  unseal(sealed: Buffer): string
  /** HMAC-SHA-256 in hex: for short codes and addresses, which anybody could find from a plain hash by trying all. */
  keyedHash(text: string): string
}

/** 256 random bits, for links and tokens. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const nonceBytes = 12
const tagBytes = 16

/** Everything that the one secret of the installation is used for; each use has a key of its own, derived by HKDF. */
export function secretKeyOf(secret: Buffer): SecretKey {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `bagdar ${use}`, 32))
  const [sealing, hashing] = [keyFor('seal'), keyFor('keyed hash')]
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAuthTag(sealed.subarray(-tagBytes))
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
    },
    keyedHash: (text) => createHmac('sha256', hashing).update(text).digest('hex'),
  }
}

/**
 * The secret of the installation: SECRET_KEY, or the file `secret.key` in the data directory, which is made at the first start and
 * readable by its owner alone. A backup of the database is of little use to a thief without it.
 *
 * @throws {Error} the file does not hold a key
 */
export function readSecret({ secretKey, dataDirectory }: { secretKey: string | null; dataDirectory: string }): Buffer {
  if (secretKey !== null) return Buffer.from(secretKey, 'base64')
  const file = path.join(dataDirectory, 'secret.key')
  if (!fs.existsSync(file)) makeSecret(file)
  const secret = Buffer.from(fs.readFileSync(file, 'utf8'), 'base64')
  if (secret.length !== 32) throw new Error(`${file} does not hold 32 bytes in base64. Put the right file back, or set SECRET_KEY.`)
  return secret
}

/** Complete under another name first, then linked to its own: two processes that start at once end up with one key. */
function makeSecret(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}`
  fs.writeFileSync(unfinished, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    fs.linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.unlinkSync(unfinished)
  }
  // A power failure must not take back the name of a key that something was sealed with.
  const directory = fs.openSync(path.dirname(file), 'r')
  fs.fsyncSync(directory)
  fs.closeSync(directory)
}
