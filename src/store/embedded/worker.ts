import { nodeDisk } from './disk.ts'
import { serveEngine } from './serve-engine.ts'

// PostgreSQL in its own thread: a long query never blocks the web server.
await serveEngine(nodeDisk)
