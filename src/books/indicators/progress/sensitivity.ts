import { foldStatuses, methods, type Method, type Status } from './fold-status.ts'
import { judge, type Question } from './judge.ts'

/** A year whose value alone carries a judgement. */
export interface Sensitivity {
  method: Method
  year: number
  from: Status
  to: Status
}

/**
 * Which judgements change when one year is left out, every year in turn. A judgement that hangs on one year is shown
 * as such: the next correction of that year may turn it.
 *
 * Cost     number of years times four judgements.
 */
export function sensitivityToOneYear(question: Question): readonly Sensitivity[] {
  const whole = foldStatuses(judge(question))
  const years = [...new Set(question.points.map((point) => point.year))].toSorted((a, b) => a - b)
  return years.flatMap((year) => {
    const without = foldStatuses(judge({ ...question, points: question.points.filter((point) => point.year !== year) }))
    return methods
      .filter((method) => whole[method] !== 'none' && whole[method] !== without[method])
      .map((method) => ({ method, year, from: whole[method], to: without[method] }))
  })
}
