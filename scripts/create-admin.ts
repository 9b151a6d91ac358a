import { runDeskCommand } from './desk-command.ts';

/** Makes somebody who may do everything in the desk: `npm run create-admin`. */
await runDeskCommand('create-admin');
