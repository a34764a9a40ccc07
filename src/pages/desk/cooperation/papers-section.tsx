import type { FC } from 'hono/jsx'
import { mostMegabytes, paperEndings, type OpenPaper } from '../../../books/cooperation/agreement-file.ts'
import { link } from '../../frame.ts'
import { FileField, FormKey, problemOf, SelectField, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { Words } from '../../words.ts'
import type { RecordPageProps } from './record-page.tsx'
import { recordPath } from './record-words.ts'

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
  return (
    <Section id="papers" title={words.t('cooperation.filesTitle')} aside={<p>{words.t('cooperation.filesAside')}</p>}>
      {papers.length === 0 && <p class="absent">{words.t('cooperation.noFiles')}</p>}
      <ul class="stack">
        {papers.map((paper) => (
          <li>
            <a href={link(frame, recordPath('agreement', number, `/files/${paper.number}`))}>{paper.name}</a>{' '}
            <span class="fine">({sizeWords(paper.size, words)})</span>
            <p class="fine">
              {words.t('cooperation.sha256')} <code class="hash">{paper.sha256}</code>
            </p>
            <ul class="plain stack-s">
              {paper.signatures.map((signature) => (
                <SignatureWords {...{ signature, words, mayWrite }} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {mayWrite && <PaperForm {...props} />}
      {mayWrite && papers.length > 0 && <SignatureForm {...props} />}
    </Section>
  )
}

const sizeWords = (size: number, words: Words): string =>
  size < 1024 * 1024
    ? words.t('cooperation.kilobytes', { size: words.number(Math.max(1, size / 1024), 0) })
    : words.t('cooperation.megabytes', { size: words.number(size / 1024 / 1024) })

/** What a certificate says of a person is for those who keep cooperation. */
const SignatureWords: FC<{ signature: OpenPaper['signatures'][number]; words: Words; mayWrite: boolean }> = (props) => {
  const { signature, words, mayWrite } = props
  const { number, signer, size, hasTimeStamp, verification } = signature
  const answer = verification?.answer ?? null
  return (
    <li>
      <p>
        {words.t('deskCooperation.signature_of', { number, signer, size: sizeWords(size, words) })}{' '}
        {words.t(hasTimeStamp ? 'deskCooperation.has_time_stamp' : 'deskCooperation.no_time_stamp')}
      </p>
      {verification === null || answer === null ? (
        <p class="fine">{words.t('deskCooperation.not_verified')}</p>
      ) : (
        <p class="fine">
          {words.t(answer.isValid ? 'cooperation.signatureVerified' : 'cooperation.signatureInvalid', {
            by: verification.verifier,
            day: words.date(verification.checkedAt),
          })}
          . {mayWrite && [answer.signer, answer.signedAt, answer.message].filter((part) => part !== '').join('. ')}
        </p>
      )}
    </li>
  )
}

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

const SignatureForm: FC<PapersProps> = ({ frame, open, papers, problems, signature, isVerified, newKey }) => {
  const { words } = frame
  const action = link(frame, recordPath('agreement', open.record.number, '/signatures'))
  return (
    <form method="post" action={action} class="data" enctype="multipart/form-data">
      <FormKey value={newKey()} />
      <fieldset class="part">
        <legend>{words.t('deskCooperation.signature_title')}</legend>
        <p class="hint">{words.t(isVerified ? 'deskCooperation.signature_will_verify' : 'deskCooperation.signature_no_verifier')}</p>
        <SelectField
          id="signed-file"
          label={words.t('deskCooperation.signed_file')}
          value={signature.file}
          problem={problemOf(problems, 'signed-file')}
          choices={papers.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
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
