import { createHash } from 'node:crypto'
import type { AgreementFile } from '../../../books/cooperation/agreement-file.ts'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { idOf, inOne, object, wholeDay, type OparlObject, type OparlPlace, type Times } from './object.ts'

export function writeSourcePaper(record: CooperationRecord<'source'>, times: Times, place: OparlPlace): OparlObject {
  const { number, content } = record
  return object(place, 'paper', `source-${number}`, 'Paper', times, {
    body: place.body,
    name: inOne(content.title),
    reference: `source-${number}`,
    date: wholeDay(content.dated),
    paperType: content.kind,
    mainFile: writeSourceFile(record, times, place),
    web: place.pageOf(`/cooperation/sources/${number}`),
    'bagdar:name': content.title,
    'bagdar:dated': content.dated || undefined,
  })
}

export function writeAgreementPaper(
  { number, content }: CooperationRecord<'agreement'>,
  { parties, files }: { parties: readonly number[]; files: readonly OparlObject[] },
  times: Times,
  place: OparlPlace,
): OparlObject {
  return object(place, 'paper', `agreement-${number}`, 'Paper', times, {
    body: place.body,
    name: inOne(content.title),
    reference: `agreement-${number}`,
    date: wholeDay(content.signedOn),
    paperType: content.kind,
    originatorOrganization: parties.map((one) => idOf(place, 'organization', one)),
    mainFile: files[0],
    auxiliaryFile: files.slice(1),
    web: place.pageOf(`/cooperation/agreements/${number}`),
    'bagdar:name': content.title,
    'bagdar:signedOn': content.signedOn || undefined,
  })
}

/** The text of a source, as a file of text. */
export function writeSourceFile({ number, content }: CooperationRecord<'source'>, times: Times, place: OparlPlace): OparlObject {
  const bytes = Buffer.from(content.text, 'utf8')
  const id = `source-${number}`
  return object(place, 'file', id, 'File', times, {
    name: inOne(content.title),
    fileName: `${id}.txt`,
    mimeType: 'text/plain',
    size: bytes.length,
    sha512Checksum: createHash('sha512').update(bytes).digest('hex'),
    accessUrl: `${idOf(place, 'file', id)}/content`,
    externalServiceUrl: content.url || undefined,
    'bagdar:sha256': createHash('sha256').update(bytes).digest('hex'),
  })
}

/** A signed paper as it was scanned. */
export const writeAgreementFile = (agreement: number, file: AgreementFile, times: Times, place: OparlPlace): OparlObject =>
  object(place, 'file', `agreement-${agreement}-${file.number}`, 'File', times, {
    name: file.name.replace(/\.[^.]*$/, ''),
    fileName: file.name,
    mimeType: file.mediaType,
    size: file.size,
    accessUrl: place.pageOf(`/cooperation/agreements/${agreement}/files/${file.number}`),
    'bagdar:sha256': file.sha256,
  })
