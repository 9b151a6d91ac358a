import { runDeskCommand } from './desk-command.ts';

/** Brings in comments of another system: `npm run import-comments`. */
await runDeskCommand('import-comments');
