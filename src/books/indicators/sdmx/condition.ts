import { daysOf } from './time-period.ts'

export const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const
export type Operator = (typeof operators)[number]

export interface ComponentTest {
  operator: Operator
  value: string
}

/** What a dimension, attribute or measure has to be: any of these, and of each all. */
export interface Condition {
  component: string
  anyOf: readonly (readonly ComponentTest[])[]
}

/**
 * The value of `c[…]` in SDMX REST 2: `,` is or, `+` is and, and binds closer.
 *
 * @example
 * readCondition('TIME_PERIOD', 'ge:2015+le:2020,2010').anyOf.length // => 2
 * readCondition('SEX', 'F').anyOf // => [[{ operator: 'eq', value: 'F' }]]
 */
export const readCondition = (component: string, text: string): Condition => ({
  component,
  anyOf: text.split(',').map((alternative) => alternative.split('+').map(readTest)),
})

function readTest(text: string): ComponentTest {
  const operator = operators.find((one) => text.startsWith(`${one}:`))
  return operator === undefined ? { operator: 'eq', value: text } : { operator, value: text.slice(operator.length + 1) }
}

/**
 * Whether a value is as asked. Periods are compared by their days: what begins on the first day of the asked period or later is `ge`, what
 * ends on its last day or earlier is `le`. Measures are compared as numbers, everything else as text.
 *
 * Missing  no value (null) is unequal to every other, and nothing else.
 *
 * @example
 * meets(readCondition('TIME_PERIOD', 'ge:2015+le:2020'), '2020-12') // => true
 * meets(readCondition('OBS_VALUE', 'gt:9'), '10.5') // => true
 */
export const meets = (condition: Condition, value: string | null): boolean =>
  condition.anyOf.some((tests) => tests.every((test) => passes(condition.component, test, value)))

function passes(component: string, { operator, value: asked }: ComponentTest, value: string | null): boolean {
  if (value === null) return operator === 'ne' || operator === 'nc'
  switch (operator) {
    case 'eq':
      return same(component, value, asked)
    case 'ne':
      return !same(component, value, asked)
    case 'co':
      return value.includes(asked)
    case 'nc':
      return !value.includes(asked)
    case 'sw':
      return value.startsWith(asked)
    case 'ew':
      return value.endsWith(asked)
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return isInOrder(component, operator, value, asked)
  }
}

const same = (component: string, value: string, asked: string): boolean =>
  value === asked || (component === 'OBS_VALUE' && Number(value) === Number(asked))

function isInOrder(component: string, operator: 'lt' | 'le' | 'gt' | 'ge', value: string, asked: string): boolean {
  if (component === 'TIME_PERIOD') return isInTime(operator, value, asked)
  const [a, b] = component === 'OBS_VALUE' ? [Number(value), Number(asked)] : [value, asked]
  return operator === 'lt' ? a < b : operator === 'le' ? a <= b : operator === 'gt' ? a > b : a >= b
}

function isInTime(operator: 'lt' | 'le' | 'gt' | 'ge', value: string, asked: string): boolean {
  const [period, limit] = [daysOf(value), daysOf(asked)]
  if (period === null || limit === null) return false
  const [first, last] = period
  return operator === 'lt'
    ? last < limit[0]
    : operator === 'le'
      ? last <= limit[1]
      : operator === 'gt'
        ? first > limit[1]
        : first >= limit[0]
}
