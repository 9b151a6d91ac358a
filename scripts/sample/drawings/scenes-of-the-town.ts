import { goat, person } from './figures.ts';
import type { Palette } from './palette.ts';
import { between, oneOf, type Random } from './random.ts';
import { acacia, at, clouds, ground, height, hills, ridge, sky, width } from './shapes.ts';

type Draw = (palette: Palette, random: Random) => string;

export const solarField: Draw = (palette, random) => {
  const panel = `<path d="M0,0 L230,0 L196,-92 L-34,-92 Z" fill="${palette.cloth[1]}"/><path d="M-11,-31 H219 M-22,-62 H208 M58,0 L24,-92 M115,0 L81,-92 M172,0 L138,-92" stroke="${palette.paper}" stroke-width="3" opacity=".55"/><path d="M0,0 L-34,-92 L60,-92 L20,0 Z" fill="${palette.paper}" opacity=".2"/><path d="M24,0 V36 M200,0 V36" stroke="${palette.ink}" stroke-width="8"/>`;
  const rows = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 7 - row }, (_, index) =>
      at(60 + index * (230 + row * 55) - row * 70, 770 + row * 100, 0.8 + row * 0.24, panel),
    ),
  );
  const huts = [1180, 1300, 1440].map((x, index) =>
    at(
      x,
      630 + index * 6,
      1,
      `<path d="M-46,0 V-58 H46 V0 Z" fill="${palette.paper}"/><path d="M-66,-54 Q0,-136 66,-54 Z" fill="${palette.groundShade}"/><rect x="-12" y="-44" width="24" height="44" fill="${palette.ink}" opacity=".7"/>`,
    ),
  );
  return [
    sky(palette, { x: 760, y: 260, r: 92 }),
    clouds(random, palette.paper, 3, 90, 260, 0.45),
    hills(random, palette, 500, 170, 0.6),
    ground(random, palette, 590),
    ...huts,
    `<path d="M60,640 V380 M420,640 V400 M780,640 V420 M1100,640 V440" stroke="${palette.ink}" stroke-width="9"/><path d="M-20,410 Q240,440 420,412 Q600,450 780,432 Q950,466 1100,452 Q1200,500 1290,560 M36,392 h48 M396,412 h48 M756,432 h48" stroke="${palette.ink}" stroke-width="4" fill="none"/>`,
    ...rows,
    at(1090, 668, 0.85, person(random, palette, 'stick')),
    at(990, 664, 0.7, goat(palette.ink, palette.paper)),
    at(1370, 690, 0.9, person(random, palette, 'basket')),
  ].join('');
};

export const stadium: Draw = (palette, random) => {
  const crowd = Array.from({ length: 330 }, (_, index) => {
    const row = index % 6;
    return `<circle cx="${between(random, 0, width).toFixed(0)}" cy="${452 + row * 27}" r="11" fill="${oneOf(random, [...palette.cloth, palette.paper] as [string, ...string[]])}"/>`;
  });
  const player = (x: number, y: number, shirt: string, flip: number) =>
    at(
      x,
      y,
      1.35,
      `<path d="M-4,-52 L-30,-26 L-44,2 M6,-52 L24,-24 L16,4" stroke="${palette.ink}" stroke-width="12" fill="none" stroke-linecap="round" stroke-linejoin="round"/><path d="M-14,-56 L-10,-110 H14 L16,-56 Z" fill="${shirt}"/><path d="M-10,-100 L-34,-78 M14,-100 L36,-84" stroke="${shirt}" stroke-width="11" stroke-linecap="round"/><circle cx="4" cy="-126" r="15" fill="${palette.ink}"/>`,
      flip,
    );
  const lights = [150, 1450].map(
    (x) =>
      `<path d="M${x},460 V150" stroke="${palette.ink}" stroke-width="12"/><rect x="${x - 62}" y="104" width="124" height="60" rx="5" fill="${palette.ink}"/>${[0, 1, 2, 3, 4, 5].map((lamp) => `<circle cx="${x - 40 + (lamp % 3) * 40}" cy="${120 + Math.floor(lamp / 3) * 28}" r="10" fill="${palette.lamp}"/>`).join('')}<circle cx="${x}" cy="134" r="190" fill="url(#lamp)" opacity=".7"/>`,
  );
  return [
    sky(palette, { x: 800, y: 240, r: 70 }),
    clouds(random, palette.paper, 4, 80, 250, 0.35),
    hills(random, palette, 420, 100, 0.3),
    ...lights,
    `<rect y="430" width="${width}" height="190" fill="${palette.ink}"/>`,
    ...crowd,
    `<rect y="604" width="${width}" height="46" fill="${palette.cloth[1]}"/><path d="M0,627 H1600" stroke="${palette.paper}" stroke-width="6" stroke-dasharray="120 60" opacity=".7"/>`,
    `<rect y="648" width="${width}" height="352" fill="${palette.foliage}"/>${[0, 2, 4].map((band) => `<path d="M${band * 320 - 60},648 h290 l${70 + (band - 2) * 40},352 h-390 Z" fill="${palette.paper}" opacity=".07"/>`).join('')}`,
    `<path d="M0,700 H1600 M800,700 V1000 M560,1000 Q800,790 1040,1000" stroke="${palette.paper}" stroke-width="7" fill="none" opacity=".85"/>`,
    `<path d="M1440,880 V700 H1600" stroke="${palette.paper}" stroke-width="12" fill="none"/>`,
    player(480, 860, palette.cloth[0], 1),
    player(700, 930, palette.cloth[2], -1),
    player(980, 830, palette.cloth[0], 1),
    player(1240, 900, palette.cloth[2], -1),
    player(250, 780, palette.cloth[2], 1),
    `<circle cx="602" cy="918" r="17" fill="${palette.paper}"/><path d="M594,912 l8,-6 l8,6 l-3,9 h-10 Z" fill="${palette.ink}"/>`,
  ].join('');
};

export const school: Draw = (palette, random) => {
  const door = (x: number) => `<rect x="${x}" y="-104" width="46" height="104" fill="${palette.cloth[1]}"/>`;
  const opening = (x: number) =>
    `<rect x="${x}" y="-112" width="62" height="48" fill="${palette.ink}" opacity=".72"/><path d="M${x + 31},-112 v48" stroke="${palette.paper}" stroke-width="5"/>`;
  return [
    sky(palette, { x: 1290, y: 250, r: 72 }),
    clouds(random, palette.paper, 5, 80, 260, 0.45),
    hills(random, palette, 500, 150, 0.4),
    ground(random, palette, 590),
    at(
      720,
      720,
      1.35,
      `<rect x="-330" y="-152" width="660" height="152" fill="${palette.paper}"/><rect x="-330" y="-26" width="660" height="26" fill="${palette.cloth[0]}"/><path d="M-366,-150 L-320,-206 H320 L366,-150 Z" fill="${palette.cloth[0]}"/><path d="M-250,-206 L-270,-150 M-150,-206 L-164,-150 M-50,-206 L-56,-150 M50,-206 L56,-150 M150,-206 L164,-150 M250,-206 L270,-150" stroke="${palette.ink}" stroke-width="4" opacity=".3"/>${door(-250)}${door(-22)}${door(206)}${opacity(opening, [-186, -108, 42, 122])}`,
    ),
    `<g transform="translate(1290 735)"><rect x="-70" y="-40" width="140" height="40" fill="${palette.groundShade}"/><path d="M-78,-210 Q0,-236 78,-210 V-40 H-78 Z" fill="${palette.ink}"/><path d="M-78,-172 H78 M-78,-126 H78 M-78,-80 H78" stroke="${palette.paper}" stroke-width="4" opacity=".3"/><path d="M-78,-196 C-110,-196 -100,-228 -150,-228" stroke="${palette.ink}" stroke-width="9" fill="none"/></g>`,
    at(190, 880, 1.85, acacia(random, palette)),
    ...[0, 1, 2, 3, 4, 5, 6].map((index) =>
      at(
        430 + index * 92,
        860 + (index % 2) * 38,
        0.86 + (index % 3) * 0.05,
        person(random, palette, index % 3 === 1 ? 'book' : undefined),
      ),
    ),
    at(1130, 880, 1.3, person(random, palette, 'book')),
  ].join('');
};

const opacity = (draw: (x: number) => string, xs: number[]) => xs.map(draw).join('');

export const nightTown: Draw = (palette, random) => {
  const stars = Array.from(
    { length: 90 },
    () =>
      `<circle cx="${between(random, 0, width).toFixed(0)}" cy="${between(random, 20, 430).toFixed(0)}" r="${between(random, 1, 2.6).toFixed(1)}" fill="${palette.paper}" opacity="${between(random, 0.3, 0.9).toFixed(1)}"/>`,
  );
  const block = (base: number, tone: string, rise: number) => {
    const parts: string[] = [];
    for (let x = -30; x < width;) {
      const [w, h] = [between(random, 90, 210), between(random, 70, rise)];
      parts.push(
        `<rect x="${x.toFixed(0)}" y="${(base - h).toFixed(0)}" width="${w.toFixed(0)}" height="${(h + 300).toFixed(0)}" fill="${tone}"/>`,
      );
      for (let light = 0; light < 5; light++) {
        if (random() < 0.55)
          parts.push(
            `<rect x="${(x + 14 + random() * (w - 40)).toFixed(0)}" y="${(base - h + 18 + random() * (h - 40)).toFixed(0)}" width="14" height="18" fill="${palette.lamp}" opacity="${between(random, 0.5, 1).toFixed(1)}"/>`,
          );
      }
      x += w;
    }
    return parts.join('');
  };
  const stalls = [90, 400, 720, 1050, 1370].map(
    (x, index) =>
      `<g transform="translate(${x} 850)"><circle cx="70" cy="-100" r="230" fill="url(#lamp)" opacity=".75"/><path d="M-30,-130 L10,-178 H140 L176,-130 Z" fill="${palette.cloth[index % 4]}"/><path d="M-16,0 V-130 M160,0 V-130" stroke="${palette.ink}" stroke-width="8"/><rect x="-20" y="-58" width="184" height="58" fill="${palette.groundShade}"/>${[0, 1, 2, 3, 4].map((good) => `<circle cx="${10 + good * 31}" cy="-66" r="15" fill="${palette.cloth[(good + index) % 4]}"/>`).join('')}<circle cx="72" cy="-118" r="12" fill="${palette.lamp}"/></g>`,
  );
  return [
    sky(palette, { x: 1240, y: 190, r: 52 }),
    ...stars,
    ridge(random, 520, 110, palette.hills[0], 0.4),
    block(600, palette.hills[1], 170),
    `<path d="M980,470 V250 M966,250 L980,214 L994,250 Z" stroke="${palette.hills[1]}" stroke-width="26" fill="${palette.hills[1]}"/><circle cx="980" cy="262" r="30" fill="${palette.hills[1]}"/>`,
    block(690, palette.hills[2], 150),
    `<rect y="740" width="${width}" height="${height - 740}" fill="${palette.ground}"/>`,
    ...stalls,
    ...[250, 330, 610, 900, 960, 1270, 1320].map((x, index) =>
      at(x, 880 + (index % 3) * 24, 1.15, person(random, palette, index === 2 ? 'basket' : undefined)),
    ),
  ].join('');
};

export const mast: Draw = (palette, random) => {
  const lattice = Array.from({ length: 10 }, (_, step) => {
    const [y, w] = [-step * 62, 84 - step * 7];
    return `<path d="M${-w},${y} L${w - 7},${y - 62} M${w},${y} L${-w + 7},${y - 62} M${-w + 7},${y - 62} H${w - 7}"/>`;
  });
  return [
    sky(palette, { x: 430, y: 400, r: 104 }),
    clouds(random, palette.paper, 4, 90, 320, 0.35),
    hills(random, palette, 610, 170, 0.8),
    ground(random, palette, 720),
    `<g transform="translate(1080 800)" stroke="${palette.ink}" stroke-width="8" fill="none"><path d="M-90,10 L-14,-640 M90,10 L14,-640 M0,-630 V-710"/>${lattice.join('')}</g><circle cx="1080" cy="86" r="10" fill="${palette.cloth[0]}"/><circle cx="1080" cy="86" r="34" fill="${palette.cloth[0]}" opacity=".3"/>`,
    ...[
      [1036, 300, -1],
      [1126, 360, 1],
      [1030, 440, -1],
    ].map(
      ([x = 0, y = 0, side = 1]) =>
        `<g transform="translate(${x} ${y}) scale(${side} 1)"><path d="M0,-46 Q52,0 0,46 Q16,0 0,-46 Z" fill="${palette.paper}"/><path d="M12,0 H44" stroke="${palette.ink}" stroke-width="6"/></g>`,
    ),
    `<g transform="translate(1190 800)"><rect y="-76" width="150" height="76" fill="${palette.paper}"/><rect x="100" y="-76" width="50" height="76" fill="${palette.ink}" opacity=".16"/><rect x="-8" y="-90" width="166" height="16" fill="${palette.cloth[0]}"/><rect x="22" y="-56" width="34" height="56" fill="${palette.ink}" opacity=".7"/></g>`,
    `<path d="M880,800 V740 M940,800 V740 M1000,800 V740 M1400,800 V740 M1460,800 V740 M870,756 H1040 M1360,756 H1500" stroke="${palette.ink}" stroke-width="5"/>`,
    at(300, 850, 1.4, acacia(random, palette)),
    at(760, 860, 1.35, person(random, palette)),
    at(690, 866, 1.35, person(random, palette, 'stick')),
    at(560, 880, 1.1, goat(palette.ink, palette.paper)),
  ].join('');
};

export const marketStalls: Draw = (palette, random) => {
  const shop = (x: number, wall: string, awning: string) => {
    const goods = Array.from(
      { length: 8 },
      (_, index) => `<path d="M${20 + index * 62},-58 q26,-44 52,0 Z" fill="${palette.cloth[(index * 3 + 1) % 4]}"/>`,
    );
    const stripes = [0, 1, 2, 3, 4, 5, 6].map(
      (index) => `<path d="M${index * 78 - 10},-300 h39 l-10,92 h-46 Z" fill="${palette.paper}" opacity=".75"/>`,
    );
    return `<g transform="translate(${x} 800)"><rect y="-400" width="540" height="400" fill="${wall}"/><rect x="30" y="-240" width="480" height="180" fill="${palette.ink}" opacity=".72"/><path d="M-16,-208 L10,-300 H530 L556,-208 Z" fill="${awning}"/>${stripes.join('')}<rect x="10" y="-62" width="520" height="62" fill="${palette.groundShade}"/>${goods.join('')}<rect x="150" y="-376" width="240" height="48" rx="4" fill="${palette.paper}"/><path d="M176,-352 H364" stroke="${palette.ink}" stroke-width="8" stroke-dasharray="34 12"/></g>`;
  };
  return [
    sky(palette, { x: 800, y: 330, r: 88 }),
    clouds(random, palette.paper, 4, 90, 270, 0.4),
    hills(random, palette, 540, 120, 0.2),
    ground(random, palette, 690),
    `<path d="M700,800 L770,640 H830 L900,800 L1080,1000 H520 Z" fill="${palette.ink}" opacity=".3"/><path d="M800,650 V1000" stroke="${palette.paper}" stroke-width="10" stroke-dasharray="50 34" opacity=".8"/>`,
    shop(60, palette.cloth[2], palette.cloth[1]),
    shop(1000, palette.paper, palette.cloth[0]),
    at(680, 870, 1.4, person(random, palette, 'basket')),
    at(920, 900, 1.5, person(random, palette)),
    at(300, 880, 1.4, person(random, palette)),
    at(1300, 890, 1.4, person(random, palette, 'basket')),
  ].join('');
};
