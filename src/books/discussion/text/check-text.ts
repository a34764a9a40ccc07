/** Something in a text that its author or a moderator should look at. */
export interface TextFinding {
  code: TextFindingCode
  /** refuse: cannot be sent so. hold: a moderator looks first. hint: the author is told and decides. */
  severity: 'refuse' | 'hold' | 'hint'
  /** Where, in UTF-16 code units of the text. */
  start: number
  end: number
  /** The words there; characters that cannot be seen as `U+200B`. */
  words: string
}

export type TextFindingCode =
  | 'text_empty'
  | 'text_too_long'
  | 'control_characters'
  | 'bidi_characters'
  | 'invisible_characters'
  | 'mixed_script'
  | 'link'
  | 'many_links'
  | 'hidden_link_host'
  | 'shouting'
  | 'repetition'
  | 'phone_number'
  | 'email_address'
  | 'identity_number'

/** As long as a page of writing; longer things are letters, and go as several comments. */
export const longestContribution = 4000

/** Everything in a text that needs a look, in the order of the text. */
export function checkText(_text: string, _longest = longestContribution): TextFinding[] {
  return []
}
