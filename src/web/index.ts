/** What `serve.ts` loads while the database opens. */
export { findViewer } from '../actions/accounts/find-viewer.ts'
export { createApp } from './app.ts'
export { PageCache } from './page-cache.ts'
export { startServer } from './server.ts'
