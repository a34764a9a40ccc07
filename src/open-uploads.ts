import { fileURLToPath } from 'node:url'
import type { Configuration } from './configuration.ts'
import type { ReadAnswer } from './formats/read-request.ts'
import { programFile } from './open-rooms.ts'
import { readInChild } from './services/reader-process.ts'
import { uploadFiles } from './services/upload-files.ts'
import type { UploadService } from './web/upload-service.ts'

/**
 * Files that are brought to the desk, in the data directory; hostile ones meet the limits of the process that reads them.
 *
 * @param program  the reading program; source where the source itself is run
 */
export function openUploads(
  { dataDirectory }: Pick<Configuration, 'dataDirectory'>,
  program = fileURLToPath(programFile(import.meta.url.endsWith('.ts') ? 'src/reader-child.ts' : 'dist/reader-child.js')),
): UploadService {
  return { ...uploadFiles(dataDirectory), read: async (request) => await readInChild<ReadAnswer>(program, request) }
}
