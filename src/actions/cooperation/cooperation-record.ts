import type { Change } from '../../books/accounts/change.ts'
import type { AgreementFile, NewSignature, Signature, Verification, WithdrawnFile } from '../../books/cooperation/agreement-file.ts'
import type { KeptCommitmentRow } from '../../books/cooperation/commitment-row.ts'
import type { EnteredCase, LastNumbers } from '../../books/cooperation/entered-case.ts'
import type { Evidence } from '../../books/cooperation/evidence.ts'
import type { KeptDeadline, KeptStatusEvent, Pursued } from '../../books/cooperation/kept.ts'
import type { RecordFilter } from '../../books/cooperation/record-filter.ts'
import type { RecordHistory, Withdrawal } from '../../books/cooperation/record-history.ts'
import type { Contents, CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'

/** The record of cooperation, as the actions read it. `store/` supplies it. */
export interface CooperationReads {
  /** In the order of their numbers. */
  listCooperation<Kind extends RecordKind>(city: City, kind: Kind, filter?: RecordFilter): Promise<Array<CooperationRecord<Kind>>>
  countCooperation(city: City, kind: RecordKind, filter?: RecordFilter): Promise<number>
  findCooperation<Kind extends RecordKind>(city: City, kind: Kind, number: number): Promise<CooperationRecord<Kind> | null>
  /** Of records of one kind; null: of all of them. */
  listEvidence(city: City, kind: string, numbers: readonly number[] | null): Promise<Evidence[]>
  /** Everything that points into one source, in the order of the text. */
  listEvidenceIn(city: City, source: number): Promise<Evidence[]>
  listStatusEvents(city: City, kind: Pursued['kind'], numbers: readonly number[] | null): Promise<KeptStatusEvent[]>
  /** Oldest first: the last one of a subject is in force. */
  listDeadlines(city: City, kind: Pursued['kind'], numbers: readonly number[] | null): Promise<KeptDeadline[]>
  listCooperationHistory(city: City, kind: RecordKind): Promise<RecordHistory[]>
  /** When a record was public and is so no more, oldest first. */
  listWithdrawals(city: City, kind: RecordKind, number: number): Promise<Withdrawal[]>
  /** Every commitment that is published, in short, as it was known at a moment. */
  listCommitmentRows(city: City, at: Date): Promise<KeptCommitmentRow[]>
  /** Those that stand. */
  listAgreementFiles(city: City, agreement: number): Promise<AgreementFile[]>
  /** Those that were taken back. */
  listWithdrawnFiles(city: City, agreement: number): Promise<WithdrawnFile[]>
  readAgreementFile(city: City, agreement: number, number: number): Promise<Uint8Array | null>
  listSignatures(city: City, agreement: number): Promise<Signature[]>
}

/** And as they write it; in a transaction. */
export interface CooperationWrites {
  addCooperation<Kind extends RecordKind>(city: City, kind: Kind, content: Contents[Kind]): Promise<number>
  /** false: somebody changed it since its revision was read, and nothing was stored. */
  keepCooperation<Kind extends RecordKind>(city: City, record: CooperationRecord<Kind>): Promise<boolean>
  addEvidence(city: City, evidence: Omit<Evidence, 'number'>): Promise<number>
  removeEvidence(city: City, number: number): Promise<void>
  addStatusEvent(city: City, event: Omit<KeptStatusEvent, 'number' | 'evidence'> & { evidence: number | null }): Promise<number>
  addDeadline(city: City, deadline: KeptDeadline): Promise<void>
  /** After evidence, events, deadlines and files: kept pages are made anew. */
  touchCooperation(city: City): Promise<void>
  /** Until the transaction ends nobody else adds to the city's records or closes a protocol. */
  lockCooperation(city: City): Promise<void>
  addWithdrawal(city: City, kind: RecordKind, number: number, withdrawal: Withdrawal): Promise<void>
  addChange(city: City, change: Change): Promise<void>
}

/** Signed papers and their signatures; in a transaction. */
export interface PaperWrites {
  /** The same file is kept once: `isNew` says whether it was there. */
  addAgreementFile(
    city: City,
    agreement: number,
    file: Pick<AgreementFile, 'name' | 'mediaType'> & { content: Uint8Array; at: Date; by: string | null },
  ): Promise<{ number: number; isNew: boolean }>
  /** It stays, for staff alone. false: it does not stand. */
  withdrawAgreementFile(city: City, agreement: number, number: number, withdrawal: { at: Date; reason: string }): Promise<boolean>
  /** Returns its number among the signatures of its file. */
  addSignature(city: City, agreement: number, signature: NewSignature): Promise<number>
  /** One answer more; the ones before stay. */
  addSignatureCheck(city: City, agreement: number, signature: Pick<Signature, 'file' | 'number'>, answer: Verification): Promise<void>
}

/** Many records at once; both in one transaction. */
export interface CooperationImportWrites {
  /** Nobody else gives numbers until the transaction ends. */
  lockNumbers(city: City): Promise<LastNumbers>
  addEnteredCase(city: City, entered: EnteredCase): Promise<void>
}

/** Who does it and when; null: the command line. */
export interface Doing {
  city: City
  by: string | null
  at: Date
}
