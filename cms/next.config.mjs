import { dirname } from 'node:path';
import { withPayload } from '@payloadcms/next/withPayload';
import { env } from './env.ts';

const hosts = [env.PUBLIC_URL, env.ADMIN_URL].map((url) => new URL(url).host);

// The front server adds a policy with a nonce (server/desk-policy.ts).
const headers = [
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
];

/** @type {import('next').NextConfig} */
const config = {
  distDir: env.NEXT_DIST,
  // Everything of the desk stands below /admin, so that whatever is in front of it passes on one prefix.
  assetPrefix: '/admin',
  poweredByHeader: false,
  transpilePackages: ['@dateline/cms', '@dateline/shared'],
  turbopack: { root: dirname(import.meta.dirname) },
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  experimental: { serverActions: { allowedOrigins: hosts } },
  // A draft's preview brings stricter ones of its own, which these would take the place of.
  headers: async () => [{ source: '/((?!admin/api/newsroom/preview/).*)', headers }],
};

export default withPayload(config);
