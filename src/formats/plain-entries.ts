import type { Area, Indicator } from '../books/indicators/figure.ts'
import type { MultilingualText } from '../books/text.ts'

/**
 * An indicator of which a file says no more than its number and name.
 *
 * @example
 * plainIndicator('11.6.2', {}).sdgTarget // => '11.6'
 */
export function plainIndicator(code: string, name: MultilingualText): Indicator {
  const [goal = '', target = ''] = code.split('.')
  const isSdg = /^\d+\.[\da-z]+\.\d+/.test(code) && Number(goal) <= 17
  return {
    code,
    name,
    sdgGoal: isSdg ? Number(goal) : null,
    sdgTarget: isSdg ? `${goal}.${target}` : null,
    globalName: null,
    definition: {},
    computation: {},
    limitations: {},
    compiledBy: {},
    reportingStatus: null,
    links: [],
  }
}

/** An area of which a file says no more than its code and name. */
export const plainArea = (code: string, name: MultilingualText): Area => ({
  code,
  name,
  kind: 'region',
  parent: null,
  validFrom: null,
  validTo: null,
})
