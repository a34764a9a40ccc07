import type { FC } from 'hono/jsx'
import type { CooperationView } from '../../books/cooperation/public-views.ts'
import { Compass } from '../../charts/compass.tsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Chart } from '../parts/chart.tsx'
import { Figure } from '../parts/figure.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { Title } from '../parts/title.tsx'
import { FollowSection } from './follow-section.tsx'
import { cooperationPath, countryName, eventDayWords, promiseCountWords, sliceOf, statusShapes, whereWords } from './cooperation-words.ts'

interface FrontProps {
  frame: Frame
  view: CooperationView
  page: number
}

const visitsPerPage = 20
const partnersBeside = 12

/** The first page of book 4: who the city works with, what was promised, and what became of it. */
export const CooperationPage: FC<FrontProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const isEmpty = view.events.length + view.partners.length + view.counts.all === 0
  return (
    <Layout frame={frame} title={words.t('cooperation.title')} description={words.t('cooperation.lede')} book="cooperation">
      <Title title={words.t('cooperation.title')}>
        <p>{words.t('cooperation.lede')}</p>
      </Title>
      {isEmpty ? (
        <Section id="none" title={words.t('cooperation.noneTitle')}>
          <p>{words.t('cooperation.none')}</p>
        </Section>
      ) : (
        <>
          <Counts {...props} />
          <Visits {...props} />
          <PartnersSection {...props} />
          <FollowSection frame={frame} />
        </>
      )}
    </Layout>
  )
}

const Counts: FC<FrontProps> = ({ frame, view: { counts, agreements, projects } }) => {
  const { words } = frame
  const opened = (query: Readonly<Record<string, string>>, count: number) => (
    <Figure href={link(frame, cooperationPath('commitments'), query)} value={words.number(count, 0)} />
  )
  return (
    <Section id="commitments" title={words.t('cooperation.kinds_commitment')} aside={<p>{words.t('cooperation.statusComputed')}</p>}>
      {counts.all === 0 && <p class="absent">{words.t('cooperation.noCommitments')}</p>}
      <ul class="sums">
        {counts.byStatus.map(({ status, count }) => (
          <li>
            <b>{opened({ status }, count)}</b> <Status kind={statusShapes[status]} words={words.t(`cooperation.status_${status}`)} />
          </li>
        ))}
      </ul>
      {counts.all > 0 && (
        <ul class="sums small">
          {(['no_date', 'no_owner', 'for_absent_party', 'jurisdiction_unclear'] as const).map((flag) => (
            <li>
              <b>{opened({ flag }, counts.byFlag[flag])}</b> {words.t(`cooperation.flag_${flag}`)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={link(frame, cooperationPath('commitments'))}>
          {words.t('cooperation.allCommitments', { what: promiseCountWords(counts, words) })}
        </a>{' '}
        · <a href={link(frame, cooperationPath('agreements'))}>{words.t('cooperation.allAgreements', { count: agreements })}</a> ·{' '}
        <a href={link(frame, cooperationPath('projects'))}>{words.t('cooperation.allProjects', { count: projects })}</a>
      </p>
      <p class="fine">
        <a href={link(frame, '/methods#cooperation')}>{words.t('cooperation.howJudged')}</a>
      </p>
    </Section>
  )
}

const Visits: FC<FrontProps> = ({ frame, view, page: asked }) => {
  const { words } = frame
  const { items, page, pages } = sliceOf(view.events, asked, visitsPerPage)
  return (
    <Section id="visits" title={words.t('cooperation.kinds_event')} aside={<p>{words.t('cooperation.newestFirst')}</p>}>
      {items.length === 0 && <p class="absent">{words.t('cooperation.noEvents')}</p>}
      <ul class="log">
        {items.map(({ event: { number, content }, within }) => (
          <li>
            <span class="when">{eventDayWords(content, words)}</span>
            <span>
              <a href={link(frame, cooperationPath('events', number))}>
                <Picked text={content.title} words={words} />
              </a>
              <br />
              <span class="fine">
                {[
                  words.t(`cooperation.event_kind_${content.kind}`),
                  whereWords(content, words),
                  ...(content.state === 'held' ? [] : [words.t(`cooperation.event_state_${content.state}`)]),
                  ...(within === 0 ? [] : [words.t('cooperation.eventsWithin', { count: within })]),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} words={words} href={(to) => link(frame, cooperationPath(), { page: String(to) })} />
    </Section>
  )
}

const PartnersSection: FC<FrontProps> = ({ frame, view: { map, partners } }) => {
  const { words } = frame
  const first = [...partners].sort((a, b) => b.commitments - a.commitments).slice(0, partnersBeside)
  const kmText = (km: number) => words.t('cooperation.km', { km: words.number(km, 0) })
  return (
    <Section id="partners" title={words.t('cooperation.mapTitle')} aside={<p>{words.t('cooperation.mapAside')}</p>}>
      {map === null ? (
        <p class="absent">{words.t('cooperation.noMap')}</p>
      ) : (
        <Chart class="square" caption={words.t('cooperation.mapCaption')}>
          <Compass
            data={{
              label: words.t('cooperation.mapLabel', { count: map.places.length }),
              middle: words.pick(frame.city?.name ?? {}),
              directions: {
                north: words.t('cooperation.north'),
                east: words.t('cooperation.east'),
                south: words.t('cooperation.south'),
                west: words.t('cooperation.west'),
              },
              kmText,
              places: map.places.map(({ km, bearing, partners: there }) => {
                const name = words.pick(there[0]?.content.name ?? {})
                const text = there.length === 1 ? name : words.t('cooperation.andMore', { name, count: there.length - 1 })
                const all = there.map(({ content }) => words.pick(content.name)).join('; ')
                return {
                  km,
                  bearing,
                  text,
                  title: `${all}: ${kmText(km)}`,
                  href: link(frame, cooperationPath('partners', there[0]?.number)),
                }
              }),
            }}
          />
        </Chart>
      )}
      <table class="stackable">
        <caption>{words.t('cooperation.partnersTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('cooperation.kind_partner')}</th>
            <th scope="col">{words.t('cooperation.partnerKind')}</th>
            <th scope="col">{words.t('cooperation.country')}</th>
            <th scope="col">{words.t('cooperation.distance')}</th>
            <th scope="col" class="r">
              {words.t('cooperation.promisesAndIntentions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ partner: { number, content }, commitments }) => {
            const place = map?.places.find(({ partners: there }) => there.some((one) => one.number === number))
            return (
              <tr>
                <th scope="row">
                  <a href={link(frame, cooperationPath('partners', number))}>
                    <Picked text={content.name} words={words} />
                  </a>
                </th>
                <td>{words.t(`cooperation.partner_kind_${content.kind}`)}</td>
                <td>{countryName(content.country, words)}</td>
                <td>{place === undefined ? '' : kmText(place.km)}</td>
                <td class="r">
                  <Figure
                    href={link(frame, cooperationPath('commitments'), { partner: String(number) })}
                    value={words.number(commitments, 0)}
                    about={words.t('cooperation.promisesAndIntentions')}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>
        <a href={link(frame, cooperationPath('partners'))}>{words.t('cooperation.allPartners', { count: partners.length })}</a>
      </p>
    </Section>
  )
}
