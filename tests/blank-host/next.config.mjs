import { withPayload } from '@payloadcms/next/withPayload';

// The app lies inside the checkout for the time of a test, and its packages are links into it.
export default withPayload({ turbopack: { root: process.env.CHECKOUT } });
