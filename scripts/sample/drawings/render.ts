import sharp from 'sharp';

/** A drawing as the JPEG that is uploaded. It is only what the published sizes are cut from, so it is quick before it is small. */
export async function renderJpeg(svg: string, width: number): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .resize({ width })
    .flatten()
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
