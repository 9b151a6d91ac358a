/** What every child is given of our environment: never the settings of somebody else's newsroom. */
const passed = /^(PATH|HOME|USER|LANG|LC_.*|TZ|TERM|TMPDIR|XDG_.*|NO_COLOR|FORCE_COLOR|SSL_CERT_.*|NODE_EXTRA_CA_CERTS)$/;

/** The environment of a child before its own settings are added. */
export function baseEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && passed.test(name));
  return {
    ...(Object.fromEntries(entries) as Record<string, string>),
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
