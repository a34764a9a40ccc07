import { done, refuse, type Outcome } from '../../outcome.ts'
import { voiceFields, type VoiceChoices, type VoiceField } from './fields.ts'

/** What one participant says about herself; a field that is missing is not said. */
export type Declaration = Readonly<Partial<Record<VoiceField, string>>>

/**
 * What a form says, field by field: '' is not said, and so is whatever the form does not hold.
 *
 * @example
 * readDeclaration({ sex: 'F', age: '' }, { district: [], age: [], sex: ['F', 'M'], language: [], ethnicity: [] }).value // => { sex: 'F' }
 */
export function readDeclaration(given: Readonly<Record<string, string>>, choices: VoiceChoices): Outcome<Declaration> {
  const said = voiceFields.map((field) => [field, given[field] ?? ''] as const).filter(([, value]) => value !== '')
  const unknown = said.find(([field, value]) => !choices[field].includes(value))
  if (unknown !== undefined) return refuse('choice_unknown', unknown[0])
  return done(Object.fromEntries(said) as Declaration)
}
