import { Hono } from 'hono'
import { showAttention } from '../actions/desk/show-attention.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { DeskPage } from '../pages/desk/desk-page.tsx'
import { deskRoute } from './desk-route.tsx'
import type { Site } from './site.ts'

/** The front page of the desk. */
export function deskPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  deskRoute(app, site, '', 'desk.see', async ({ frame, city, viewer }) => (
    <DeskPage
      frame={frame}
      attention={await showAttention({ city, viewer, at: site.now() }, site.record)}
      may={(permission) => mayDo(viewer, city, permission)}
    />
  ))
  return app
}
