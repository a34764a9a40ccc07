import type { GoalProgress } from '../../books/reports/brief.ts'
import type { Chart } from '../../books/reports/report.ts'
import { GoalSnapshot } from '../../charts/goal-snapshot.tsx'
import { goalWords } from '../indicators/goal-words.ts'
import type { Telling } from './telling.ts'

/** Progress by goal as a drawing over the whole width. */
export function goalSnapshotChart({ words, city, day }: Telling, goals: readonly GoalProgress[]): Chart {
  const label = words.t('reports.snapshotLabel', { city: words.pick(city.name), date: words.date(day) })
  const chart = (
    <GoalSnapshot
      data={{
        label,
        current: words.t('reports.currentIndex'),
        anticipated: words.t('reports.anticipatedIndex'),
        rows: goals.map((goal) => ({
          name: goalWords(goal.sdgGoal, words),
          current: goal.current,
          anticipated: goal.anticipated,
          text: indicesOf({ words }, goal),
        })),
      }}
    />
  )
  return { size: 'whole', svg: String(chart), label, caption: [words.t('reports.snapshotCaption')] }
}

const indicesOf = ({ words }: Pick<Telling, 'words'>, { current, anticipated }: GoalProgress): string =>
  current === null || anticipated === null ? words.t('reports.insufficient') : `${words.number(current)} → ${words.number(anticipated)}`
