import type { FC } from 'hono/jsx'
import type { Interval, MethodResult, TornadoBar } from '../../books/indicators/sdg-11/spatial-result.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Great } from '../parts/great.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { AccessFiles, AccessNotices } from './access-files.tsx'
import type { ComputedAccess, PublishedShare } from './access-method-view.ts'
import { MethodSpreadSection } from './method-spread-section.tsx'
import { shareText } from './share-text.ts'
import { TornadoSection } from './tornado-section.tsx'

/** How 11.7.1 comes about in a city: its two shares, each with what moves it. null where nothing was computed. */
export type OpenSpaceView = (Omit<ComputedAccess, 'figure' | 'explained'> & { land: PublishedShare; people: PublishedShare }) | null

/** Open public space: share of land and share of people, by every definition, with what moves them. */
export const OpenSpaceMethodPage: FC<{ frame: Frame; view: OpenSpaceView }> = ({ frame, view }) => {
  const { words, city } = frame
  const place = words.pick(city?.name ?? {})
  return (
    <Layout
      frame={frame}
      title={words.t('spatial.space_title')}
      description={words.t('spatial.space_description', { city: place })}
      book="indicators"
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        ...(view === null ? [] : [{ label: '11.7.1', href: link(frame, '/indicators/11.7.1') }]),
        { label: words.t('spatial.access_toMethod') },
      ]}
    >
      <Title title={words.t('spatial.space_title')}>
        <p>{words.t('spatial.space_lede')}</p>
        {view === null && <p>{words.t('spatial.space_none', { city: place })}</p>}
      </Title>
      {view !== null && <Computed frame={frame} view={view} place={place} />}
      <Section id="definition" title={words.t('spatial.space_definition')}>
        <div class="stack">
          <p>{words.t('spatial.space_land')}</p>
          <p>{words.t('spatial.space_people')}</p>
          <p>{words.t('spatial.space_open')}</p>
        </div>
      </Section>
      {view !== null && (
        <>
          <AccessNotices frame={frame} computed={view} />
          <AccessFiles frame={frame} computed={view} />
        </>
      )}
    </Layout>
  )
}

type ComputedProps = { frame: Frame; view: NonNullable<OpenSpaceView>; place: string }

const Computed: FC<ComputedProps> = ({ frame, view, place }) => {
  const { words } = frame
  const { result, land, people } = view
  const { interval } = result
  const between = interval && {
    level: words.number(interval.level * 100),
    low: shareText(interval.low, words),
    high: shareText(interval.high, words),
  }
  return (
    <>
      <Section id="figure" title={words.t('spatial.space_figures')}>
        <ul class="rivals">
          {[
            { share: land, name: words.t('spatial.space_ofLand'), note: null },
            { share: people, name: words.t('spatial.space_ofPeople'), note: between && words.t('spatial.map_interval', between) },
          ].map(({ share, name, note }) => (
            <li>
              <Great
                href={link(frame, share.path)}
                value={words.decimal(share.value)}
                unit="%"
                caption={`${name}, ${words.period(share.timePeriod)}`}
                {...(note === null ? {} : { note })}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Spread frame={frame} view={view} place={place} of="people" interval={interval} />
      <Spread frame={frame} view={view} place={place} of="land" interval={null} />
    </>
  )
}

/** The definitions of one of the two shares, and what moves it. */
const Spread: FC<ComputedProps & { of: 'people' | 'land'; interval: Interval | null }> = ({ frame, view, place, of, interval }) => {
  const { words } = frame
  const { result, errors } = view
  const isOf = (one: MethodResult | TornadoBar) => (one.of === undefined) === (of === 'land')
  const methods = result.methods.filter(isOf)
  const bars = result.tornado.filter(isOf)
  const [main] = methods
  const name = words.t(of === 'land' ? 'spatial.space_ofLand' : 'spatial.space_ofPeople')
  const asked = (kind: 'methods' | 'tornado') => ({
    id: `${kind}-${of}`,
    title: `${name}: ${words.t(kind === 'methods' ? 'spatial.space_spread' : 'spatial.space_moves')}`,
    label: `${place}. ${name}, %`,
  })
  return (
    <>
      <MethodSpreadSection
        frame={frame}
        city={place}
        method={main?.code ?? ''}
        methods={methods}
        interval={interval}
        officials={[]}
        asked={asked('methods')}
      />
      {bars.length > 0 && main !== undefined && main.value !== null && (
        <TornadoSection frame={frame} city={place} value={main.value} bars={bars} errors={errors} asked={asked('tornado')} />
      )}
    </>
  )
}
