import type { DueDigest } from '../../books/discussion/digest.ts'
import { wordsOf } from '../words.ts'

/** What is new in a consultation, in plain text, with the link that ends the subscription. */
export function digestMail(digest: DueDigest, publicUrl: string): { subject: string; body: string; unsubscribe: string } {
  const { language, city, consultation, contributions, answers, events, token } = digest
  const { t, pick } = wordsOf(language)
  const page = `${publicUrl}/${language}/${city.slug}/discussion/${consultation.number}`
  const unsubscribe = `${page}/unsubscribe?token=${encodeURIComponent(token)}`
  const title = pick(consultation.title)
  const lines = [
    ...events.map((kind) => t(`discussion.digest_${kind}`)),
    ...(answers > 0 ? [t('discussion.digest_answers', { count: answers })] : []),
    ...(contributions > 0 ? [t('discussion.digest_contributions', { count: contributions })] : []),
  ]
  return {
    subject: t('discussion.digest_subject', { title }),
    body: t('discussion.digest_body', {
      title,
      city: pick(city.name),
      news: lines.map((line) => `– ${line}`).join('\n'),
      link: page,
      unsubscribe,
    }),
    unsubscribe,
  }
}
