import { api } from '../../src/web/api.ts'
import { code, page, table } from './page.ts'

interface Schema {
  type?: string | string[]
  description?: string
  example?: unknown
  default?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  items?: Schema
}

interface Operation {
  summary?: string
  servers?: Array<{ url: string }>
  parameters?: Array<{ name: string; required?: boolean; description?: string; schema: Schema }>
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}

interface OpenApi {
  info: { description: string }
  servers: Array<{ url: string }>
  paths: Record<string, Record<string, Operation>>
}

/** The open data as its own OpenAPI document describes it. */
export async function describeApi(): Promise<string> {
  // Only the description is asked for, so nobody looks into the record.
  const response = await api({} as never).request('/openapi.json')
  const { info, servers, paths } = (await response.json()) as OpenApi
  const base = servers[0]?.url ?? ''
  return page(
    'Open API',
    `${info.description} Every list is ${code('{ items, next }')}; ${code('next')} is the address of the following page or ${code('null')}. The same as OpenAPI: ${code(`${base}/openapi.json`)}.`,
    ...Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => [
        `## ${method.toUpperCase()} ${(operation.servers?.[0]?.url ?? base).replace(/\/$/, '')}${path}`,
        `${operation.summary ?? ''}.`,
        parametersOf(operation),
        fieldsOf(operation),
        Object.entries(operation.responses)
          .map(([status, { description, content }]) => `- ${status}: ${description} (${Object.keys(content ?? {}).join(', ')})`)
          .join('\n'),
      ]),
    ),
  )
}

const parametersOf = ({ parameters = [] }: Operation): string =>
  parameters.length === 0
    ? ''
    : table(
        ['parameter', 'needed', 'example', 'meaning'],
        parameters.map(({ name, required, description, schema }) => [
          code(name),
          required ? 'yes' : schema.default === undefined ? '' : `default ${code(say(schema.default))}`,
          schema.example === undefined ? (schema.enum ?? []).map((one) => code(say(one))).join(', ') : code(say(schema.example)),
          description ?? schema.description ?? '',
        ]),
      )

/** Fields of an item, where the API declares them. */
function fieldsOf({ responses }: Operation): string {
  const fields = responses['200']?.content?.['application/json']?.schema.properties?.['items']?.items?.properties
  if (fields === undefined) return ''
  const typeOf = ({ type }: Schema) => (Array.isArray(type) ? type.join(' or ') : (type ?? ''))
  return table(
    ['field of an item', 'type', 'meaning'],
    Object.entries(fields).map(([name, schema]) => [code(name), typeOf(schema), schema.description ?? '']),
  )
}

const say = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
