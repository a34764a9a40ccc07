import type { CataloguedTable } from './data-catalogue.ts'

/** The tables of cooperation. People stand in them by their public office and nothing else. */
export const cooperationCatalogue: Readonly<Record<string, CataloguedTable>> = {
  cooperation_record: {
    purpose: 'what partners said, promised and agreed; people by the office in which they did',
    kept: 'as long as the record',
    public: 'city_id kind number content published_at',
    internal: 'revision',
  },
  evidence: {
    purpose: 'places in source documents that bear a record out',
    kept: 'as long as the record',
    public: 'city_id number subject_kind subject_number source start_unit end_unit exact marker_start marker_end',
  },
  status_event: {
    purpose: 'what became of a commitment or an assignment',
    kept: 'as long as the record',
    public: 'city_id subject_kind subject_number number kind happened_on evidence note retracts entered_at',
    personal: 'entered_by',
  },
  deadline: {
    purpose: 'deadlines, the ones before too, and why they were moved',
    kept: 'as long as the record',
    public: 'city_id subject_kind subject_number number due reason set_at',
    personal: 'set_by',
  },
  agreement_file: {
    purpose: 'signed papers as they were scanned',
    kept: 'as long as the record',
    public: 'city_id agreement number name media_type sha256 content added_at',
    internal: 'withdrawn_at withdrawal_reason',
    personal: 'added_by',
  },
  signature: {
    purpose: 'electronic signatures of those papers, with what a verifier said; a certificate names who signed',
    kept: 'as long as the record',
    public: 'city_id agreement file number signer file_sha256',
    internal: 'verifier checked_at',
    personal: 'signature time_stamp answer',
  },
  signature_check: {
    purpose: 'what a verifier said of such a signature later on',
    kept: 'as long as the record',
    public: 'city_id agreement file signature number',
    internal: 'verifier checked_at',
    personal: 'answer',
  },
  cooperation_withdrawal: {
    purpose: 'when a record was public and why it was taken back: the page that stands in its place says so',
    kept: 'as long as the record',
    public: 'city_id kind record number published_at withdrawn_at reason',
  },
  reminder: {
    purpose: 'that a reminder of an assignment was sent, so that it is sent once',
    kept: 'as long as the record',
    internal: 'city_id key sent_at',
  },
  forum_matching: {
    purpose: 'who would like to meet whom at a forum, and the schedule: companies and projects, no private persons',
    kept: 'as long as the record',
    internal: 'city_id event input schedule computed_at revision',
  },
  cooperation_revision: {
    purpose: 'how often something that is shown of cooperation has changed',
    kept: 'as long as the record',
    internal: 'city_id revision',
  },
}
