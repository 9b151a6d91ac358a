import { people } from './content/people.ts';
import { credit, pictures } from './content/pictures.ts';
import { drawPortrait, type PortraitWear } from './drawings/portrait.ts';
import { renderJpeg } from './drawings/render.ts';
import { drawScene } from './drawings/scenes.ts';
import { forEachOf, idsBy, make, type Payload } from './newsroom-store.ts';

interface Drawing {
  name: string;
  svg: () => string;
  /** In pixels. Cutting it to size is most of the time that the seeding takes. */
  width: number;
  alt: string;
  caption: string;
}

const worn: Record<PortraitWear, string> = {
  scarf: 'with a headscarf',
  cap: 'with an embroidered cap',
  hair: 'with full hair and earrings',
  short: 'with short hair',
};

/** What a person's photo is called. */
export const portraitOf = (slug: string) => `portrait-${slug}`;

function drawings(): Drawing[] {
  const scenes = pictures.map(({ name, scene, palette, seed, alt, caption }) => ({
    name,
    svg: () => drawScene(scene, palette, seed),
    width: 1280,
    alt,
    caption,
  }));
  const portraits = people.flatMap(({ slug, name, portrait }) =>
    portrait
      ? [
          {
            name: portraitOf(slug),
            svg: () => drawPortrait(portrait.seed, portrait.wear),
            width: 480,
            alt: `${name}, ${worn[portrait.wear]}: a drawing without a face.`,
            caption: '',
          },
        ]
      : [],
  );
  return [...scenes, ...portraits];
}

/** Draws and uploads every picture. @returns Their ids by name. */
export async function fillPictures(payload: Payload): Promise<Map<string, string>> {
  const known = await idsBy(payload, 'media', 'filename');
  const ids = new Map<string, string>();
  await forEachOf(drawings(), async ({ name, svg, width, alt, caption }) => {
    const filename = `${name}.jpg`;
    const id = known.get(filename);
    if (id) return void ids.set(name, id);
    const data = await renderJpeg(svg(), width);
    const file = { data, mimetype: 'image/jpeg', name: filename, size: data.length };
    ids.set(name, await make(payload, 'media', { alt, caption, credit }, file));
  });
  return ids;
}
