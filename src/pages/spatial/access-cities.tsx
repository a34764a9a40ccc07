import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import type { ComparedCity } from './access-method-view.ts'

/** Other cities by the same method, each with its figure and its own page about it. */
export const AccessCities: FC<{ frame: Frame; cities: readonly ComparedCity[] }> = ({ frame, cities }) => {
  const { words } = frame
  if (cities.length === 0) return <></>
  return (
    <Section id="cities" title={words.t('spatial.access_cities')} aside={<p>{words.t('spatial.access_citiesAside')}</p>}>
      <ScrollTable labelledBy="cities" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('spatial.access_city')}</th>
            <th scope="col" class="r">
              {words.t('spatial.method_value')}
            </th>
            <th scope="col">{words.t('spatial.access_period')}</th>
          </tr>
        </thead>
        <tbody>
          {cities.map(({ city, figure }) => {
            const there = { ...frame, city }
            return (
              <tr>
                <th scope="row">
                  <a href={link(there, '/methods/11.2.1')}>{words.pick(city.name)}</a>
                  {city.invented && <span class="fine"> {words.t('spatial.access_invented')}</span>}
                </th>
                <td class="r">
                  {figure === null ? (
                    words.t('spatial.access_notComputed')
                  ) : (
                    <Figure href={link(there, figure.path)} value={words.decimal(figure.value)} />
                  )}
                </td>
                <td>{figure && words.period(figure.timePeriod)}</td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
    </Section>
  )
}
