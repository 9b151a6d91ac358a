const lineFeed = 0x0a;

/**
 * The whole lines of a body, without empty ones; what follows the last line feed is not one. A line is sought among bytes and read
 * as text once, since text of any script but Latin is slow to search.
 */
export async function* wholeLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      parts.push(bytes.subarray(start, end));
      const line = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      if (line.length > 0) yield line.toString('utf8');
      parts = [];
      start = end + 1;
    }
    if (start < bytes.length) parts.push(bytes.subarray(start));
  }
}
