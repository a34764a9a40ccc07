import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml'
import { parseDocument } from 'yaml'
import { notice, type Notice } from '../../books/notice.ts'
import { decodeText } from '../csv.ts'
import type { OpenSdgFile } from './open-folder.ts'
import { readFlatYaml } from './read-flat-yaml.ts'

/** A mapping as it stands in the file: every scalar is text, so that `1.0` stays `1.0` and `no` stays `no`. */
export type YamlMapping = Readonly<Record<string, unknown>>

/**
 * The top mapping of a YAML file; what is wrong with the file becomes a notice.
 *
 * The tool that publishes these folders (PyYAML) accepts more than the standard does. Where the strict reader refuses,
 * no-break spaces in the indentation are taken for spaces, and of a key that stands twice the last is taken.
 */
export function readYaml(file: OpenSdgFile, notices: Notice[]): YamlMapping {
  const { text } = decodeText(file.bytes)
  if (text.replace(/^\s*#.*$/gm, '').trim() === '') {
    notices.push(notice('empty_yaml', 'info', { file: file.path }))
    return {}
  }
  const flat = readFlatYaml(text)
  if (flat !== null) return flat
  try {
    return mappingOf(load(text, { schema: FAILSAFE_SCHEMA }), file, notices)
  } catch (fault) {
    const strict = fault instanceof YAMLException ? fault : null
    const repaired = strict === null ? null : readLeniently(text)
    const code = repaired === null ? 'yaml_not_readable' : 'yaml_not_strict'
    const line = strict?.mark ? strict.mark.line + 1 : null
    notices.push(
      notice(code, repaired === null ? 'error' : 'warning', {
        file: file.path,
        line,
        details: { reason: strict?.reason ?? 'nested too deeply' },
      }),
    )
    return repaired === null ? {} : mappingOf(repaired, file, notices)
  }
}

function readLeniently(text: string): unknown {
  const spaced = text.replace(/^[ \u00a0]+/gm, (indentation) => ' '.repeat(indentation.length))
  try {
    return load(spaced, { schema: FAILSAFE_SCHEMA })
  } catch {
    try {
      const document = parseDocument(spaced, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
      return document.errors.length > 0 ? null : (document.toJS({ maxAliasCount: 100 }) as unknown)
    } catch {
      return null
    }
  }
}

function mappingOf(value: unknown, file: OpenSdgFile, notices: Notice[]): YamlMapping {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as YamlMapping
  notices.push(notice('yaml_not_a_mapping', 'error', { file: file.path }))
  return {}
}

/** Text of a field; '' for what is missing, `null`, or not text. */
export function textOf(mapping: YamlMapping, key: string): string {
  const value = mapping[key]
  return typeof value !== 'string' || value === 'null' || value === '~' ? '' : value.trim()
}

/** Lines of the top-level keys of a YAML text; a key written in an unusual way is not in it. */
export function linesOfKeys(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  let line = 0
  for (const one of text.split('\n')) {
    line++
    const [, , key] = /^(['"]?)([^\s'"#][^:]*|)\1:(?:\s|$)/.exec(one) ?? []
    if (key !== undefined && !lines.has(key)) lines.set(key, line)
  }
  return lines
}
