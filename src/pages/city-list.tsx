import type { FC } from 'hono/jsx'
import type { City } from '../books/indicators/figure.ts'
import { link, type Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { Picked } from './parts/picked.tsx'
import { Title } from './parts/title.tsx'

/** All cities of the installation, where there is more than one. */
export const CityListPage: FC<{ frame: Frame; cities: readonly City[] }> = ({ frame, cities }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t('home.citiesTitle')} description={words.t('home.citiesLede')}>
      <Title title={words.t('home.citiesTitle')}>{words.t('home.citiesLede')}</Title>
      {cities.length === 0 && <p>{words.t('home.citiesNone')}</p>}
      <ul class="cities">
        {cities.map((city) => (
          <li>
            <a href={link({ ...frame, city }, '')}>
              <Picked text={city.name} words={words} otherwise={city.slug} />
            </a>
            {city.invented && <p class="quiet">{words.t('home.cityInvented')}</p>}
            {city.comparison && <p class="quiet">{words.t('home.cityComparison')}</p>}
          </li>
        ))}
      </ul>
    </Layout>
  )
}
