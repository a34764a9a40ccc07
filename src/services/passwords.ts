import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP recommends at least: 19 MiB, two passes. A hash takes about 30 ms of one core, in a thread of its own. Algorithm 2 is Argon2id. */
export const argon2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const current = `$argon2id$v=19$m=${argon2.memoryCost},t=${argon2.timeCost},p=${argon2.parallelism}$`

/** Hashes a password exactly as it was received: nothing is cut off, folded or normalized. */
export const hashPassword = async (password: string): Promise<string> => await hash(password, argon2)

/** What is compared where there is no hash, so that an unknown address takes as long as a known one. */
const nobody = hashPassword('nobody has this password')

/**
 * Whether this is the password, and whether its hash was made with weaker parameters than today's.
 *
 * @param kept  the hash; null: there is none, and the answer is no after the same time
 */
export async function checkPassword(kept: string | null, password: string): Promise<{ right: boolean; outdated: boolean }> {
  const right = await verify(kept ?? (await nobody), password)
  return { right: kept !== null && right, outdated: kept !== null && !kept.startsWith(current) }
}
