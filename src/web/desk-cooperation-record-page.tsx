import type { JSX } from 'hono/jsx/jsx-runtime'
import { openPapers } from '../actions/cooperation/agreement-papers.ts'
import { choicesOf, kindsNamedIn } from '../actions/cooperation/desk-named.ts'
import { openRecord } from '../actions/cooperation/desk-record.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { formOfRecord, type RecordForm } from '../books/cooperation/fill-record.ts'
import type { RecordKind } from '../books/cooperation/records.ts'
import type { Refusal } from '../books/outcome.ts'
import type { SignatureInput } from '../pages/desk/cooperation/papers-section.tsx'
import { RecordPage } from '../pages/desk/cooperation/record-page.tsx'
import { problemsOf } from '../pages/desk/cooperation/record-words.ts'
import { noSpan, spanProblems, type SpanInput, type SpanPlaces } from '../pages/desk/cooperation/span-fields.tsx'
import type { StageInput } from '../pages/desk/cooperation/stages-section.tsx'
import { noTakingBack, type TakingBack } from '../pages/desk/cooperation/take-back-form.tsx'
import { inLanguagesOf } from './desk-cooperation-form.ts'
import type { DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** What was sent from one of the forms of the page, and why it was not taken. */
export interface ShownForms {
  form?: RecordForm
  refusals?: readonly Refusal[]
  span?: SpanInput
  places?: SpanPlaces
  reason?: string
  signature?: SignatureInput
  stage?: StageInput
  takingBack?: TakingBack
}

/** The page of a record at the desk, with all of its forms. null: there is none of this number. */
export async function recordPage(
  { frame, city, viewer }: DeskRequest,
  site: Site,
  record: WebRecord,
  { kind, number }: { kind: RecordKind; number: number },
  { form, refusals = [], span, places = [], reason = '', signature, stage, takingBack }: ShownForms,
): Promise<JSX.Element | null> {
  const open = await openRecord({ city, kind, number }, record)
  if (open === null) return null
  const shown = form ?? formOfRecord(kind, open.record.content)
  const problems = problemsOf(refusals, frame.words, inLanguagesOf(kind))
  return (
    <RecordPage
      {...{ frame, open, places, reason }}
      form={shown}
      span={span ?? { ...noSpan, marker: kind === 'commitment' ? (shown['marker'] ?? '') : '' }}
      problems={span === undefined ? problems : spanProblems(problems)}
      choices={await choicesOf(city, kindsNamedIn(kind), record)}
      words={frame.words}
      isConflict={refusals.some(({ code }) => code === 'changed_meanwhile')}
      papers={kind === 'agreement' ? await openPapers(city, number, record) : null}
      signature={signature ?? { file: '', signer: '' }}
      hasVerifier={site.signatureVerifier !== null}
      stage={stage ?? { stage: '', on: '', source: '' }}
      takingBack={takingBack ?? noTakingBack}
      mayWrite={mayDo(viewer, city, 'cooperation.write')}
      seesHistory={mayDo(viewer, city, 'history.read')}
      newKey={() => site.record.newId()}
    />
  )
}
