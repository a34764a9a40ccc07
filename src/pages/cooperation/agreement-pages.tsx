import type { FC } from 'hono/jsx'
import type { AgreementFile } from '../../books/cooperation/agreement-file.ts'
import type { AgreementTerm } from '../../books/cooperation/agreement-term.ts'
import type { AgreementRow, AgreementView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status, type StatusKind } from '../parts/status.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { cooperationCrumbs, cooperationPath, dayWords, languageName, sliceOf } from './cooperation-words.ts'
import { Partners } from './names.tsx'

const perPage = 50

/** What was signed, and whether it is in force. */
export const AgreementListPage: FC<{ frame: Frame; agreements: readonly AgreementRow[]; page: number }> = (props) => {
  const { frame, agreements } = props
  const { words } = frame
  const title = words.t('cooperation.kinds_agreement')
  const { items, page, pages } = sliceOf(agreements, props.page, perPage)
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('cooperation.agreementsLede')}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'agreements')}
    >
      <Title title={title}>
        <p>{words.t('cooperation.agreementsLede')}</p>
      </Title>
      <Section id="list" title={words.t('cooperation.agreementCount', { count: agreements.length })}>
        {agreements.length === 0 && <p class="absent">{words.t('cooperation.noAgreements')}</p>}
        {items.length > 0 && (
          <table class="stackable">
            <caption class="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.t('cooperation.kind_agreement')}</th>
                <th scope="col">{words.t('cooperation.parties')}</th>
                <th scope="col">{words.t('cooperation.signedOn')}</th>
                <th scope="col">{words.t('cooperation.term')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ agreement: { number, content }, parties, term }) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, cooperationPath('agreements', number))}>
                      <Picked text={content.title} words={words} />
                    </a>
                    <br />
                    <span class="fine">{words.t(`cooperation.agreement_kind_${content.kind}`)}</span>
                  </th>
                  <td>
                    <Partners partners={parties} frame={frame} />
                  </td>
                  <td>{dayWords(content.signedOn, words)}</td>
                  <td>
                    <Term term={term} words={words} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, cooperationPath('agreements'), { page: String(to) })} />
      </Section>
    </Layout>
  )
}

const termShapes: Readonly<Record<AgreementTerm['state'], StatusKind>> = {
  unknown: 'none',
  not_yet: 'accel',
  in_force: 'on',
  open_ended: 'on',
  ended: 'none',
}

const Term: FC<{ term: AgreementTerm; words: Words }> = ({ term, words }) => (
  <Status
    kind={termShapes[term.state]}
    words={words.t(`cooperation.term_${term.state}`, { day: term.endsOn === null ? '' : words.date(term.endsOn) })}
  />
)

/** One agreement: who signed what, for how long, and the paper itself. */
export const AgreementPage: FC<{ frame: Frame; view: AgreementView }> = ({ frame, view }) => {
  const { words } = frame
  const { agreement, parties, term, event, partnerships } = view
  const { content } = agreement
  const title = words.pick(content.title)
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${words.t(`cooperation.agreement_kind_${content.kind}`)}: ${title}.`}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'agreements', { label: title })}
    >
      <Title title={<Picked text={content.title} words={words} />}>
        <p>{words.t(`cooperation.agreement_kind_${content.kind}`)}</p>
      </Title>
      <Section id="term" title={words.t('cooperation.term')} aside={<p>{words.t('cooperation.termAside')}</p>}>
        <p>
          <Term term={term} words={words} />
        </p>
        <Facts
          facts={[
            [words.t('cooperation.parties'), <Partners partners={parties} frame={frame} />],
            [words.t('cooperation.signedOn'), dayWords(content.signedOn, words)],
            [words.t('cooperation.inForceFrom'), content.inForceFrom === '' ? null : words.period(content.inForceFrom)],
            [words.t('cooperation.endsOn'), term.endsOn && words.date(term.endsOn)],
            [
              words.t('cooperation.renewal'),
              content.renewsByYears === null
                ? words.t('cooperation.noRenewal')
                : words.t('cooperation.renews', { years: content.renewsByYears, times: term.renewals }),
            ],
            [
              words.t('cooperation.notice'),
              content.noticeDays === null
                ? null
                : term.noticeBy === null
                  ? words.t('cooperation.noticeDays', { days: content.noticeDays })
                  : words.t(term.noticeBy < frame.today ? 'cooperation.noticePast' : 'cooperation.noticeBy', {
                      days: content.noticeDays,
                      day: words.date(term.noticeBy),
                    }),
            ],
            [words.t('cooperation.languages'), content.languages.map((code) => languageName(code, words)).join(', ')],
            [
              words.t('cooperation.signedAt'),
              event && (
                <a href={link(frame, cooperationPath('events', event.number))}>
                  <Picked text={event.content.title} words={words} />
                </a>
              ),
            ],
            [
              words.t('cooperation.kind_partnership'),
              partnerships.length === 0
                ? null
                : partnerships.map(({ number, content: { partner, title: name } }) => (
                    <a href={link(frame, cooperationPath('partners', partner, `partnership-${number}`))}>
                      <Picked text={name} words={words} />
                    </a>
                  )),
            ],
            [words.t('cooperation.note'), words.pick(content.note) === '' ? null : <Picked text={content.note} words={words} />],
          ]}
        />
      </Section>
      <Files frame={frame} view={view} />
    </Layout>
  )
}

const Files: FC<{ frame: Frame; view: AgreementView }> = ({ frame, view: { agreement, files, signatures } }) => {
  const { words } = frame
  return (
    <Section id="files" title={words.t('cooperation.filesTitle')} aside={<p>{words.t('cooperation.filesAside')}</p>}>
      {files.length === 0 && <p class="absent">{words.t('cooperation.noFiles')}</p>}
      <ul class="stack">
        {files.map((file) => (
          <li>
            <a href={link({ ...frame, asOf: null }, `${cooperationPath('agreements', agreement.number)}/files/${file.number}`)}>
              {file.name}
            </a>{' '}
            <span class="fine">({sizeWords(file, words)})</span>
            <p class="fine">
              {words.t('cooperation.sha256')} <code class="hash">{file.sha256}</code>
            </p>
            {signatures
              .filter((one) => one.file === file.number)
              .map(({ verification }) => (
                <p class="fine">
                  {verification === null
                    ? words.t('cooperation.signatureUnverified')
                    : words.t(verification.isValid ? 'cooperation.signatureVerified' : 'cooperation.signatureInvalid', {
                        by: verification.verifier,
                        day: words.date(verification.checkedAt),
                      })}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const sizeWords = ({ size }: AgreementFile, words: Words): string =>
  size < 1024 * 1024
    ? words.t('cooperation.kilobytes', { size: words.number(Math.max(1, size / 1024), 0) })
    : words.t('cooperation.megabytes', { size: words.number(size / 1024 / 1024) })
