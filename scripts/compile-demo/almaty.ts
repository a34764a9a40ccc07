import { join } from 'node:path'
import { uuidOf } from '../../src/kernel/natural-key.ts'
import type { CityFolder } from '../../src/formats/city-folder/city-folder.ts'
import { compileAir } from './almaty-air.ts'
import { compileRivals, rivalReasons } from './almaty-rivals.ts'
import { about } from './almaty-words.ts'
import { compileKazstat } from './kazstat.ts'

/** Almaty: only what a source says. Releases in the order of their publication. */
export function compileAlmaty(data: string): Omit<CityFolder, 'programmeFiles'> {
  const kazstat = compileKazstat(join(data, 'kazstat-open-sdg'))
  const { indicators } = kazstat.readings
  const airQuality = indicators.find(({ code }) => code === '11.6.2')
  if (airQuality === undefined) throw new RangeError('The statistics have no indicator 11.6.2.')
  const [programme, ...others] = compileRivals(indicators)
  const air = compileAir(join(data, 'almaty', 'pm25-daily.csv'), airQuality)
  return {
    city: {
      id: uuidOf('city', 'almaty'),
      slug: 'almaty',
      name: { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
      refArea: 'KZALA',
      timeZone: 'Asia/Almaty',
      invented: false,
      comparison: false,
    },
    about,
    sets: [...(programme === undefined ? [] : [programme]), kazstat, air, ...others],
    rivalReasons,
  }
}
