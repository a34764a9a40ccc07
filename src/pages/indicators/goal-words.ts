import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** "11. Sustainable cities and communities". */
export function goalWords(sdgGoal: number | null, words: Words): string {
  const key = `indicators.sdg${sdgGoal}`
  return isMessageKey(key) ? `${sdgGoal}. ${words.t(key)}` : words.t('indicators.ownGroup')
}
