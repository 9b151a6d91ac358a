import { camel, goat, lorry, person } from './figures.ts';
import type { Palette } from './palette.ts';
import { between, oneOf, type Random } from './random.ts';
import { acacia, at, clouds, ground, height, hills, ridge, sky, width } from './shapes.ts';

type Draw = (palette: Palette, random: Random) => string;

/** A road that runs from the foot of the picture to a point on the horizon. */
const road = (palette: Palette, toX: number, horizon: number) => {
  const marks = [0.06, 0.14, 0.26, 0.44, 0.7].map((near) => {
    const y = horizon + near * (height - horizon);
    const x = toX + (760 - toX) * near;
    return `<path d="M${x},${y} l${-2 - near * 10},${8 + near * 60} h${4 + near * 22} l${-2 - near * 4},${-8 - near * 60} Z" fill="${palette.paper}" opacity=".75"/>`;
  });
  return `<path d="M${toX - 7},${horizon} L${toX + 7},${horizon} L1240,${height} L300,${height} Z" fill="${palette.ink}" opacity=".62"/>${marks.join('')}`;
};

export const borderRoad: Draw = (palette, random) =>
  [
    sky(palette, { x: 1130, y: 330, r: 74 }),
    clouds(random, palette.paper, 4, 90, 300, 0.4),
    hills(random, palette, 500, 150),
    ground(random, palette, 590),
    road(palette, 900, 590),
    at(230, 700, 1.25, acacia(random, palette)),
    at(1420, 660, 0.7, acacia(random, palette), -1),
    // The post: a hut with a flat roof, a barrier across the road, a person who lifts it.
    `<g transform="translate(1180 770)"><path d="M0,0 V-150 H170 V0 Z" fill="${palette.paper}"/><path d="M120,0 V-150 H170 V0 Z" fill="${palette.ink}" opacity=".14"/><rect x="-16" y="-168" width="206" height="20" fill="${palette.cloth[1]}"/><rect x="24" y="-112" width="52" height="42" fill="${palette.ink}" opacity=".75"/><rect x="96" y="-100" width="40" height="100" fill="${palette.cloth[1]}"/></g>`,
    `<g transform="translate(1120 770)"><rect x="-14" y="-96" width="28" height="96" fill="${palette.ink}"/><g transform="rotate(9 0 -84)">${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((stripe) => `<rect x="${-70 * (stripe + 1)}" y="-93" width="70" height="18" fill="${stripe % 2 ? palette.paper : palette.cloth[0]}"/>`).join('')}</g></g>`,
    at(1060, 800, 1.05, person(random, palette)),
    at(430, 850, 1.15, person(random, palette, 'basket')),
    at(520, 866, 1.2, person(random, palette)),
  ].join('');

export const goatMarket: Draw = (palette, random) => {
  const stalls = [0, 1, 2, 3].map((index) => {
    const x = 120 + index * 420 + between(random, -40, 40);
    return `<g transform="translate(${x} 640)"><path d="M-4,0 V-170 M190,0 V-170" stroke="${palette.ink}" stroke-width="9"/><path d="M-40,-150 L20,-214 H176 L232,-150 Z" fill="${palette.cloth[index % 4]}"/><path d="M20,-214 H72 L60,-150 H-40 Z" fill="${palette.paper}" opacity=".22"/><rect x="0" y="-64" width="186" height="64" fill="${palette.ink}" opacity=".55"/></g>`;
  });
  const herd = Array.from({ length: 13 }, (_, index) => {
    const depth = index / 12;
    return at(
      90 + ((index * 373) % 1430) + between(random, -20, 20),
      690 + depth * 250,
      0.85 + depth * 0.75,
      goat(
        oneOf(random, [palette.paper, palette.ink, palette.groundShade]),
        oneOf(random, [palette.ink, palette.paper, palette.cloth[0]]),
      ),
      random() < 0.5 ? -1 : 1,
    );
  });
  const people = [180, 520, 760, 1110, 1400].map((x, index) =>
    at(x, 700 + (index % 3) * 26, 1.12, person(random, palette, index % 2 ? 'stick' : undefined)),
  );
  return [
    sky(palette, { x: 380, y: 250, r: 66 }),
    clouds(random, palette.paper, 5, 80, 280, 0.45),
    hills(random, palette, 470, 120, 0.15),
    ground(random, palette, 560),
    ...stalls,
    ...people,
    ...herd,
  ].join('');
};

export const camels: Draw = (palette, random) => {
  const caravan = [0, 1, 2, 3].map((index) =>
    at(
      330 + index * 300,
      792 - index * 9,
      1.5 - index * 0.06,
      camel(palette.ink, index < 3 ? { bag: palette.cloth[index] ?? palette.cloth[0], box: palette.paper } : undefined),
    ),
  );
  return [
    sky(palette, { x: 1180, y: 360, r: 110 }),
    clouds(random, palette.paper, 3, 110, 260, 0.35),
    hills(random, palette, 560, 130, 0.1),
    ground(random, palette, 660),
    at(1465, 690, 0.8, acacia(random, palette)),
    ...caravan,
    at(1478, 800, 1.35, person(random, palette, 'stick')),
    at(110, 830, 1.35, person(random, palette, 'book')),
    ridge(random, 1010, 90, palette.groundShade, 0.1),
  ].join('');
};

/** Plains: bare or grown over, as the palette has it, with a herd that is small against them. */
const plains =
  (grown: boolean): Draw =>
  (palette, random) => {
    const tufts = Array.from({ length: grown ? 150 : 34 }, () => {
      const depth = random() ** 1.6;
      const [x, y, size] = [between(random, 0, width), 650 + depth * 340, 6 + depth * 26];
      return `<path d="M${x},${y} q${-size * 0.3},${-size} ${-size * 0.5},${-size * 1.3} M${x},${y} q0,${-size} ${size * 0.1},${-size * 1.6} M${x},${y} q${size * 0.4},${-size} ${size * 0.6},${-size * 1.2}" stroke="${palette.foliage}" stroke-width="${2 + depth * 3}" fill="none" opacity=".8"/>`;
    });
    const cracks = Array.from({ length: grown ? 0 : 26 }, () => {
      const depth = random();
      const [x, y] = [between(random, 0, width), 690 + depth * 300];
      return `<path d="M${x},${y} l${20 + depth * 50},${between(random, -10, 10)} l${10 + depth * 30},${8 + depth * 24} l${20 + depth * 40},${between(random, -8, 8)} M${x + 30 + depth * 60},${y + 6} l${-10},${12 + depth * 26}" stroke="${palette.ink}" stroke-width="${1.5 + depth * 2.5}" fill="none" opacity=".38"/>`;
    });
    const herd = Array.from({ length: 9 }, (_, index) =>
      at(
        700 + index * 76 + between(random, -18, 18),
        742 + between(random, -16, 22),
        0.62,
        index % 3 === 0 ? camel(palette.ink) : goat(oneOf(random, [palette.ink, palette.paper]), palette.groundShade),
      ),
    );
    return [
      sky(palette, { x: 420, y: 270, r: 90 }),
      clouds(random, palette.paper, grown ? 7 : 2, 90, 320, 0.5),
      hills(random, palette, 540, 170, 0.5),
      ground(random, palette, 640),
      ...cracks,
      at(300, 830, 1.7, acacia(random, palette)),
      at(1330, 690, 0.7, acacia(random, palette)),
      ...herd,
      at(640, 770, 0.95, person(random, palette, 'stick')),
      ...tufts,
    ].join('');
  };

export const dryPlains = plains(false);
export const greenPlains = plains(true);

export const rainPlains: Draw = (palette, random) => {
  const curtain = (x: number, w: number) =>
    [0, 0.12, 0.26]
      .map(
        (inset) =>
          `<path d="M${x + w * inset},190 H${x + w * (1 - inset)} L${x + w * (1 - inset) - 110},690 H${x + w * inset - 110} Z" fill="url(#rain)"/>`,
      )
      .join('') +
    Array.from({ length: 46 }, () => {
      const y = between(random, 250, 610);
      const from = x + random() * w - (y - 250) * 0.24;
      return `<path d="M${from.toFixed(0)},${y.toFixed(0)} l-15,${between(random, 40, 80).toFixed(0)}" stroke="${palette.paper}" stroke-width="2" opacity="${between(random, 0.25, 0.6).toFixed(2)}"/>`;
    }).join('');
  return [
    sky(palette, { x: 1270, y: 470, r: 60 }),
    hills(random, palette, 590, 120, 0.4),
    `<defs><linearGradient id="rain" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.paper}" stop-opacity=".16"/><stop offset="1" stop-color="${palette.paper}" stop-opacity="0"/></linearGradient></defs>`,
    curtain(240, 440),
    curtain(860, 240),
    clouds(random, palette.ink, 14, 40, 240, 0.45),
    clouds(random, palette.sky[0], 12, 130, 270, 0.9),
    ground(random, palette, 670),
    ...Array.from(
      { length: 7 },
      (_, index) =>
        `<ellipse cx="${160 + index * 215 + between(random, -60, 60)}" cy="${between(random, 760, 960)}" rx="${between(random, 60, 150)}" ry="${between(random, 8, 18)}" fill="${palette.water[0]}" opacity=".85"/>`,
    ),
    at(1240, 800, 1.35, acacia(random, palette)),
    at(520, 812, 1.1, person(random, palette)),
    at(590, 826, 1.15, person(random, palette, 'stick')),
    at(760, 840, 1, goat(palette.ink, palette.paper)),
    at(880, 826, 1, goat(palette.paper, palette.groundShade)),
  ].join('');
};

export const lorryQueue: Draw = (palette, random) => {
  const queue = [6, 5, 4, 3, 2, 1, 0].map((index) => {
    const scale = 1.75 * 0.72 ** index;
    const x = 380 + [0, 560, 930, 1170, 1330, 1435, 1510][index]!;
    return at(
      x,
      690 + 220 * 0.62 ** index,
      scale,
      lorry(
        palette,
        palette.cloth[(index * 3) % 4] ?? palette.cloth[0],
        palette.cloth[(index + 1) % 4] ?? palette.paper,
      ),
    );
  });
  return [
    sky(palette, { x: 1330, y: 410, r: 84 }),
    clouds(random, palette.paper, 4, 90, 300, 0.35),
    hills(random, palette, 560, 120, 0.2),
    ground(random, palette, 650),
    `<path d="M1540,668 L1600,668 V700 L1600,1000 L0,1000 V900 Z" fill="${palette.ink}" opacity=".6"/>`,
    ...queue,
    at(720, 950, 1.1, person(random, palette)),
    at(130, 960, 1.2, person(random, palette, 'basket')),
  ].join('');
};
