import { createFeedServer } from '@dateline/cms';
import config from '@payload-config';
import { getPayload } from 'payload';

const server = createFeedServer({ getPayload: () => getPayload({ config }), token: process.env.FEED_TOKEN ?? '' });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`feed on port ${typeof address === 'object' ? address?.port : address}`);
});
await new Promise((resolve) => server.once('close', resolve));
