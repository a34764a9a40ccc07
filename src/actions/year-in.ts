import { dayIn } from '../books/as-of.ts'
import type { City } from '../books/indicators/figure.ts'

/**
 * The year of a moment on the city's own clock.
 *
 * @example
 * yearIn({ timeZone: 'Asia/Almaty' }, new Date('2025-12-31T20:00:00Z')) // => 2026
 */
export const yearIn = (city: Pick<City, 'timeZone'>, moment: Date): number => Number(dayIn(city.timeZone, moment).slice(0, 4))
