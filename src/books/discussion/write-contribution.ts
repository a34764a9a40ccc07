import type { ProgrammeVersion } from '../programme/programme.ts'
import type { Language } from '../text.ts'
import { placesIn } from './consulted-text.ts'
import type { Contribution, ContributionKind } from './contribution.ts'
import type { Phase } from './consultation.ts'
import { anchorOf, plainSentence, type Anchor } from './text/anchor.ts'
import { checkText, longestContribution, type TextFinding } from './text/check-text.ts'

/** What stands in the form. */
export interface WrittenForm {
  text: string
  /** Another wording for the sentence; the sentence itself where nothing was changed. */
  wording: string
  /** Words of the sentence that are meant; '' for all of it. */
  quote: string
  /** The language in which she writes. */
  language: Language
  /** The language in which she was shown the sentence. */
  shownIn: Language
  /** Hints that she has seen and left as they are: codes. */
  seen: readonly string[]
}

/** Where it goes. */
export interface WhereTo {
  section: string | null
  sentence: string | null
  /** What it replies to. */
  parent: Pick<Contribution, 'number' | 'section' | 'sentence' | 'state' | 'text'> | null
}

/** What is wrong with a field, or worth another look. */
export interface WritingProblem {
  field: '' | 'text' | 'wording' | 'quote'
  code: TextFinding['code'] | 'not_open' | 'place_not_found' | 'parent_gone' | 'quote_not_found'
  severity: TextFinding['severity']
  words: string
}

/** A contribution that may be kept. */
export interface CheckedWriting {
  kind: ContributionKind
  parent: number | null
  section: string | null
  sentence: string | null
  anchor: Anchor | null
  text: string
  wording: string | null
  state: 'shown' | 'held'
  findings: readonly string[]
}

/** Either it may be kept, or it is said why not. Hints alone refuse once: the second time she has seen them. */
export type WritingOutcome = { ok: true; value: CheckedWriting } | { ok: false; problems: readonly WritingProblem[] }

/** Every rule about what a resident may say where, and when. */
export function writeContribution(form: WrittenForm, where: WhereTo, version: ProgrammeVersion, phase: Phase): WritingOutcome {
  if (phase !== 'open') return refused({ field: '', code: 'not_open' })
  const { parent } = where
  if (parent !== null && (parent.state !== 'shown' || parent.text === null)) return refused({ field: '', code: 'parent_gone' })
  const at = parent ?? where
  const place = placesIn(version)(at)
  if ((at.section !== null && place === null) || (at.sentence !== null && place?.sentence === null))
    return refused({ field: '', code: 'place_not_found' })

  const sentence = place?.sentence ?? undefined
  const shown = plainSentence(sentence, form.shownIn)
  const text = form.text.trim()
  const typed = form.wording.replace(/\s+/g, ' ').trim().normalize('NFC')
  const wording = parent === null && sentence !== undefined && typed !== '' && typed !== shown ? typed : null
  const problems = [
    // A wording may speak for itself.
    ...(text === '' && wording !== null ? [] : checkText(text, longestContribution).map(problemIn('text'))),
    ...(wording === null ? [] : checkText(wording, longestContribution).map(problemIn('wording'))),
  ]

  const quote = form.quote.replace(/\s+/g, ' ').trim().normalize('NFC')
  const start = quote === '' ? -1 : shown.indexOf(quote)
  if (quote !== '' && parent === null && start < 0)
    problems.push({ field: 'quote', code: 'quote_not_found', severity: 'refuse', words: quote })

  const isNew = ({ severity, code }: WritingProblem) => severity === 'refuse' || (severity === 'hint' && !form.seen.includes(code))
  if (problems.some(isNew)) return { ok: false, problems: problems.filter(({ severity }) => severity !== 'hold') }
  const range = start < 0 ? undefined : { start, end: start + quote.length }
  return {
    ok: true,
    value: {
      kind: parent !== null ? 'reply' : wording === null ? 'comment' : 'suggestion',
      parent: parent?.number ?? null,
      section: at.section,
      sentence: at.sentence,
      anchor: sentence === undefined || parent !== null ? null : anchorOf(version, sentence.id, form.shownIn, range),
      text,
      wording,
      state: problems.some(({ severity }) => severity === 'hold') ? 'held' : 'shown',
      findings: [...new Set(problems.map(({ code }) => code))],
    },
  }
}

const refused = (problem: Pick<WritingProblem, 'field' | 'code'>): WritingOutcome => ({
  ok: false,
  problems: [{ ...problem, severity: 'refuse', words: '' }],
})

const problemIn =
  (field: 'text' | 'wording') =>
  ({ code, severity, words }: TextFinding): WritingProblem => ({ field, code, severity, words })
