import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface RunningServer {
  port: number
  /** Stops taking requests, lets running ones finish, and returns when nothing runs any more. */
  close(): Promise<void>
}

/** Serves an app. A request whose reader has gone still finishes before `close` returns: it may hold a transaction. */
export async function startServer(app: Hono, options: { port: number; host: string }): Promise<RunningServer> {
  const running = new Set<Promise<unknown>>()
  const server = serve({
    fetch: (request, environment) => {
      const response = Promise.resolve(app.fetch(request, environment))
      running.add(response)
      void response.finally(() => running.delete(response))
      return response
    },
    port: options.port,
    hostname: options.host,
  }) as Server
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      server.close()
      server.closeIdleConnections()
      await Promise.allSettled(running)
      server.closeAllConnections()
    },
  }
}
