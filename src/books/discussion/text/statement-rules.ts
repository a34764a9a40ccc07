import { textSimilarity } from '../../../kernel/text-similarity.ts'
import { splitSentences } from '../../programme/split-sentences.ts'
import { foldText } from '../../search-text.ts'
import { checkText } from './check-text.ts'
import { plainWords } from './plain-words.ts'

/** Something about a proposed statement: refused, or a hint that its author may follow. */
export interface StatementFinding {
  code:
    | 'statement_empty'
    | 'statement_too_long'
    | 'statement_characters'
    | 'statement_duplicate'
    | 'statement_like_another'
    | 'statement_question'
    | 'statement_several_claims'
    | 'statement_too_short'
  severity: 'refuse' | 'hint'
  /** Id of the statement that it is like; null for the others. */
  other: string | null
}

/** As Polis has it: what fits on a phone and is read in five seconds. Kazakh and Russian need more letters than English. */
export const longestStatement: Readonly<Record<'kk' | 'ru' | 'en', number>> = { kk: 200, ru: 200, en: 140 }

/** So alike, it is the same claim in the same words: votes on two of them would be split. */
const duplicateFrom = 0.9
const alikeFrom = 0.65

/**
 * What is to be said about a proposed statement before people vote on it.
 *
 * refuse: empty, too long, characters that are not what they seem, or a statement that already stands. hint: a question (nobody can
 * agree with one), more than one claim (somebody may agree with half), too short to be understood alone, or like another one.
 *
 * @example
 * checkStatement('Қалаға жаңа көпір керек пе?', 'kk', []).map(({ code }) => code) // => ['statement_question']
 */
export function checkStatement(
  text: string,
  language: 'kk' | 'ru' | 'en',
  existing: ReadonlyArray<{ id: string; text: string }>,
): StatementFinding[] {
  const finding = (code: StatementFinding['code'], severity: StatementFinding['severity'], other: string | null = null) => ({
    code,
    severity,
    other,
  })
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const { words } = plainWords(plain)
  if (words.length === 0) return [finding('statement_empty', 'refuse')]

  const findings: StatementFinding[] = []
  if (plain.length > longestStatement[language]) findings.push(finding('statement_too_long', 'refuse'))
  if (checkText(plain).some(({ code }) => disguises.has(code))) findings.push(finding('statement_characters', 'refuse'))
  const like = mostAlike(plain, existing)
  if (like !== null)
    findings.push(
      like.likeness >= duplicateFrom
        ? finding('statement_duplicate', 'refuse', like.id)
        : finding('statement_like_another', 'hint', like.id),
    )
  if (isQuestion(plain, language)) findings.push(finding('statement_question', 'hint'))
  if (hasSeveralClaims(plain, language)) findings.push(finding('statement_several_claims', 'hint'))
  if (words.length < 3) findings.push(finding('statement_too_short', 'hint'))
  return findings
}

const disguises = new Set(['control_characters', 'bidi_characters', 'invisible_characters', 'stacked_marks', 'mixed_script'])

function mostAlike(text: string, existing: ReadonlyArray<{ id: string; text: string }>): { id: string; likeness: number } | null {
  const own = foldText(plainWords(text).text)
  let best: { id: string; likeness: number } | null = null
  for (const { id, text: other } of existing) {
    const theirs = foldText(plainWords(other).text)
    // A number, a "not" or a suffix «-ма-» makes another statement of nearly the same letters: then it is only like.
    const likeness = own === theirs ? 1 : Math.min(textSimilarity(own, theirs), differsInSense(own, theirs) ? duplicateFrom - 0.01 : 1)
    if (likeness >= alikeFrom && likeness > (best?.likeness ?? 0)) best = { id, likeness }
  }
  return best
}

/** Whether a number or a negation stands in one text and not in the other: then few letters make all the difference. */
function differsInSense(a: string, b: string): boolean {
  const sense = (text: string): string =>
    (
      text.match(
        /\d+|(?<= )(?:не|нет|ни|без|емес|жок|not|no|never|without)(?= )|\p{L}+(?:ма|ме|ба|бе|па|пе)(?:й|ид[иы]|ймын|ймиз|сын|син|нын|ган|ген)\p{L}*/gu,
      ) ?? []
    ).join(' ')
  return sense(a) !== sense(b)
}

/** A question mark at the end, or a question word in front where marks are often left out. */
function isQuestion(text: string, language: 'kk' | 'ru' | 'en'): boolean {
  const asks = {
    kk: /^(неге|не үшін|қашан|қайда|кім|қалай|қанша)(?![\p{L}])|(?<!\p{L})(ма|ме|ба|бе|па|пе)[.!]*$/iu,
    ru: /^(почему|зачем|когда|где|кто|как|сколько|можно ли|нужно ли)(?![\p{L}])/iu,
    en: /^(why|when|where|who|how|should|can|could|is|are|do|does|will)(?![\p{L}])/iu,
  }
  return /\?[!?)"»”]*$/.test(text) || asks[language].test(text)
}

/** Two sentences, or a link that joins two claims. A hint only: «и» mostly joins two nouns. */
function hasSeveralClaims(text: string, language: 'kk' | 'ru' | 'en'): boolean {
  const links = {
    kk: /;|,\s*(әрі|сондай-ақ|сонымен қатар|сонымен бірге|бірақ|алайда|ал)(?!\p{L})/iu,
    ru: /;|,\s*(а также|а ещё|кроме того|но|однако|при этом|и при этом|зато)(?!\p{L})/iu,
    en: /;|,\s*(and also|and|but|however|as well as)(?!\p{L})/iu,
  }
  return splitSentences(text).length > 1 || links[language].test(text)
}
