import { checkGroup, type GroupFinding } from './check-group.ts'
import { checkTraveller } from './check-traveller.ts'
import { zoneLettersOf } from './read-list.ts'
import type { Scheme } from './schemes.ts'
import { worstOf, type Finding, type Traveller, type Trip, type Verdict } from './traveller.ts'

export interface CheckedTraveller extends Traveller {
  verdict: Verdict
}

export interface CheckedList {
  travellers: readonly CheckedTraveller[]
  findings: readonly GroupFinding[]
  /** Of the group and everybody in it. */
  verdict: Verdict
}

/** A list of tourists against the rules of a scheme: each field, each tourist, the group. The same list gives the same answer. */
export function checkList(travellers: readonly Traveller[], scheme: Scheme, trip: Trip): CheckedList {
  const duplicates = findDuplicates(travellers)
  const checked = travellers.map((traveller, index) => {
    const findings = [...traveller.findings, ...checkTraveller(traveller, scheme, trip), ...(duplicates.get(index) ?? [])]
    return { ...traveller, findings, verdict: worstOf(findings) }
  })
  const group = checkGroup(travellers, scheme, trip)
  return { travellers: checked, findings: group, verdict: worstOf([...checked, ...group]) }
}

/** The same document of the same state, or the same name born on the same day. */
function findDuplicates(travellers: readonly Traveller[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>()
  const compare = (
    keyOf: (traveller: Traveller) => string | null,
    field: 'documentNumber' | 'surname',
    code: 'same_document' | 'same_person',
  ) => {
    const seen = new Map<string, number>()
    for (const [index, traveller] of travellers.entries()) {
      const key = keyOf(traveller)
      const first = key === null ? undefined : seen.get(key)
      if (key !== null && first === undefined) seen.set(key, index)
      // Somebody whose document is there twice is not also named twice.
      if (first === undefined || found.has(index)) continue
      const verdict = code === 'same_document' ? 'error' : 'warning'
      found.set(index, [{ field, verdict, code, details: { number: first + 1 } }])
    }
  }
  compare(({ values }) => documentKey(values), 'documentNumber', 'same_document')
  compare(({ values }) => personKey(values), 'surname', 'same_person')
  return found
}

const documentKey = ({ documentNumber, issuer, nationality }: Traveller['values']): string | null =>
  documentNumber === '' ? null : `${documentNumber} ${issuer || nationality}`

function personKey({ surname, givenNames, birth }: Traveller['values']): string | null {
  const letters = [surname, givenNames].map(zoneLettersOf)
  return birth === '' || letters.includes(null) || letters.join('') === '' ? null : `${letters.join(' ')} ${birth}`
}
