import type { ServerProps } from 'payload';
import { settingsGlobal } from '../collections/slugs.ts';

/** On the login: whose desk this is, and that it is a sample where it is one. */
export async function LoginNotice({ payload }: ServerProps) {
  // Nobody is signed in yet, and the name of a newsroom is no secret.
  const settings: { name?: unknown; sample?: unknown } = await payload.findGlobal({ slug: settingsGlobal, depth: 0 });
  return (
    <div className="dateline-login">
      {typeof settings.name === 'string' && settings.name !== '' && (
        <p className="dateline-login__name">{settings.name}</p>
      )}
      {settings.sample === true && (
        <p className="dateline-notice">Sample newsroom. Its people and stories are made up to try things out with.</p>
      )}
    </div>
  );
}
