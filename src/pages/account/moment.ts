import type { Frame } from '../frame.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A moment with hours and minutes, in the time of the city (of the capital on pages without one). */
export function momentWords(iso: string, { words, city }: Pick<Frame, 'words' | 'city'>): string {
  const timeZone = city?.timeZone ?? 'Asia/Almaty'
  let clock = clocks.get(timeZone)
  if (clock === undefined)
    clocks.set(timeZone, (clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })))
  const at = new Date(iso)
  return `${words.date(at.toISOString())}, ${clock.format(at)}`
}
