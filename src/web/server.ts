import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface RunningServer {
  port: number
  /**
   * Stops taking requests and lets running ones finish, to the last byte of their answers.
   *
   * @returns whether all finished; false: after `limitMs` some were cut off
   */
  close(limitMs?: number): Promise<boolean>
}

const longestFinishMs = 10_000

/** Serves an app. A request whose reader has gone still finishes before `close` returns: it may hold a transaction. */
export async function startServer(app: Hono, options: { port: number; host: string }): Promise<RunningServer> {
  const running = new Set<Promise<unknown>>()
  const answers = new Set<ServerResponse>()
  const server = serve({
    fetch: (request, environment) => {
      const response = app.fetch(request, environment)
      if (response instanceof Promise) {
        running.add(response)
        void response.finally(() => running.delete(response)).catch(() => {})
      }
      return response
    },
    port: options.port,
    hostname: options.host,
  }) as Server
  server.on('request', (_request, answer: ServerResponse) => {
    answers.add(answer)
    answer.on('close', () => answers.delete(answer))
  })
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async (limitMs = longestFinishMs) => {
      const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
      // A connection that is kept open would bring the next request: each is told to end with the answer that is on its way.
      for (const answer of answers) if (!answer.headersSent) answer.setHeader('connection', 'close')
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      server.closeIdleConnections()
      const finished = await Promise.race([
        Promise.all([closed, settled(running)]).then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, limitMs, false).unref()),
      ])
      clearInterval(idle)
      server.closeAllConnections()
      return finished
    },
  }
}

/** Requests that came in while others finished are waited for too. */
async function settled(running: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}
