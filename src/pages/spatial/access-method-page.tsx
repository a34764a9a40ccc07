import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Title } from '../parts/title.tsx'
import { AccessCities } from './access-cities.tsx'
import { AccessDefinition, AccessSteps, AccessStops } from './access-definition.tsx'
import { AccessFiles, AccessNotices } from './access-files.tsx'
import type { AccessMethodView, ComputedAccess } from './access-method-view.ts'
import { ExplainOfficialSection } from './explain-official-section.tsx'
import { FilesToBringSection } from './files-to-bring-section.tsx'
import { MapFigureSection } from './map-figure-section.tsx'
import { MethodSpreadSection } from './method-spread-section.tsx'
import { RequiredSection, SharesSection } from './official-shares.tsx'
import { SurenessSection } from './sureness-section.tsx'
import { TornadoSection } from './tornado-section.tsx'

/** How 11.2.1 comes about: definition, way from file to figure, how sure it is, how much of it is the method. */
export const AccessMethodPage: FC<{ frame: Frame; view: AccessMethodView }> = ({ frame, view }) => {
  const { words, city } = frame
  const { computed, officials, cities } = view
  const place = words.pick(city?.name ?? {})
  return (
    <Layout
      frame={frame}
      title={words.t('spatial.access_title')}
      description={words.t('spatial.access_description', { city: place })}
      book="indicators"
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        { label: '11.2.1', href: link(frame, '/indicators/11.2.1') },
        { label: words.t('spatial.access_toMethod') },
      ]}
    >
      <Title title={words.t('spatial.access_title')}>
        <p>{words.t('spatial.access_lede')}</p>
        {computed === null && <p>{words.t('spatial.map_noneLede', { city: place })}</p>}
      </Title>
      {computed === null ? (
        <SharesSection frame={frame} title={words.t('spatial.map_noneOfficial')} shares={officials} />
      ) : (
        <Computed frame={frame} computed={computed} />
      )}
      {computed === null && <RequiredSection frame={frame} officials={officials} />}
      <AccessDefinition frame={frame} {...(computed && { version: computed.result.metadataVersion })} />
      <AccessStops frame={frame} />
      <AccessSteps frame={frame} computed={computed} />
      {computed === null ? (
        <FilesToBringSection frame={frame} />
      ) : (
        <HowSure frame={frame} computed={computed} officials={officials} place={place} />
      )}
      <AccessCities frame={frame} cities={cities} />
    </Layout>
  )
}

const Computed: FC<{ frame: Frame; computed: ComputedAccess }> = ({ frame, computed: { figure, result } }) => {
  const { words } = frame
  const { interval, numerator, denominator } = result
  return (
    <MapFigureSection frame={frame} figure={{ ...figure, interval }} methodPath="/methods/11.2.1">
      {numerator !== null && denominator !== null && (
        <p>{words.t('spatial.map_people', { served: words.number(numerator, 0), people: words.number(denominator, 0) })}</p>
      )}
      <p>
        <a href={link(frame, '/map')}>{words.t('spatial.access_toMap')}</a>
      </p>
    </MapFigureSection>
  )
}

type HowSureProps = { frame: Frame; computed: ComputedAccess; officials: AccessMethodView['officials']; place: string }

const HowSure: FC<HowSureProps> = ({ frame, computed, officials, place }) => {
  const { result, errors, explained } = computed
  const { value, interval, method, methods, tornado } = result
  return (
    <>
      {interval && <SurenessSection frame={frame} interval={interval} errors={errors} />}
      <MethodSpreadSection frame={frame} city={place} method={method} methods={methods} interval={interval} officials={officials} />
      {value !== null && tornado.length > 0 && <TornadoSection frame={frame} city={place} value={value} bars={tornado} errors={errors} />}
      {officials.length > 0 && <ExplainOfficialSection frame={frame} explained={explained} />}
      <AccessNotices frame={frame} computed={computed} />
      <AccessFiles frame={frame} computed={computed} />
    </>
  )
}
