import type { FC } from 'hono/jsx'
import type { PartnerRow, SisterCity } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Figure } from '../parts/figure.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { cooperationCrumbs, cooperationPath, countryName, sliceOf } from './cooperation-words.ts'

const perPage = 100

interface PartnerListProps {
  frame: Frame
  partners: readonly PartnerRow[]
  /** By the number of the partner. */
  sisterCities: ReadonlyMap<number, SisterCity>
  page: number
}

/** Everybody with whom the city works, by the alphabet. */
export const PartnerListPage: FC<PartnerListProps> = ({ frame, partners, sisterCities, page: asked }) => {
  const { words } = frame
  const title = words.t('cooperation.kinds_partner')
  const sorted = [...partners].sort((a, b) => words.compare(words.pick(a.partner.content.name), words.pick(b.partner.content.name)))
  const { items, page, pages } = sliceOf(sorted, asked, perPage)
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('cooperation.partnersLede')}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'partners')}
    >
      <Title title={title}>
        <p>{words.t('cooperation.partnersLede')}</p>
      </Title>
      <Section id="list" title={words.t('cooperation.partnerCount', { count: partners.length })}>
        {partners.length === 0 && <p class="absent">{words.t('cooperation.noPartners')}</p>}
        {items.length > 0 && (
          <table class="stackable">
            <caption class="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.t('cooperation.kind_partner')}</th>
                <th scope="col">{words.t('cooperation.partnerKind')}</th>
                <th scope="col">{words.t('cooperation.country')}</th>
                <th scope="col" class="r">
                  {words.t('cooperation.promisesAndIntentions')}
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ partner: { number, content }, commitments }) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, cooperationPath('partners', number))}>
                      <Picked text={content.name} words={words} />
                    </a>
                  </th>
                  <td>
                    {words.t(`cooperation.partner_kind_${content.kind}`)}
                    <SisterCityWords {...{ frame, partner: number }} city={sisterCities.get(number)} />
                  </td>
                  <td>{countryName(content.country, words)}</td>
                  <td class="r">
                    <Figure
                      href={link(frame, cooperationPath('commitments'), { partner: String(number) })}
                      value={words.number(commitments, 0)}
                      about={words.t('cooperation.promisesAndIntentions')}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, cooperationPath('partners'), { page: String(to) })} />
      </Section>
    </Layout>
  )
}

const SisterCityWords: FC<{ frame: Frame; partner: number; city: SisterCity | undefined }> = ({ frame, partner, city }) => {
  const { words } = frame
  if (city === undefined) return null
  const { partnership, state } = city
  const stage = state.kind === 'none' ? null : state.kind === 'dormant' ? 'dormant' : state.reached
  return (
    <>
      <br />
      <a href={link(frame, cooperationPath('partners', partner, `partnership-${partnership}`))}>
        {words.t('cooperation.kind_partnership')}
      </a>
      {stage !== null && <>: {words.t(`cooperation.partnership_stage_${stage}`)}</>}
    </>
  )
}
