import type { FC } from 'hono/jsx'
import { phaseOf, type Consultation } from '../../../books/discussion/consultation.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Title } from '../../parts/title.tsx'
import { deskConsultationPath, consultCrumbs, periodWords, phaseWords, titleOf } from './consult-words.ts'

interface ConsultationsPageProps {
  frame: Frame
  consultations: readonly Consultation[]
  mayWrite: boolean
}

/** All public discussions of a city, newest first. */
export const ConsultationsPage: FC<ConsultationsPageProps> = ({ frame, consultations, mayWrite }) => {
  const { words } = frame
  const title = words.t('consult.title')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, null).slice(0, 1)}>
      <Title title={<span id="consultations">{title}</span>}>
        <p>{words.t('consult.lede')}</p>
      </Title>
      {mayWrite && (
        <p class="acts">
          <a class="btn main" href={link(frame, '/desk/consultations/new')}>
            {words.t('consult.new')}
          </a>
        </p>
      )}
      {consultations.length === 0 ? (
        <p class="absent">{words.t('consult.none')}</p>
      ) : (
        <ScrollTable labelledBy="consultations" words={words}>
          <thead>
            <tr>
              <th scope="col">{words.t('consult.number')}</th>
              <th scope="col">{words.t('consult.label_title')}</th>
              <th scope="col">{words.t('consult.state')}</th>
              <th scope="col">{words.t('consult.days')}</th>
            </tr>
          </thead>
          <tbody>
            {consultations.map((one) => (
              <tr>
                <td>{one.number}</td>
                <th scope="row">
                  <a href={link(frame, deskConsultationPath(one))}>{titleOf(one, words)}</a>
                </th>
                <td>{phaseWords(phaseOf(one, frame.today), words)}</td>
                <td>{periodWords(one, words)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Layout>
  )
}
