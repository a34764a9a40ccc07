import type { FC } from 'hono/jsx'
import type { Indicator } from '../../books/indicators/figure.ts'
import { Picked } from '../parts/picked.tsx'
import { Warn } from '../parts/warn.tsx'
import type { Words } from '../words.ts'

/** A national measure under a global number says so wherever it is shown. */
export const ProxyNotice: FC<{ indicator: Indicator; words: Words }> = ({ indicator, words }) => {
  if (indicator.globalName === null) return <></>
  return (
    <Warn>
      {words.t('indicator.proxy', { code: indicator.code })} <Picked text={indicator.globalName} words={words} />
    </Warn>
  )
}
