import type { FC } from 'hono/jsx'
import type { Source } from '../../books/indicators/figure.ts'
import { ownSource } from '../../books/indicators/sdg-11/readings-of-result.ts'
import type { Frame } from '../frame.ts'
import { SourceTable } from './source-table.tsx'
import { TextPage } from './text-page.tsx'

/** On which terms code and data may be used. */
export const LicencePage: FC<{ frame: Frame; sources: readonly Source[] }> = ({ frame, sources }) => {
  const isComputed = sources.some(({ id }) => id === ownSource)
  return (
    <TextPage
      frame={frame}
      heading="about.licenceTitle"
      description={frame.words.t('about.licenceDescription')}
      sections={[
        { id: 'code', title: 'about.licenceCode', paragraphs: ['about.licenceCode1'] },
        {
          id: 'data',
          title: 'about.licenceData',
          paragraphs: ['about.licenceData1', 'about.licenceData2', ...(isComputed ? (['spatial.map_licence'] as const) : [])],
          more: <SourceTable sources={sources} words={frame.words} labelledBy="data" />,
        },
      ]}
    />
  )
}
