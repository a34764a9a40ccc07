import type { GoalProgress } from '../../books/reports/brief.ts'
import type { Finding, FoundValue } from '../../books/reports/finding.ts'
import { goalWords } from '../indicators/goal-words.ts'
import type { Words } from '../words.ts'

/** What a report says of a goal of the 2030 Agenda: its two indices, as they are printed. */
export function goalFinding({ sdgGoal, current, anticipated }: GoalProgress, words: Words): Finding {
  const index = (part: 'current' | 'anticipated', value: number | null): FoundValue =>
    value === null
      ? { part, said: words.t('reports.insufficient') }
      : { part, said: words.number(value), decimal: value.toFixed(1), unit: '' }
  return { key: `goal ${sdgGoal}`, name: goalWords(sdgGoal, words), values: [index('current', current), index('anticipated', anticipated)] }
}
