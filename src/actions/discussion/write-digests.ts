import type { WaitingMail } from '../../books/accounts/mail.ts'
import { lastDigestBefore, type DueDigest } from '../../books/discussion/digest.ts'
import { digestMail } from '../../pages/discussion/digest-mail.ts'

interface Writing {
  noteDigest(token: string, before: Date, at: Date): Promise<boolean>
  addMail(message: WaitingMail): Promise<void>
  newId(): string
}

export interface Needs {
  now(): Date
  listDueDigests(before: Date, limit: number): Promise<DueDigest[]>
  /** The message and the note that it was written: both, or neither. */
  inOneTransaction<T>(use: (record: Writing) => Promise<T>): Promise<T>
}

/** As many as are read at once. */
const slice = 100

/**
 * Once a day everybody who asked for it is told what is new in a consultation; where nothing happened nothing is written.
 *
 * @param publicUrl  address of the site, without slash at the end
 * @returns how many messages were written
 */
export async function writeDigests(publicUrl: string, needs: Needs): Promise<number> {
  const now = needs.now()
  const before = lastDigestBefore(now)
  let written = 0
  for (;;) {
    const due = await needs.listDueDigests(before, slice)
    for (const digest of due) {
      const message = digestMail(digest, publicUrl)
      const isMine = await needs.inOneTransaction(async (record) => {
        if (!(await record.noteDigest(digest.token, before, now))) return false
        await record.addMail({ id: record.newId(), recipient: digest.recipient, createdAt: now, ...message })
        return true
      })
      if (isMine) written++
    }
    if (due.length < slice) return written
  }
}
