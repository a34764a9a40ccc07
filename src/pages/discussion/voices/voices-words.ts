import type { Area } from '../../../books/indicators/figure.ts'
import type { VoiceField } from '../../../books/discussion/voices/fields.ts'
import { isMessageKey } from '../../messages.ts'
import type { Words } from '../../words.ts'

/** The name of a category: a district by the record's list of areas, everything else in our own words. */
export function categoryWords(field: VoiceField, category: string, areas: readonly Area[], words: Words): string {
  if (field === 'district') return words.pick(areas.find(({ code }) => code === category)?.name ?? {}) || category
  const key = `voices.${field}_${category}`
  return isMessageKey(key) ? words.t(key) : category
}

/** "took part 1.4 times as often as people of the city on average"; about as often within a tenth. */
export function ratioWords(ratio: number, words: Words): string {
  if (ratio >= 0.9 && ratio <= 1.1) return words.t('voices.ratio_same')
  const times = words.number(ratio, ratio < 1 ? 2 : 1)
  return words.t(ratio > 1 ? 'voices.ratio_more' : 'voices.ratio_less', { times })
}
