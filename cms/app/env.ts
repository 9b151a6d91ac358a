import { z } from 'zod';

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://news.example.org' })
  .optional();

const schema = z.object({
  NEXT_DIST: z.string().min(1).default('.next'),
  ADMIN_PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(0),
  PUBLIC_URL: address,
  ADMIN_URL: address,
});

/**
 * What Next needs of the environment, when the desk is built and when it is served: the directory of the build,
 * relative to this package; the port, 0 for any; and the hosts whose forms it accepts.
 */
export function readNextEnv() {
  const env = schema.safeParse(process.env);
  if (!env.success) {
    const [issue] = env.error.issues;
    throw new Error(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { NEXT_DIST, ADMIN_PORT, PUBLIC_URL, ADMIN_URL } = env.data;
  const hosts = [PUBLIC_URL, ADMIN_URL].filter((url) => url !== undefined).map((url) => new URL(url).host);
  return { dist: NEXT_DIST, port: ADMIN_PORT, hosts };
}
