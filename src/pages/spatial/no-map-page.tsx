import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { AccessCities } from './access-cities.tsx'
import { AccessDefinition } from './access-definition.tsx'
import type { AccessMethodView, ComputedAccess, PublishedShare } from './access-method-view.ts'
import { FilesToBringSection } from './files-to-bring-section.tsx'
import { MapFigureSection } from './map-figure-section.tsx'
import { MapLicences } from './map-licences.tsx'
import { RequiredSection, SharesSection } from './official-shares.tsx'

const methodPath = '/methods/11.2.1'

/**
 * Where a city's map would stand. A city that was computed has its figure here, though not its map; of another city the page says what
 * official sources say and which four files to bring. Nothing is guessed.
 */
export const NoMapPage: FC<{ frame: Frame; view: AccessMethodView }> = ({ frame, view }) => {
  const { words, city, assets } = frame
  const { computed, officials, cities } = view
  const place = words.pick(city?.name ?? {})
  return (
    <Layout
      frame={frame}
      title={words.t('spatial.map_title')}
      description={words.t('spatial.map_description', { city: place })}
      book="indicators"
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        { label: '11.2.1', href: link(frame, '/indicators/11.2.1') },
        { label: words.t('spatial.map_crumb') },
      ]}
    >
      {assets['map.css'] && <link rel="stylesheet" href={assets['map.css']} />}
      <Title title={words.t('spatial.map_title')}>
        <p>{words.t(computed === null ? 'spatial.map_noneLede' : 'spatial.access_mapNotKept', { city: place })}</p>
      </Title>
      {computed === null ? <WithoutData frame={frame} officials={officials} /> : <Computed frame={frame} computed={computed} />}
      {computed !== null && officials.length > 0 && (
        <SharesSection frame={frame} title={words.t('spatial.map_noneOfficial')} shares={officials} />
      )}
      <AccessCities frame={frame} cities={cities} />
    </Layout>
  )
}

const WithoutData: FC<{ frame: Frame; officials: readonly PublishedShare[] }> = ({ frame, officials }) => (
  <>
    <SharesSection frame={frame} title={frame.words.t('spatial.map_noneOfficial')} shares={officials} />
    <RequiredSection frame={frame} officials={officials} />
    <AccessDefinition frame={frame} />
    <FilesToBringSection frame={frame} />
  </>
)

const Computed: FC<{ frame: Frame; computed: ComputedAccess }> = ({ frame, computed: { figure, result, licences } }) => {
  const { words } = frame
  return (
    <>
      <MapFigureSection frame={frame} figure={{ ...figure, interval: result.interval }} methodPath={methodPath} />
      <Section id="map" title={words.t('spatial.map_map')}>
        <div class="stack">
          <p class="absent">{words.t('spatial.map_absent')}</p>
          <p>{words.t('spatial.map_absentCommand')}</p>
          <pre tabindex={0}>
            <code>{'npm run demo:spatial'}</code>
          </pre>
        </div>
      </Section>
      <Section id="use" title={words.t('spatial.map_use')}>
        <p>
          <a href={link(frame, methodPath)}>{words.t('spatial.map_method')}</a>
        </p>
        <MapLicences words={words} licences={licences} />
      </Section>
    </>
  )
}
