import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Rivals } from '../parts/rivals.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'

/** What the page of a city without street and stop data is told. */
export interface NoMapView {
  /** Official figures of 11.2.1, each with its page; as many as there are. */
  officials: ReadonlyArray<{ value: string; source: string; timePeriod: string; path: string }>
  /** What one of them says in people: null where nobody says how many people there are. */
  required: { value: string; source: string; timePeriod: string; people: number } | null
}

const files = ['streets', 'timetable', 'population', 'boundary'] as const

/** Where a city's map would stand: what is known without one, and which four files to bring. Nothing is computed, nothing is guessed. */
export const NoMapPage: FC<{ frame: Frame; view: NoMapView }> = ({ frame, view }) => {
  const { words, city, assets } = frame
  const place = words.pick(city?.name ?? {})
  const slug = city?.slug ?? 'city'
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
        <p>{words.t('spatial.map_noneLede', { city: place })}</p>
      </Title>
      <Section id="official" title={words.t('spatial.map_noneOfficial')}>
        {view.officials.length === 0 ? (
          <p class="absent">{words.t('spatial.map_noneNoOfficial')}</p>
        ) : (
          <Rivals
            rivals={view.officials.map(({ value, source, timePeriod, path }) => ({
              href: link(frame, path),
              value: words.decimal(value),
              unit: '%',
              source: `${source}, ${words.period(timePeriod)}`,
            }))}
          />
        )}
      </Section>
      {view.required && <Required frame={frame} required={view.required} />}
      <Section id="files" title={words.t('spatial.map_noneFiles')} aside={<p>{words.t('spatial.map_noneFilesAside')}</p>}>
        <ol class="map-files">
          {files.map((file) => (
            <li>
              <b>{words.t(`spatial.map_file_${file}`)}</b>
              <p>{words.t(`spatial.map_fileHow_${file}`)}</p>
            </li>
          ))}
        </ol>
        <p>{words.t('spatial.map_noneCommand')}</p>
        <pre>
          <code>{`bagdar compute 11.2.1 --osm ${slug}.osm.pbf --gtfs feed.zip --population population.tif --boundary boundary.geojson --city ${slug}`}</code>
        </pre>
      </Section>
    </Layout>
  )
}

/** An official share as people: so it can be held against what a resident knows of the city. */
const Required: FC<{ frame: Frame; required: NonNullable<NoMapView['required']> }> = ({ frame, required }) => {
  const { words } = frame
  const { value, source, timePeriod, people } = required
  const served = (people * Number(value)) / 100
  return (
    <Section id="required" title={words.t('spatial.map_noneRequired', { value: words.decimal(value) })}>
      <p>
        {words.t('spatial.map_noneRequiredText', {
          value: words.decimal(value),
          source,
          period: words.period(timePeriod),
          served: words.number(served, 0),
          without: words.number(people - served, 0),
          people: words.number(people, 0),
        })}
      </p>
      <p>{words.t('spatial.map_noneRequiredWhy')}</p>
    </Section>
  )
}
