import { keptNoticesPerCode, notice, type Notice } from '../../books/notice.ts'

/** Notices of one feed: all are counted, the first thousand of each code are made and kept, so that millions of bad rows cost nothing. */
export interface NoticeBook {
  readonly notices: Notice[]
  readonly counts: Record<string, number>
  /** `about` is only asked for when the notice is kept. */
  add(code: string, severity: Notice['severity'], about: () => Partial<Omit<Notice, 'code' | 'severity'>>): void
}

export function noticeBook(): NoticeBook {
  const notices: Notice[] = []
  const counts: Record<string, number> = {}
  return {
    notices,
    counts,
    add(code, severity, about) {
      const count = (counts[code] = (counts[code] ?? 0) + 1)
      if (count <= keptNoticesPerCode) notices.push(notice(code, severity, about()))
    },
  }
}
