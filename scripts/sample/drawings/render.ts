import sharp from 'sharp';

/** A drawing as the WebP file that is uploaded: flat colours, so some tens of kilobytes. */
export async function renderWebp(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).webp({ quality: 88, effort: 2 }).toBuffer();
}
