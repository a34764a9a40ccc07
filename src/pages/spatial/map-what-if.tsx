import type { FC } from 'hono/jsx'
import { countEdits, writeEdits, writePlace } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import { scaleLength } from '../../charts/city-map-frame.ts'
import { CityMap, type CityMapData } from '../../charts/city-map.tsx'
import { link, type Frame } from '../frame.ts'
import { Section } from '../parts/section.tsx'
import type { MessageKey, Words } from '../words.ts'
import type { MapView } from './map-view.ts'

/** A list to choose from holds no more stops than somebody would look through. */
const stopsToChoose = 1000

interface Props {
  frame: Frame
  view: MapView
}

/**
 * The map and what the reader tries on it. All of it is forms and links: a change is an address. With a script the same forms answer
 * at once, and the picture becomes a map that can be touched.
 */
export const WhatIfSection: FC<Props> = ({ frame, view }) => {
  const { words, assets } = frame
  const { files, attribution } = view
  const isOfOpenStreetMap = attribution.includes('OpenStreetMap')
  const makers = frame.city?.invented && !isOfOpenStreetMap ? words.t('spatial.map_invented') : attribution
  return (
    <Section id="map" title={words.t('spatial.map_map')} aside={<Legend words={words} />}>
      <bagdar-what-if
        data-model={files.model}
        data-tiles={files.tiles}
        data-view={assets['map-view.js']}
        data-worker={assets['map-worker.js']}
        data-language={words.language}
        data-words={JSON.stringify(liveWords(frame, view))}
      >
        <figure class="city-map-figure">
          <div class="map-frame" data-part="frame">
            <CityMap data={pictureOf(frame, view)} />
          </div>
          <figcaption>{makers}</figcaption>
        </figure>
        <p class="map-outcome" role="status" data-part="outcome">
          {outcome(words, view)}
        </p>
        <Tried frame={frame} view={view} />
        <Sites frame={frame} view={view} />
        <RemoveStop frame={frame} view={view} />
      </bagdar-what-if>
    </Section>
  )
}

const legend = [
  ['served', 'spatial.map_legendServed'],
  ['unserved', 'spatial.map_legendUnserved'],
  ['gained', 'spatial.map_legendGained'],
  ['lost', 'spatial.map_legendLost'],
  ['stop', 'spatial.map_legendStop'],
  ['station', 'spatial.map_legendStation'],
  ['site', 'spatial.map_legendSite'],
  ['added', 'spatial.map_legendAdded'],
] as const

const Legend: FC<{ words: Words }> = ({ words }) => (
  <ul class="map-legend">
    {legend.map(([part, label]) => (
      <li>
        <span class={`map-key key-${part}`} />
        {words.t(label)}
      </li>
    ))}
  </ul>
)

function pictureOf(frame: Frame, view: MapView): CityMapData {
  const { words } = frame
  const { picture, sites, tried, attribution, stops } = view
  const metres = scaleLength(picture.frame)
  const stopOf = new Map(stops.map((stop) => [stop.id, stop]))
  const own = (id: string) => stopOf.get(id) ?? null
  return {
    ...picture,
    label: labelOf(frame, view),
    attribution,
    scaleLabel: metres >= 1000 ? words.t('spatial.map_km', { km: words.number(metres / 1000) }) : words.t('spatial.map_m', { m: metres }),
    marks: [
      ...sites.map(({ lon, lat }, index) => ({ kind: 'site' as const, lon, lat, text: String(index + 1) })),
      ...[...tried.edits.removed, ...tried.edits.moved.keys()].flatMap((id) => {
        const stop = own(id)
        return stop === null ? [] : [{ kind: 'removed' as const, lon: stop.lon, lat: stop.lat, text: stop.name }]
      }),
      ...[...tried.edits.added, ...tried.edits.moved.values()].map(({ lon, lat }) => ({
        kind: 'added' as const,
        lon,
        lat,
        text: words.t('spatial.map_newStop'),
      })),
    ],
  }
}

/** What the map shows, for those who do not see it. */
const labelOf = ({ words, city }: Frame, { figure }: MapView): string =>
  words.t('spatial.map_label', { city: words.pick(city?.name ?? {}), period: words.period(figure.timePeriod) })

function outcome(words: Words, { figure, tried }: MapView): string {
  const share = (served: number) => words.number((100 * served) / figure.people, 2)
  const change = tried.served - figure.served
  return words.t(countEdits(tried.edits) === 0 ? 'spatial.map_outcomeNone' : 'spatial.map_outcome', {
    served: words.number(tried.served, 0),
    change: `${change > 0 ? '+' : ''}${words.number(change, 0)}`,
    share: share(tried.served),
    before: share(figure.served),
  })
}

type Edits = ReturnType<typeof writeEdits>

/** Address of this page with other edits. */
function addressOf(frame: Frame, edits: Edits): string {
  const query = new URLSearchParams([...edits, ...(frame.asOf === null ? [] : [['asOf', frame.asOf]])]).toString()
  return `${link({ ...frame, asOf: null }, '/map')}${query === '' ? '' : `?${query}`}#map`
}

/** What is tried, and a way back from each. */
const Tried: FC<Props> = ({ frame, view }) => {
  const { words } = frame
  const edits = writeEdits(view.tried.edits)
  const nameOf = new Map(view.stops.map(({ id, name }) => [id, name]))
  let added = 0
  return (
    <div data-part="tried">
      <h3 id="tried">{words.t('spatial.map_tried')}</h3>
      {edits.length === 0 && <p class="quiet">{words.t('spatial.map_triedNone')}</p>}
      {edits.length > 0 && (
        <>
          <ol class="map-edits">
            {edits.map(([kind, value], at) => (
              <li>
                <span>
                  {kind === 'add'
                    ? words.t('spatial.map_added', { number: ++added, place: value })
                    : words.t(kind === 'remove' ? 'spatial.map_removed' : 'spatial.map_moved', {
                        stop: nameOf.get(kind === 'remove' ? value : value.slice(0, value.lastIndexOf(':'))) ?? value,
                      })}
                </span>
                <a
                  href={addressOf(
                    frame,
                    edits.filter((_, other) => other !== at),
                  )}
                >
                  {words.t('spatial.map_takeBack')}
                </a>
              </li>
            ))}
          </ol>
          <p>
            <a href={addressOf(frame, [])}>{words.t('spatial.map_reset')}</a>
          </p>
        </>
      )}
    </div>
  )
}

const Sites: FC<Props> = ({ frame, view }) => {
  const { words } = frame
  return (
    <div data-part="sites">
      <h3 id="sites">{words.t('spatial.map_sites')}</h3>
      <p class="small">{words.t('spatial.map_sitesHow')}</p>
      {view.sites.length === 0 && <p class="quiet">{words.t('spatial.map_sitesNone')}</p>}
      {view.sites.length > 0 && (
        <ol class="map-sites">
          {view.sites.map((site, index) => (
            <li>
              <b>{index + 1}</b>
              <span>{words.t('spatial.map_sitePeople', { people: words.number(site.people, 0) })}</span>
              <a class="btn" href={addressOf(frame, [...writeEdits(view.tried.edits), ['add', writePlace(site)]])} rel="nofollow">
                {words.t('spatial.map_addHere')} <span class="hidden">{index + 1}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const RemoveStop: FC<Props> = ({ frame, view }) => {
  const { words } = frame
  const { removed } = view.tried.edits
  const stops = view.stops.filter(({ id, counts }) => counts && !removed.includes(id)).sort((a, b) => words.compare(a.name, b.name))
  if (stops.length === 0) return <></>
  const earlier = new URLSearchParams(writeEdits(view.tried.edits)).toString()
  return (
    <form class="filters" action={addressOf({ ...frame, asOf: null }, [])} method="get" data-part="remove">
      {frame.asOf !== null && <input type="hidden" name="asOf" value={frame.asOf} />}
      {earlier !== '' && <input type="hidden" name="tried" value={earlier} />}
      <div class="f">
        <label for="stop">{words.t('spatial.map_removeStop')}</label>
        {stops.length > stopsToChoose && (
          <p class="hint" id="stop-hint">
            {words.t('spatial.map_stopsCapped', { shown: stopsToChoose, count: stops.length })}
          </p>
        )}
        <select id="stop" name="remove" aria-describedby={stops.length > stopsToChoose ? 'stop-hint' : undefined}>
          {stops.slice(0, stopsToChoose).map(({ id, name }) => (
            <option value={id}>{name === '' ? id : `${name} (${id})`}</option>
          ))}
        </select>
      </div>
      <div class="acts">
        <button class="btn" type="submit">
          {words.t('spatial.map_remove')}
        </button>
      </div>
    </form>
  )
}

/** Messages that the script completes; what it fills in stands in braces. */
function liveWords(frame: Frame, view: MapView): Record<string, string> {
  const { words } = frame
  const open = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `{${name}}`]))
  const t = (key: MessageKey, ...names: string[]) => words.t(key, open(...names))
  return {
    outcome: t('spatial.map_outcome', 'served', 'change', 'share', 'before'),
    outcomeNone: t('spatial.map_outcomeNone', 'served', 'share'),
    hint: t('spatial.map_hint'),
    tried: t('spatial.map_tried'),
    triedNone: t('spatial.map_triedNone'),
    added: t('spatial.map_added', 'number', 'place'),
    removed: t('spatial.map_removed', 'stop'),
    moved: t('spatial.map_moved', 'stop'),
    takeBack: t('spatial.map_takeBack'),
    undo: t('spatial.map_undo'),
    reset: t('spatial.map_reset'),
    sitesNone: t('spatial.map_sitesNone'),
    sitePeople: t('spatial.map_sitePeople', 'people'),
    addHere: t('spatial.map_addHere'),
    selected: t('spatial.map_selected', 'stop'),
    choose: t('spatial.map_choose'),
    north: t('spatial.map_moveNorth'),
    south: t('spatial.map_moveSouth'),
    west: t('spatial.map_moveWest'),
    east: t('spatial.map_moveEast'),
    newStop: t('spatial.map_newStop'),
    remove: t('spatial.map_remove'),
    gainShow: t('spatial.map_gainShow'),
    gainHide: t('spatial.map_gainHide'),
    gainAbout: t('spatial.map_gainAbout', 'most'),
    noStreet: t('spatial.map_noStreet'),
    failed: t('spatial.map_failed'),
    zoomIn: t('spatial.map_zoomIn'),
    zoomOut: t('spatial.map_zoomOut'),
    label: labelOf(frame, view),
  }
}
