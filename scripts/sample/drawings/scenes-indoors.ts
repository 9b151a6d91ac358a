import type { Palette } from './palette.ts';
import { between, type Random } from './random.ts';
import { at, clouds, height, hills, sky, width } from './shapes.ts';
import { person } from './figures.ts';

type Draw = (palette: Palette, random: Random) => string;

/** A desk at a window: an open ledger, a cup, a pencil, and the hills outside. */
export const ledger: Draw = (palette, random) => {
  const lines = (x: number, skew: number) =>
    Array.from({ length: 9 }, (_, index) => {
      const y = 668 + index * 27;
      return `<path d="M${x + skew * index},${y} h${between(random, 170, 300).toFixed(0)} M${x + skew * index + 340},${y} h${between(random, 40, 78).toFixed(0)}" stroke="${palette.ink}" stroke-width="4" opacity=".55"/>`;
    }).join('');
  return [
    `<rect width="${width}" height="${height}" fill="${palette.hills[2]}"/>`,
    `<svg x="180" y="70" width="900" height="470" viewBox="0 120 1600 640" preserveAspectRatio="xMidYMid slice">${sky(palette, { x: 1050, y: 330, r: 90 })}${clouds(random, palette.paper, 4, 160, 320, 0.5)}${hills(random, palette, 520, 150, 0.4)}<rect y="680" width="1600" height="200" fill="${palette.ground}"/></svg>`,
    `<path d="M180,70 H1080 V540 H180 Z M630,70 V540 M180,300 H1080" fill="none" stroke="${palette.paper}" stroke-width="18"/><rect x="150" y="536" width="960" height="26" fill="${palette.paper}"/>`,
    `<path d="M1180,90 h230 v300 h-230 Z" fill="${palette.paper}"/>${[0, 1, 2, 3, 4].flatMap((row) => [0, 1, 2, 3, 4, 5].map((column) => `<rect x="${1200 + column * 33}" y="${180 + row * 40}" width="22" height="26" fill="${row === 3 && column === 2 ? palette.cloth[0] : palette.hills[0]}" opacity=".7"/>`)).join('')}<rect x="1180" y="90" width="230" height="64" fill="${palette.cloth[0]}"/>`,
    `<path d="M0,640 H1600 V1000 H0 Z" fill="${palette.ground}"/><path d="M0,640 H1600 V662 H0 Z" fill="${palette.groundShade}"/>`,
    `<path d="M300,930 L350,640 Q560,602 770,652 Q980,602 1190,640 L1240,930 Q1000,890 770,940 Q540,890 300,930 Z" fill="${palette.ink}" opacity=".35" transform="translate(10 18)"/>`,
    `<path d="M300,930 L350,636 Q560,600 770,648 V936 Q540,886 300,930 Z" fill="${palette.paper}"/><path d="M1240,930 L1190,636 Q980,600 770,648 V936 Q1000,886 1240,930 Z" fill="${palette.paper}"/><path d="M770,648 V936 Q720,905 660,896 L690,628 Q735,634 770,648 Z" fill="${palette.ink}" opacity=".1"/>`,
    `<g transform="rotate(-1 500 760)">${lines(380, -3)}</g><g transform="rotate(1 1000 760)">${lines(800, 2)}</g>`,
    `<path d="M800,812 h380" stroke="${palette.cloth[0]}" stroke-width="5"/><circle cx="1156" cy="782" r="34" fill="none" stroke="${palette.cloth[0]}" stroke-width="6"/>`,
    `<g transform="translate(1080 940) rotate(-24)"><rect x="0" y="-11" width="260" height="22" fill="${palette.cloth[2]}"/><path d="M0,-11 L-38,0 L0,11 Z" fill="${palette.paper}"/><path d="M-38,0 l12,-4 v8 Z" fill="${palette.ink}"/><rect x="260" y="-11" width="26" height="22" fill="${palette.cloth[0]}"/></g>`,
    `<g transform="translate(1420 850)"><ellipse cx="0" cy="6" rx="128" ry="28" fill="${palette.ink}" opacity=".25"/><path d="M-74,-96 H74 C74,-20 46,0 0,0 C-46,0 -74,-20 -74,-96 Z" fill="${palette.cloth[1]}"/><path d="M70,-80 q58,4 40,42 q-12,24 -54,20" fill="none" stroke="${palette.cloth[1]}" stroke-width="14"/><ellipse cx="0" cy="-96" rx="74" ry="17" fill="${palette.ink}"/><path d="M-20,-130 q-18,-30 4,-56 q20,-28 2,-54 M26,-132 q-14,-26 4,-48" stroke="${palette.paper}" stroke-width="7" fill="none" opacity=".6" stroke-linecap="round"/></g>`,
  ].join('');
};

/** The porch of a small court, with a bench, a bell and people who wait. */
export const court: Draw = (palette, random) => {
  const columns = [330, 560, 790, 1020, 1250].map(
    (x) =>
      `<rect x="${x}" y="330" width="46" height="400" fill="${palette.paper}"/><rect x="${x + 30}" y="330" width="16" height="400" fill="${palette.ink}" opacity=".15"/><rect x="${x - 12}" y="318" width="70" height="22" fill="${palette.paper}"/><rect x="${x - 12}" y="722" width="70" height="22" fill="${palette.paper}"/>`,
  );
  const waiting = [440, 500, 680, 900, 960, 1140].map((x, index) =>
    at(x, 742, 1.25, person(random, palette, index === 1 ? 'book' : undefined)),
  );
  return [
    sky(palette, { x: 250, y: 230, r: 70 }),
    clouds(random, palette.paper, 5, 70, 250, 0.45),
    hills(random, palette, 520, 140, 0.3),
    `<rect y="650" width="${width}" height="350" fill="${palette.ground}"/>`,
    `<rect x="290" y="340" width="1050" height="400" fill="${palette.hills[0]}"/><rect x="290" y="340" width="1050" height="400" fill="${palette.ink}" opacity=".34"/>`,
    `<rect x="720" y="450" width="190" height="290" fill="${palette.ink}" opacity=".8"/><path d="M815,450 V740" stroke="${palette.hills[0]}" stroke-width="4"/>`,
    ...waiting,
    ...columns,
    `<path d="M240,322 L815,150 L1390,322 Z" fill="${palette.cloth[0]}"/><path d="M330,308 L815,166 L1300,308 Z" fill="${palette.paper}" opacity=".28"/><rect x="240" y="318" width="1150" height="16" fill="${palette.ink}"/>`,
    `<g transform="translate(815 262)" stroke="${palette.paper}" stroke-width="8" fill="none"><path d="M0,-66 V34 M-66,-42 H66 M-30,36 H30"/><path d="M-96,0 L-66,-42 L-36,0 Z M36,0 L66,-42 L96,0 Z" fill="${palette.paper}"/></g>`,
    ...[0, 1, 2].map(
      (step) =>
        `<rect x="${250 - step * 50}" y="${742 + step * 34}" width="${1130 + step * 100}" height="34" fill="${palette.paper}"/><rect x="${250 - step * 50}" y="${768 + step * 34}" width="${1130 + step * 100}" height="8" fill="${palette.ink}" opacity=".25"/>`,
    ),
    `<path d="M100,980 L240,846 H1380 L1520,980 Z" fill="${palette.groundShade}" opacity=".6"/>`,
    at(700, 930, 1.45, person(random, palette, 'basket')),
    at(1000, 952, 1.5, person(random, palette)),
    `<g transform="translate(1230 930)"><path d="M0,0 C60,-130 190,-130 270,0 Z" fill="${palette.ink}" opacity=".85"/><path d="M40,-52 C90,-104 170,-100 214,-58" stroke="${palette.paper}" stroke-width="6" fill="none" opacity=".25"/></g>`,
  ].join('');
};
