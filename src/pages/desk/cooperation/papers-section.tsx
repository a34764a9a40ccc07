import type { FC } from 'hono/jsx'
import { mostMegabytes, paperEndings, type OpenPaper } from '../../../books/cooperation/agreement-file.ts'
import { link } from '../../frame.ts'
import { FileField, FormKey, problemOf, SelectField, TextField, type Choice } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { Words } from '../../words.ts'
import type { RecordPageProps } from './record-page.tsx'
import { recordPath } from './record-words.ts'
import { TakeBackForm } from './take-back-form.tsx'

/** A signature as it was typed; its files have to be chosen anew. */
export interface SignatureInput {
  /** Number of the file. */
  file: string
  signer: string
}

type PapersProps = RecordPageProps & { papers: readonly OpenPaper[] }

/** The signed papers of an agreement with their signatures, and the forms that add to them. */
export const PapersSection: FC<PapersProps> = (props) => {
  const { frame, open, papers, mayWrite } = props
  const { words } = frame
  const { number } = open.record
  const standing = papers.filter(({ withdrawn }) => withdrawn === null)
  return (
    <Section id="papers" title={words.t('cooperation.filesTitle')} aside={<p>{words.t('cooperation.filesAside')}</p>}>
      {papers.length === 0 && <p class="absent">{words.t('cooperation.noFiles')}</p>}
      <ul class="stack">
        {papers.map((paper) => (
          <Paper {...props} paper={paper} />
        ))}
      </ul>
      {mayWrite && <PaperForm {...props} />}
      {mayWrite && standing.length > 0 && (
        <>
          <SignatureForm {...props} papers={standing} />
          <TakeBackForm
            of="paper"
            action={link(frame, recordPath('agreement', number, '/files/withdraw'))}
            choices={choicesOf(standing)}
            given={props.takingBack}
            problems={props.problems}
            words={words}
            formKey={props.newKey()}
          />
        </>
      )}
    </Section>
  )
}

const choicesOf = (papers: readonly OpenPaper[]): Choice[] =>
  papers.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))

const Paper: FC<PapersProps & { paper: OpenPaper }> = (props) => {
  const { frame, open, paper } = props
  const { words } = frame
  const Name = paper.withdrawn === null ? 'span' : 'del'
  return (
    <li>
      <Name>
        <a href={link(frame, recordPath('agreement', open.record.number, `/files/${paper.number}`))}>{paper.name}</a>
      </Name>{' '}
      <span class="fine">({sizeWords(paper.size, words)})</span>
      {paper.withdrawn !== null && (
        <p>{words.t('deskCooperation.taken_back', { date: words.date(paper.withdrawn.withdrawnAt), reason: paper.withdrawn.reason })}</p>
      )}
      <p class="fine">
        {words.t('cooperation.sha256')} <code class="hash">{paper.sha256}</code>
      </p>
      <ul class="plain stack-s">
        {paper.signatures.map((signature) => (
          <KeptSignature {...props} {...{ paper }} kept={signature} />
        ))}
      </ul>
    </li>
  )
}

const sizeWords = (size: number, words: Words): string =>
  size < 1024 * 1024
    ? words.t('cooperation.kilobytes', { size: words.number(Math.max(1, size / 1024), 0) })
    : words.t('cooperation.megabytes', { size: words.number(size / 1024 / 1024) })

/** What a certificate says of a person, and the signature with it, is for those who keep cooperation. */
const KeptSignature: FC<PapersProps & { paper: OpenPaper; kept: OpenPaper['signatures'][number] }> = (props) => {
  const { frame, open, paper, kept, mayWrite, problems } = props
  const { words } = frame
  const { number, signer, size, hasTimeStamp, answers } = kept
  const id = `signature-${paper.number}-${number}`
  const path = recordPath('agreement', open.record.number, `/signatures/${paper.number}/${number}`)
  const problem = problemOf(problems, id)
  return (
    <li id={id}>
      <p>
        {words.t('deskCooperation.signature_of', { number, signer, size: sizeWords(size, words) })}{' '}
        {words.t(hasTimeStamp ? 'deskCooperation.has_time_stamp' : 'deskCooperation.no_time_stamp')}
      </p>
      {answers.length === 0 && <p class="fine">{words.t('deskCooperation.not_verified')}</p>}
      {answers.map((one) => (
        <AnswerWords {...one} words={words} mayWrite={mayWrite} />
      ))}
      {mayWrite && (
        <p class="fine">
          <a href={link(frame, `${path}/signature`)}>{words.t('deskCooperation.signature_download')}</a>
          {hasTimeStamp && (
            <>
              {' '}
              · <a href={link(frame, `${path}/time-stamp`)}>{words.t('deskCooperation.time_stamp_download')}</a>
            </>
          )}
        </p>
      )}
      {problem !== undefined && <p class="err">{problem}</p>}
      {mayWrite && props.hasVerifier && paper.withdrawn === null && (
        <form method="post" action={link(frame, `${path}/verify`)} class="no-print">
          <FormKey value={props.newKey()} />
          <button class="btn" type="submit" aria-label={`${words.t('deskCooperation.verify_again')}: ${number}. ${signer}`}>
            {words.t('deskCooperation.verify_again')}
          </button>
        </form>
      )}
    </li>
  )
}

type Answer = OpenPaper['signatures'][number]['answers'][number]

const AnswerWords: FC<Answer & { words: Words; mayWrite: boolean }> = ({ verifier, checkedAt, answer, words, mayWrite }) => (
  <p class="fine">
    {words.t(answer?.isValid === true ? 'cooperation.signatureVerified' : 'cooperation.signatureInvalid', {
      by: verifier,
      day: words.date(checkedAt),
    })}
    . {mayWrite && answer && [answer.signer, answer.signedAt, answer.message].filter((part) => part !== '').join('. ')}
  </p>
)

const PaperForm: FC<PapersProps> = ({ frame, open, problems, newKey }) => {
  const { words } = frame
  const action = link(frame, recordPath('agreement', open.record.number, '/files'))
  return (
    <form method="post" action={action} class="data" enctype="multipart/form-data">
      <FormKey value={newKey()} />
      <FileField
        id="paper"
        label={words.t('deskCooperation.paper')}
        hint={words.t('deskCooperation.paper_hint', { known: paperEndings.join(', '), most: mostMegabytes })}
        problem={problemOf(problems, 'paper')}
        accept={paperEndings.join(',')}
      />
      <div class="acts">
        <button class="btn" type="submit">
          {words.t('deskCooperation.paper_add')}
        </button>
      </div>
    </form>
  )
}

const SignatureForm: FC<PapersProps> = ({ frame, open, papers, problems, signature, hasVerifier, newKey }) => {
  const { words } = frame
  const action = link(frame, recordPath('agreement', open.record.number, '/signatures'))
  return (
    <form method="post" action={action} class="data" enctype="multipart/form-data">
      <FormKey value={newKey()} />
      <fieldset class="part">
        <legend>{words.t('deskCooperation.signature_title')}</legend>
        <p class="hint">{words.t(hasVerifier ? 'deskCooperation.signature_will_verify' : 'deskCooperation.signature_no_verifier')}</p>
        <SelectField
          id="signed-file"
          label={words.t('deskCooperation.signed_file')}
          value={signature.file}
          problem={problemOf(problems, 'signed-file')}
          choices={choicesOf(papers)}
        />
        <TextField
          id="signer"
          label={words.t('deskCooperation.signer')}
          hint={words.t('deskCooperation.signer_hint')}
          value={signature.signer}
          problem={problemOf(problems, 'signer')}
          maxlength={200}
        />
        <FileField
          id="signature"
          label={words.t('deskCooperation.signature_file')}
          hint={words.t('deskCooperation.signature_file_hint')}
          problem={problemOf(problems, 'signature')}
          accept=".p7s,.p7m,.cms,.sig,.xml"
        />
        <FileField
          id="time-stamp"
          label={words.t('deskCooperation.time_stamp')}
          hint={words.t('deskCooperation.time_stamp_hint')}
          problem={problemOf(problems, 'time-stamp')}
          accept=".tsr,.tst"
        />
      </fieldset>
      <div class="acts">
        <button class="btn" type="submit">
          {words.t('deskCooperation.signature_add')}
        </button>
      </div>
    </form>
  )
}
