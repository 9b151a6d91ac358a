import { openPayload } from './open-payload.ts';

const payload = await openPayload({ beforeTables: true });
await payload.db.migrate();
await payload.destroy();
