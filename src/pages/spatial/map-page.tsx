import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { MapFigureSection } from './map-figure-section.tsx'
import { MapLicences } from './map-licences.tsx'
import { WhatIfSection } from './map-what-if.tsx'
import type { MapView } from './map-view.ts'

/** So many stops are named that do not count; a timetable may have hundreds of them. */
const namedStops = 50

export interface MapPageProps {
  frame: Frame
  view: MapView
}

/** The map of a city: who lives near a stop, where one more would help most, and what a change would do. */
export const MapPage: FC<MapPageProps> = ({ frame, view }) => {
  const { words, city, assets } = frame
  const place = words.pick(city?.name ?? {})
  const { served, people } = view.figure
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
        <p>{words.t('spatial.map_lede', { city: place })}</p>
      </Title>
      <MapFigureSection frame={frame} figure={view.figure} methodPath={view.methodPath}>
        <p>{words.t('spatial.map_people', { served: words.number(served, 0), people: words.number(people, 0) })}</p>
      </MapFigureSection>
      <WhatIfSection frame={frame} view={view} />
      {view.districts.length > 0 && <Districts frame={frame} view={view} />}
      <StopsThatDoNotCount frame={frame} view={view} />
      <Use frame={frame} view={view} />
      {assets['what-if-map.js'] && <script type="module" src={assets['what-if-map.js']} />}
    </Layout>
  )
}

const Districts: FC<MapPageProps> = ({ frame, view }) => {
  const { words } = frame
  return (
    <Section id="districts" title={words.t('spatial.map_districts')}>
      <ScrollTable labelledBy="districts" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('spatial.map_district')}</th>
            <th scope="col" class="r">
              {words.t('spatial.map_share')}
            </th>
            <th scope="col" class="r">
              {words.t('spatial.map_without')}
            </th>
            <th scope="col" class="r">
              {words.t('spatial.map_inhabitants')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.districts.map(({ code, name, value, numerator, denominator }) => (
            <tr>
              <th scope="row">{words.pick(name) || code}</th>
              <td class="r">{value === null ? words.t('spatial.map_nobody') : words.number(value)}</td>
              <td class="r">{words.number(denominator - numerator, 0)}</td>
              <td class="r">{words.number(denominator, 0)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}

const StopsThatDoNotCount: FC<MapPageProps> = ({ frame, view }) => {
  const { words } = frame
  const unused = view.stops.filter(({ counts }) => !counts)
  if (unused.length === 0) return <></>
  return (
    <Section id="unused" title={words.t('spatial.map_unused')}>
      <p>{words.t('spatial.map_unusedWhy', { count: unused.length })}</p>
      <ul class="plain stop-list">
        {unused.slice(0, namedStops).map(({ id, name }) => (
          <li>
            {name} <span class="quiet">{id}</span>
          </li>
        ))}
      </ul>
      {unused.length > namedStops && <p class="quiet">{words.t('spatial.map_more', { count: unused.length - namedStops })}</p>}
    </Section>
  )
}

const Use: FC<MapPageProps> = ({ frame, view }) => {
  const { words } = frame
  const { files, licences } = view
  const downloads = [
    ['spatial.map_geojson', files.geojson],
    ['spatial.map_csv', files.csv],
    ['spatial.map_pmtiles', files.tiles],
  ] as const
  return (
    <Section id="use" title={words.t('spatial.map_use')}>
      <p>
        <a href={link(frame, view.methodPath)}>{words.t('spatial.map_method')}</a>
      </p>
      <ul class="acts downloads">
        {downloads.map(
          ([label, address]) =>
            address !== null && (
              <li>
                <a href={address}>{words.t(label)}</a>
              </li>
            ),
        )}
      </ul>
      <MapLicences words={words} licences={licences} />
    </Section>
  )
}
