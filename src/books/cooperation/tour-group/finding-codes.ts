/** What is found about a field of a tourist; the page has words for each. */
export const findingCodes = [
  'tidied_spaces',
  'tidied_lower_case',
  'tidied_lookalikes',
  'tidied_fillers',
  'zone_unreadable',
  'line_length',
  'character_unknown',
  'read_as_digits',
  'read_as_letters',
  'check_field_wrong',
  'check_optional_wrong',
  'check_composite_wrong',
  'check_fits_if',
  'type_unusual',
  'state_specimen',
  'state_unknown',
  'missing',
  'no_check_digit',
  'no_given_names',
  'names_cut',
  'digits_in_name',
  'not_in_calendar',
  'date_unreadable',
  'sex_unreadable',
  'no_zone',
  'differs_from_zone',
  'same_document',
  'same_person',
  'birth_unknown',
  'birth_partly_known',
  'birth_in_future',
  'age_unlikely',
  'expiry_unknown',
  'expiry_before_birth',
  'expired',
  'expires_too_soon',
  'trip_days_missing',
  'nationality_not_in_scheme',
  'entry_differs',
  'exit_differs',
  'blank_pages_unknown',
  'blank_pages_few',
  'other_letters',
] as const

/** What is in order needs no words. */
export type FindingCode =
  | (typeof findingCodes)[number]
  | `check_${'field' | 'optional' | 'composite'}_ok`
  | 'birth_ok'
  | 'expiry_ok'
  | 'blank_pages_ok'

/** What is found about the group; the page has words for each. */
export const groupCodes = [
  'group_small',
  'group_large',
  'group_size',
  'days_unknown',
  'exit_before_entry',
  'days_many',
  'days_ok',
  'nationality_unknown',
  'nationality_differs',
  'nationality_same',
  'documentType_unknown',
  'documentType_differs',
  'documentType_same',
  'leaders_many',
  'leader_ok',
  'leader_missing',
  'notice_unknown',
  'notice_late',
  'notice_ok',
] as const
export type GroupCode = (typeof groupCodes)[number]
