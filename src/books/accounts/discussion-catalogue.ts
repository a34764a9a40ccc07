import type { CataloguedTable } from './data-catalogue.ts'

/** The tables of the discussion. A participant is a number within a consultation; which person that is, only the door knows. */
export const discussionCatalogue: Readonly<Record<string, CataloguedTable>> = {
  consultation: {
    purpose: 'what the city asks about a version of its programme',
    kept: 'as long as the record',
    public: 'city_id id number programme version content level opens_on closes_on published_at census',
    internal: 'last_participant last_contribution last_statement last_answer last_decision revision',
  },
  consultation_event: {
    purpose: 'when a consultation was opened, extended, closed, answered, and why',
    kept: 'as long as the record',
    public: 'city_id consultation_id number kind at details',
    personal: 'done_by',
  },
  participant: {
    purpose: 'that one person takes part in a consultation once',
    kept: 'as long as the record',
    internal: 'city_id consultation_id number level channel cell_key',
    personal: 'person_id joined_at',
  },
  participant_key: {
    purpose: 'the ways by which a participant came: account, code, paper form; one participant for all of them',
    kept: 'as long as the record',
    internal: 'city_id consultation_id',
    personal: 'key participant',
  },
  participation_code: {
    purpose: 'codes that the city handed out; only their hashes',
    kept: 'as long as the record',
    internal: 'city_id consultation_id hash batch made_at used_at void_at',
  },
  organisation: {
    purpose: 'verified organisations that take part',
    kept: 'as long as the record',
    public: 'city_id id kind name evidence verified_at ended_at',
    personal: 'verified_by',
  },
  organisation_member: {
    purpose: 'who may write for an organisation',
    kept: 'until the person is erased',
    internal: 'city_id organisation_id',
    personal: 'person_id since',
  },
  resident_text_translation: {
    purpose: 'translations of what residents wrote; they go with it',
    kept: 'until the person is erased',
    internal: 'city_id text_id language version made_by made_at',
    personal: 'text person_id',
  },
  contribution: {
    purpose: 'comments, suggestions and replies; their words stand in resident_text',
    kept: 'as long as the record',
    public:
      'city_id consultation_id number kind parent participant organisation_id language section sentence anchor channel written_at state answer',
    internal: 'text_id wording_id receipt findings',
  },
  official_answer: {
    purpose: 'what the city answers',
    kept: 'as long as the record',
    public: 'city_id consultation_id number decision reason answered_at corrects first_answered_at',
    personal: 'answered_by',
  },
  contribution_change: {
    purpose: 'which contribution changed which sentence',
    kept: 'as long as the record',
    public: 'city_id consultation_id contribution version sentence linked_at',
    personal: 'linked_by',
  },
  statement: {
    purpose: 'statements that people agree with or not',
    kept: 'as long as the record',
    public: 'city_id consultation_id number text participant language subject_kind subject state written_at',
    internal: 'text_id',
  },
  vote: {
    purpose: 'opinions; only sums of them are published',
    kept: 'as long as the record',
    internal: 'city_id consultation_id cast_at channel probability',
    special: 'participant statement choice changes',
  },
  statement_shown: {
    purpose: 'which statement was shown with which probability: corrects for what the order of statements does to the votes',
    kept: 'as long as the record',
    internal: 'city_id consultation_id shown_at probability',
    special: 'participant statement',
  },
  opinion_batch: {
    purpose: 'opinion groups as they were published',
    kept: 'as long as the record',
    public: 'city_id consultation_id number made_at votes participants result hash',
    internal: 'salt',
    special: 'input',
  },
  declaration: {
    purpose: 'what participants say about themselves, if they want to; only protected tables of it are published',
    kept: 'until the person is erased',
    internal: 'city_id consultation_id declared_at',
    special: 'participant field value',
  },
  voice_batch: {
    purpose: 'protected tables as they were published',
    kept: 'as long as the record',
    public: 'city_id consultation_id number made_at result',
    special: 'cells',
  },
  moderation_decision: {
    purpose: 'public log of moderation',
    kept: 'as long as the record',
    public: 'city_id consultation_id number subject_kind subject action rule reason proof decided_at',
    personal: 'decided_by',
  },
  appeal: {
    purpose: 'appeals against moderation; their words stand in resident_text',
    kept: 'as long as the record',
    public: 'city_id consultation_id decision participant appealed_at outcome answer answered_at',
    internal: 'text_id',
    personal: 'answered_by',
  },
  subscription: {
    purpose: 'who wants to hear by mail how a consultation goes on',
    kept: 'until the person is erased',
    internal: 'city_id consultation_id',
    personal: 'person_id token since last_sent_at',
  },
}
