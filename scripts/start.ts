import { readSettings } from './env.ts';
import { lockInstallation } from './installation.ts';
import { say } from './progress.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startStack, type Stack } from './stack.ts';

function announce(stack: Stack, dir: string, isSMTP: boolean): void {
  const { editor } = stack.secrets;
  const signIn = editor
    ? `${editor.email}, password ${editor.password}   (kept in ${dir}/config.json)`
    : 'with your account; npm run create-admin makes the first one';
  say('');
  say(`  Site     ${stack.siteURL}`);
  say(`  Desk     ${stack.adminURL}`);
  say(`  Sign in  ${signIn}`);
  say(
    `  Mail     ${isSMTP ? 'is sent through SMTP_URL' : `is written to ${stack.mailDir}: a .txt of each to read, and an .eml`}`,
  );
  say(
    `  Data     ${stack.database.embedded ? `${dir}: npm run reset empties it` : 'in the database that DATABASE_URL names'}`,
  );
  say('  Stop     Ctrl-C');
  say('');
}

await runUntilStopped(async () => {
  const settings = readSettings();
  const dir = settings.DATELINE_DIR;
  await lockInstallation(dir);
  say('Dateline is starting.');
  const stack = await startStack({
    settings,
    sample: settings.DATABASE_URL === undefined,
    onLine: (name, line) => say(`  ${name} │ ${line}`),
  });
  announce(stack, dir, settings.SMTP_URL !== undefined);
  return stack.stop;
});
