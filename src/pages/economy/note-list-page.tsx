import type { FC } from 'hono/jsx'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import { cooperationCrumbs } from '../cooperation/cooperation-words.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { economyPath } from './note-page.tsx'

/** The cities with which there is an economic note. */
export const NoteListPage: FC<{ frame: Frame; partners: readonly CityEconomy[] }> = ({ frame, partners }) => {
  const { words, city } = frame
  const title = words.t('economy.list_title')
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('economy.list_lede')}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, null, { label: title })}
    >
      <Title title={title}>
        <p>{words.t('economy.list_lede')}</p>
      </Title>
      <Section id="notes" title={title}>
        {partners.length === 0 ? (
          <p class="absent">{words.t('economy.list_none')}</p>
        ) : (
          <ul class="plain stack-s">
            {partners.map(({ code, name }) => (
              <li>
                <a href={link(frame, `${economyPath}/${code}`)}>
                  {words.t('economy.title', { a: city === null ? '' : words.pick(city.name), b: words.pick(name) })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Layout>
  )
}
