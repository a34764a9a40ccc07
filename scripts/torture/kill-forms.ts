import fs from 'node:fs'
import { programFile } from '../../src/open-rooms.ts'
import type { Promised } from './kill-promised.ts'

/** Those who write do so until somebody says stop, or their server is gone. */
export interface Until {
  stop: boolean
}

const HIDDEN = /<input[^>]*type="hidden"[^>]*>/g

/** A reader who reports mistakes one after the other, and keeps what the server said it has. */
export async function reportMistakes(address: string, name: string, promised: Promised, until: Until): Promise<void> {
  for (let number = 0; !until.stop; number++) {
    const text = `қате ${name}.${number}`
    const sent = await whileThere(until, () => reportMistake(address, text))
    if (sent === null) return
    promised.texts[sent] = text
    promised.reports++
  }
}

/** Sends one report; its number when the server has it. */
export async function reportMistake(address: string, text: string): Promise<string> {
  const page = `${address}/ru/ulgiqala/figures/${await seriesOf(address)}/2023/mistakes`
  const form = await (await fetch(page)).text()
  const body = new URLSearchParams({ text, ...fieldsOf(form.match(HIDDEN) ?? []) })
  const answer = await fetch(page, { method: 'POST', body, headers: { origin: address }, redirect: 'manual' })
  const sent = /sent=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
  if (answer.status !== 303 || sent === undefined) throw new Refusal(answer.status, await answer.text())
  return sent
}

/** An answer that is no confirmation. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, text: string) {
    super(`${status} ${text.slice(0, 500)}`)
    this.status = status
  }
}

/** An editor at the desk who saves one goal of the draft again and again, and keeps the last title that the server said it has. */
export async function editGoal(address: string, goal: string, name: string, promised: Promised, until: Until): Promise<void> {
  const cookie = await whileThere(until, () => sitDown(address))
  for (let number = 0; cookie !== null && !until.stop; number++) {
    const title = `edit${name}x${number}z` // one word, which the history shows whole
    promised.goals[goal] = { ...(promised.goals[goal] ?? { kept: '', last: [] }), tried: title }
    const saved = await whileThere(until, () => saveGoal(address, cookie, goal, title))
    if (saved === null) return
    const last = [...(promised.goals[goal]?.last ?? []), title].slice(-MOST_LOOKED_AT)
    promised.goals[goal] = { kept: title, tried: title, last }
    promised.edits++
  }
}

/** So many of the last edits of a goal are looked for in its history. */
const MOST_LOOKED_AT = 30

/** Somebody who votes on one statement after the other and changes her mind, and keeps the last choice that the server said it has. */
export async function vote(address: string, role: string, random: () => number, promised: Promised, until: Until): Promise<void> {
  const cookie = await whileThere(until, () => sitDown(address, role))
  if (cookie === null || (await whileThere(until, () => beginToVote(address, cookie))) === null) return
  while (!until.stop) {
    const statement = 1 + Math.floor(random() * STATEMENTS)
    const choice = Math.floor(random() * 3) - 1
    const key = `${role} ${statement}`
    promised.ballots[key] = { kept: promised.ballots[key]?.kept ?? null, tried: choice }
    if ((await whileThere(until, () => castVote(address, cookie, statement, choice))) === null) return
    promised.ballots[key] = { kept: choice, tried: choice }
    promised.votes++
  }
}

/** The first of the statements that the demonstration brings. */
const STATEMENTS = 10
const discussion = (address: string): string => `${address}/ru/ulgiqala/discussion/2`

/** Takes part, which the short way of a vote asks for. */
async function beginToVote(address: string, cookie: string): Promise<true> {
  const body = new URLSearchParams({ formKey: `begin ${cookie}`.slice(0, 90) })
  const answer = await fetch(`${discussion(address)}/vote/begin`, {
    method: 'POST',
    body,
    headers: { cookie, origin: address },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Refusal(answer.status, await answer.text())
  return true
}

async function castVote(address: string, cookie: string, statement: number, choice: number): Promise<true> {
  const body = new URLSearchParams({ statement: String(statement), choice: { '1': 'agree', '0': 'pass', '-1': 'disagree' }[choice] ?? '' })
  const answer = await fetch(`${discussion(address)}/vote`, {
    method: 'POST',
    body,
    headers: { cookie, origin: address },
    redirect: 'manual',
  })
  const next = answer.headers.get('location') ?? ''
  if (answer.status !== 303 || !next.endsWith('/discussion/2/vote')) throw new Refusal(answer.status, `${next} ${await answer.text()}`)
  return true
}

const words = JSON.parse(fs.readFileSync(programFile('locales/ru/vote.json'), 'utf8')) as Record<string, string>
const choiceSaidAs = new Map([1, 0, -1].map((choice) => [words[`voted_${choice}`], choice]))

/** Choice by statement, as the person herself is shown it. */
export async function ownVotes(address: string, role: string): Promise<Map<number, number>> {
  const answer = await fetch(`${discussion(address)}/votes`, { headers: { cookie: await sitDown(address, role) }, redirect: 'manual' })
  const page = await answer.text()
  if (answer.status !== 200) throw new Refusal(answer.status, `${answer.headers.get('location')} ${page}`)
  const rows = page.matchAll(/<li id="s-(\d+)">.*?<b>([^<]*)<\/b>.*?<\/li>/gs)
  return new Map([...rows].map(([, statement, said = '']) => [Number(statement), choiceSaidAs.get(said.replaceAll('\u00a0', ' ')) ?? NaN]))
}

/** The demonstration lets anybody sit down at the desk of the invented city. */
export async function sitDown(address: string, role = 'editor'): Promise<string> {
  const body = new URLSearchParams({ role })
  const answer = await fetch(`${address}/ru/sign-in/demonstration`, {
    method: 'POST',
    body,
    headers: { origin: address },
    redirect: 'manual',
  })
  const session = answer.headers.getSetCookie().find((line) => line.includes('session='))
  if (session === undefined) throw new Refusal(answer.status, await answer.text())
  return session.split(';')[0] ?? ''
}

export const goalPage = (address: string, goal: string): string => `${address}/ru/ulgiqala/desk/programme/ulgiqala-2030/goal/${goal}`

async function saveGoal(address: string, cookie: string, goal: string, title: string): Promise<true> {
  const page = await (await fetch(goalPage(address, goal), { headers: { cookie } })).text()
  const form = /<form class="element".*?<\/form>/s.exec(page)?.[0] ?? ''
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)].map(([, field = '', text = '']) => [
    field,
    plain(text),
  ])
  const body = new URLSearchParams({ ...fieldsOf(form.match(/<input[^>]*>/g) ?? []), ...Object.fromEntries(areas), 'title.en': title })
  const answer = await fetch(goalPage(address, goal), { method: 'POST', body, headers: { cookie, origin: address }, redirect: 'manual' })
  if (answer.status !== 303 || !answer.headers.get('location')?.includes('saved=1')) throw new Refusal(answer.status, await answer.text())
  return true
}

function fieldsOf(inputs: readonly string[]): Record<string, string> {
  const attribute = (input: string, name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '')
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** null: the server is gone, or we were asked to stop. */
async function whileThere<T>(until: Until, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof TypeError || until.stop) return null // fetch found nobody there
    throw error
  }
}

const addresses = new Map<string, Promise<string>>()

/** The address of a series of the imported table. */
async function seriesOf(address: string): Promise<string> {
  const asked =
    addresses.get(address) ??
    fetch(`${address}/ru/ulgiqala/indicators/8.5.1.1`)
      .then((page) => page.text())
      .then(
        (page) => /figures\/([^/"]+)\/2023/.exec(page)?.[1] ?? Promise.reject(new Error(`No figure on the page: ${page.slice(0, 500)}`)),
      )
  addresses.set(address, asked)
  return asked
}
