import type { FC } from 'hono/jsx'
import { inLanguage, type Frame } from '../frame.ts'
import { Drawer } from './drawer.tsx'

/**
 * "Cite this figure": one line to copy, with the address of the page as it stood on the day, so that whoever follows
 * it sees the same number. `text` says what is cited: name, area, period, value, unit, source.
 */
export const Cite: FC<{ frame: Frame; text: string }> = ({ frame, text }) => {
  const { words, publicUrl } = frame
  const day = frame.asOf ?? frame.today
  const address = publicUrl + inLanguage({ ...frame, asOf: day }, words.language)
  return (
    <Drawer summary={words.t('common.cite')}>
      <p class="cite">
        {words.t('common.citation', { text, date: words.date(day) })} <code>{address}</code>
      </p>
    </Drawer>
  )
}
