import type { Coverage } from '../../books/indicators/gaps.ts'
import type { Words } from '../words.ts'

/** How far an expected indicator is covered, in words. */
export function gapWords(coverage: Coverage, words: Words): string {
  if (coverage.kind === 'missing') return words.t('about.gap_missing')
  const year = String(coverage.lastYear)
  if (coverage.kind === 'stopped') return words.t(coverage.isProxy ? 'about.gap_stoppedProxy' : 'about.gap_stopped', { year })
  return words.t(`about.gap_${coverage.kind}`, { year })
}
