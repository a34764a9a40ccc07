import { keptSince, type Retained } from '../../books/accounts/retention.ts'

export interface Needs {
  forgetSessions(before: Date): Promise<number>
  forgetTokens(before: Date): Promise<number>
  forgetAttempts(before: Date): Promise<number>
  forgetMails(before: Date): Promise<number>
  forgetFormKeys(before: Date): Promise<void>
  /** Hashes of files that nothing needs any more. */
  forgetUploads(before: Date): Promise<string[]>
  removeFile(sha256: string): Promise<void>
}

/** Lets go of everything personal that has served its purpose, by the periods of `retention.ts`. A job runs it once a day. */
export async function applyRetention(now: Date, needs: Needs): Promise<Record<Exclude<Retained, 'formKeys'>, number>> {
  await needs.forgetFormKeys(keptSince('formKeys', now))
  const files = await needs.forgetUploads(keptSince('uploads', now))
  for (const file of files) await needs.removeFile(file)
  return {
    sessions: await needs.forgetSessions(keptSince('sessions', now)),
    tokens: await needs.forgetTokens(keptSince('tokens', now)),
    attempts: await needs.forgetAttempts(keptSince('attempts', now)),
    mails: await needs.forgetMails(keptSince('mails', now)),
    uploads: files.length,
  }
}
