import type { JSX } from 'hono/jsx/jsx-runtime'
import { glue } from './glue.ts'

/** A page as the text that is sent: doctype, markup, and lines that break where a careful typesetter would break them. */
export const render = (page: JSX.Element): string => `<!DOCTYPE html>\n${glue(String(page))}\n`
