import { canoe, dhow, person } from './figures.ts';
import type { Palette } from './palette.ts';
import { between, type Random } from './random.ts';
import { at, clouds, ground, hills, palm, ridge, sky, water } from './shapes.ts';

type Draw = (palette: Palette, random: Random) => string;

export const dhowHarbour: Draw = (palette, random) =>
  [
    sky(palette, { x: 520, y: 430, r: 96 }),
    clouds(random, palette.paper, 4, 90, 300, 0.4),
    ridge(random, 590, 46, palette.hills[1], 0.1),
    water(random, palette, 575),
    at(1260, 690, 0.72, dhow(palette, palette.cloth[2])),
    at(250, 660, 0.5, dhow(palette)),
    at(980, 640, 0.34, dhow(palette), -1),
    at(720, 850, 1.55, dhow(palette)),
    `<path d="M470,872 q250,34 520,-4 l-60,26 h-380 Z" fill="${palette.ink}" opacity=".3"/>`,
    at(690, 838, 0.62, person(random, palette)),
    at(640, 838, 0.62, person(random, palette)),
    at(780, 840, 0.62, person(random, palette)),
    at(1490, 1010, 1.5, palm(palette), -1),
  ].join('');

/** White houses that stand close along a sea front, with flat roofs and arches. */
const seaFront = (palette: Palette, random: Random) => {
  const houses: string[] = [];
  for (let x = -20; x < 900;) {
    const [w, h] = [between(random, 90, 150), between(random, 110, 220)];
    const windows = [0.25, 0.6].map(
      (share) =>
        `<path d="M${x + w * share},${600 - h * 0.42} v-26 q9,-14 18,0 v26 Z" fill="${palette.ink}" opacity=".55"/>`,
    );
    houses.push(
      `<rect x="${x}" y="${600 - h}" width="${w}" height="${h}" fill="${palette.paper}"/><rect x="${x + w * 0.72}" y="${600 - h}" width="${w * 0.28}" height="${h}" fill="${palette.hills[0]}" opacity=".55"/>${windows.join('')}<path d="M${x + w * 0.38},600 v-44 q14,-22 28,0 v44 Z" fill="${palette.cloth[Math.floor(random() * 4)]}"/>`,
    );
    x += w + between(random, -4, 6);
  }
  return houses.join('');
};

export const jetty: Draw = (palette, random) => {
  const piles = [0, 1, 2, 3, 4, 5].map(
    (index) =>
      `<rect x="${520 + index * 175}" y="${742 - index * 6}" width="${14 + index * 2}" height="${150 + index * 18}" fill="${palette.ink}"/>`,
  );
  const lamps = [600, 900, 1240].map(
    (x, index) =>
      `<path d="M${x},${736 - index * 14} v-190" stroke="${palette.ink}" stroke-width="8"/><path d="M${x - 22},${548 - index * 14} h44 l-10,-18 h-24 Z" fill="${palette.ink}"/><circle cx="${x}" cy="${560 - index * 14}" r="90" fill="url(#lamp)"/><circle cx="${x}" cy="${556 - index * 14}" r="13" fill="${palette.lamp}"/>`,
  );
  const queue = [680, 740, 800, 990, 1060, 1330, 1400].map((x, index) =>
    at(x, 742 - (x - 520) * 0.035, 0.95, person(random, palette, index === 4 ? 'basket' : undefined)),
  );
  return [
    sky(palette, { x: 1180, y: 380, r: 84 }),
    clouds(random, palette.paper, 5, 80, 280, 0.4),
    seaFront(palette, random),
    at(880, 606, 0.8, palm(palette)),
    water(random, palette, 598),
    at(330, 860, 1.5, canoe(random, palette, 4)),
    at(1150, 655, 0.36, dhow(palette)),
    ...lamps,
    `<path d="M470,760 L1600,700 V756 L470,790 Z" fill="${palette.ink}"/><path d="M470,760 L1600,700 V712 L470,766 Z" fill="${palette.groundShade}"/>`,
    ...piles,
    ...queue,
  ].join('');
};

export const lakeBoats: Draw = (palette, random) =>
  [
    sky(palette, { x: 1080, y: 300, r: 78 }),
    clouds(random, palette.paper, 4, 90, 260, 0.4),
    hills(random, palette, 470, 150, 0.7),
    water(random, palette, 545, 830),
    at(1180, 640, 0.62, canoe(random, palette, 2)),
    at(420, 610, 0.4, canoe(random, palette, 2), -1),
    `<path d="M0,800 C300,760 520,850 860,822 C1180,796 1400,850 1600,812 V1000 H0 Z" fill="${palette.ground}"/>`,
    `<path d="M0,806 C300,766 520,856 860,828 C1180,802 1400,856 1600,818 v14 C1400,868 1180,814 860,842 C520,870 300,780 0,822 Z" fill="${palette.paper}" opacity=".65"/>`,
    at(440, 910, 1.35, canoe(random, palette, 0)),
    at(960, 940, 1.2, canoe(random, palette, 0), -1),
    at(690, 900, 1.15, person(random, palette, 'basket')),
    at(1240, 925, 1.25, person(random, palette)),
    at(1310, 930, 1.25, person(random, palette, 'basket')),
    `<g transform="translate(1400 955)">${[0, 1, 2].map((box) => `<g transform="translate(${(box % 2) * 92 - 30} ${box === 2 ? -56 : 0})"><rect y="-54" width="86" height="54" fill="${palette.cloth[1]}"/><path d="M0,-36 h86 M0,-18 h86" stroke="${palette.ink}" stroke-width="4" opacity=".4"/><path d="M8,-54 q14,-16 30,-2 q14,-16 36,2 Z" fill="${palette.paper}"/></g>`).join('')}</g>`,
  ].join('');

export const river: Draw = (palette, random) => {
  const gauge = Array.from(
    { length: 12 },
    (_, mark) =>
      `<rect x="0" y="${-mark * 34 - 34}" width="46" height="34" fill="${mark % 2 ? palette.ink : palette.paper}"/>`,
  );
  return [
    sky(palette, { x: 360, y: 290, r: 76 }),
    clouds(random, palette.paper, 5, 90, 280, 0.45),
    hills(random, palette, 500, 110, 0.2),
    ground(random, palette, 570, palette.foliage, palette.hills[2]),
    `<path d="M700,575 C640,640 1040,660 900,740 C780,810 240,840 60,1000 H1420 C1440,900 1560,820 1300,730 C1140,670 820,640 760,575 Z" fill="${palette.water[1]}"/>`,
    `<path d="M720,580 C700,640 1080,660 950,750 C860,810 420,850 260,1000 H820 C840,900 1240,820 1130,740 C1040,680 780,640 745,580 Z" fill="${palette.water[0]}" opacity=".75"/>`,
    `<g fill="${palette.ink}"><path d="M0,648 H1600 V628 H0 Z"/>${[210, 560, 910, 1260].map((x) => `<path d="M${x},640 h44 v150 h-44 Z"/>`).join('')}</g><path d="M0,628 Q200,560 400,628 Q600,560 800,628 Q1000,560 1200,628 Q1400,560 1600,628" fill="none" stroke="${palette.ink}" stroke-width="10"/>`,
    `<g transform="translate(1110 940)">${gauge.join('')}<rect width="46" height="${12 * 34}" y="${-12 * 34}" fill="none" stroke="${palette.ink}" stroke-width="5"/></g>`,
    at(1290, 960, 1.5, person(random, palette, 'book')),
    at(160, 1000, 1.4, palm(palette)),
    at(660, 630, 0.72, person(random, palette)),
    at(180, 630, 0.72, person(random, palette, 'basket')),
  ].join('');
};

export const mangroves: Draw = (palette, random) => {
  const tree = () => {
    const roots = [-70, -44, -20, 22, 46, 74].map(
      (x) =>
        `<path d="M0,-96 C${x * 0.4},-92 ${x},-60 ${x * 1.1},4" stroke="${palette.ink}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
    );
    const crown = Array.from(
      { length: 7 },
      (_, index) =>
        `<ellipse cx="${-84 + index * 28}" cy="${-196 - Math.sin((index / 6) * Math.PI) * 56 + between(random, -10, 10)}" rx="56" ry="46" fill="${palette.foliage}"/>`,
    );
    return `${roots.join('')}<path d="M-8,-90 L-12,-190 H12 L8,-90 Z" fill="${palette.ink}"/>${crown.join('')}`;
  };
  const seedlings = Array.from({ length: 34 }, (_, index) => {
    const row = Math.floor(index / 9);
    return at(
      300 + (index % 9) * 128 + between(random, -24, 24) + row * 20,
      800 + row * 62,
      0.8 + row * 0.16,
      `<path d="M0,0 V-40" stroke="${palette.ink}" stroke-width="5"/><path d="M0,-38 q-30,-6 -34,-30 q28,0 34,30 q4,-30 34,-32 q-4,26 -34,32 Z" fill="${palette.foliage}"/>`,
    );
  });
  return [
    sky(palette, { x: 1010, y: 300, r: 80 }),
    clouds(random, palette.paper, 4, 90, 260, 0.4),
    ridge(random, 560, 60, palette.hills[1], 0.2),
    water(random, palette, 548),
    `<path d="M0,760 C400,700 900,750 1600,720 V1000 H0 Z" fill="${palette.groundShade}"/><path d="M0,770 C400,716 900,762 1600,736 V760 C900,790 400,740 0,800 Z" fill="${palette.ground}" opacity=".7"/>`,
    ...[60, 210, 1350, 1500].map((x, index) => at(x, 770 + (index % 2) * 60, 1.35, tree())),
    at(760, 650, 0.42, dhow(palette)),
    ...seedlings,
    at(560, 862, 1.15, person(random, palette)),
    at(830, 836, 1.1, person(random, palette, 'basket')),
    at(1120, 900, 1.25, person(random, palette)),
  ].join('');
};

export const fishRacks: Draw = (palette, random) => {
  const rack = (y: number, scale: number) => {
    const fish = Array.from(
      { length: 90 },
      () =>
        `<ellipse cx="${between(random, 20, 1480)}" cy="${between(random, -118, -96)}" rx="15" ry="4" fill="${palette.paper}" opacity="${between(random, 0.6, 1).toFixed(1)}" transform="rotate(${between(random, -2, 2).toFixed(1)})"/>`,
    );
    const legs = [30, 400, 770, 1140, 1480].map(
      (x) => `<path d="M${x},0 L${x + 10},-112" stroke="${palette.ink}" stroke-width="11" stroke-linecap="round"/>`,
    );
    return at(
      40,
      y,
      scale,
      `${legs.join('')}<path d="M0,-92 L60,-126 H1470 L1510,-92 Z" fill="${palette.ink}" opacity=".75"/>${fish.join('')}`,
    );
  };
  return [
    sky(palette, { x: 300, y: 300, r: 80 }),
    clouds(random, palette.paper, 5, 90, 260, 0.4),
    ridge(random, 540, 70, palette.hills[1], 0.3),
    water(random, palette, 530, 700),
    at(1180, 612, 0.5, canoe(random, palette, 2)),
    at(460, 590, 0.36, canoe(random, palette, 2), -1),
    ground(random, palette, 660),
    rack(770, 0.85),
    at(980, 800, 1.3, person(random, palette)),
    at(330, 810, 1.3, person(random, palette, 'basket')),
    rack(915, 1),
  ].join('');
};
