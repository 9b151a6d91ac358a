import type { Palette } from './palette.ts';
import { between, type Random } from './random.ts';

/** The canvas of every scene. */
export const width = 1600;
export const height = 1000;

const round = (value: number) => Math.round(value * 10) / 10;

/** Moves and scales a drawing whose origin is where it touches the ground. A negative `sx` turns it round. */
export const at = (x: number, y: number, scale: number, inside: string, sx = 1) =>
  `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale * sx * 100) / 100} ${round(scale * 100) / 100})">${inside}</g>`;

export function sky(palette: Palette, sun: { x: number; y: number; r: number }): string {
  const [top, middle, horizon] = palette.sky;
  return [
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset=".55" stop-color="${middle}"/><stop offset="1" stop-color="${horizon}"/></linearGradient>`,
    `<radialGradient id="glow"><stop offset="0" stop-color="${palette.sun}" stop-opacity=".75"/><stop offset="1" stop-color="${palette.sun}" stop-opacity="0"/></radialGradient>`,
    `<radialGradient id="lamp"><stop offset="0" stop-color="${palette.lamp}" stop-opacity=".6"/><stop offset="1" stop-color="${palette.lamp}" stop-opacity="0"/></radialGradient></defs>`,
    `<rect width="${width}" height="${height * 0.72}" fill="url(#sky)"/>`,
    `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r * 3.2}" fill="url(#glow)"/>`,
    `<circle cx="${sun.x}" cy="${sun.y}" r="${sun.r}" fill="${palette.sun}"/>`,
  ].join('');
}

/** A line of hills across the picture: waves of several lengths, with `rough` from 0 (dunes) to 1 (crags). */
export function ridge(random: Random, base: number, rise: number, fill: string, rough = 0.3): string {
  const waves = [1, 2.1, 4.3, 9.1].map((frequency, index) => ({
    frequency: frequency * between(random, 0.8, 1.2),
    phase: between(random, 0, Math.PI * 2),
    size: index < 2 ? 1 / (index + 1) : (rough * 0.6) / index,
  }));
  const points: string[] = [];
  for (let x = 0; x <= width; x += 20) {
    const wave = waves.reduce(
      (sum, { frequency, phase, size }) => sum + Math.sin((x / width) * Math.PI * 2 * frequency + phase) * size,
      0,
    );
    points.push(`${x},${round(base - (wave + 1.4) * rise * 0.4)}`);
  }
  return `<path d="M0,${height} L${points.join(' L')} L${width},${height} Z" fill="${fill}"/>`;
}

/** Three ridges that come nearer. */
export const hills = (random: Random, palette: Palette, base: number, rise: number, rough?: number) =>
  [0, 1, 2]
    .map((step) =>
      ridge(
        random,
        base + step * rise * 0.32,
        rise * (1 - step * 0.25),
        palette.hills[step] ?? palette.hills[2],
        rough,
      ),
    )
    .join('');

/** The ground from a horizon downwards, with a few long shadows of its unevenness. */
export function ground(
  random: Random,
  palette: Palette,
  from: number,
  fill = palette.ground,
  shade = palette.groundShade,
): string {
  const streaks = Array.from({ length: 9 }, (_, index) => {
    const y = from + 25 + (index / 9) ** 1.5 * (height - from);
    const w = between(random, 260, 760);
    const x = between(random, -200, width - 200);
    return `<path d="M${round(x)},${round(y)} q${round(w / 2)},${round(-between(random, 6, 20))} ${round(w)},0 q${round(-w / 2)},${round(between(random, 4, 12))} ${round(-w)},0 Z" fill="${shade}" opacity=".5"/>`;
  });
  return `<rect y="${from}" width="${width}" height="${height - from}" fill="${fill}"/>${streaks.join('')}`;
}

/** Water from a horizon down to `to`, with bars of light that widen towards the viewer. */
export function water(random: Random, palette: Palette, from: number, to = height, light = palette.paper): string {
  const bars = Array.from({ length: 42 }, () => {
    const depth = random();
    const y = from + 8 + depth ** 1.4 * (to - from - 20);
    const w = between(random, 20, 60) + depth * 190;
    return `<rect x="${round(between(random, -80, width))}" y="${round(y)}" width="${round(w)}" height="${round(1.5 + depth * 5)}" rx="3" fill="${light}" opacity="${round(between(random, 1, 4)) / 10}"/>`;
  });
  return [
    `<defs><linearGradient id="water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.water[0]}"/><stop offset="1" stop-color="${palette.water[1]}"/></linearGradient></defs>`,
    `<rect y="${from}" width="${width}" height="${to - from}" fill="url(#water)"/>`,
    ...bars,
  ].join('');
}

export function clouds(random: Random, fill: string, count: number, low: number, high: number, opacity = 0.5): string {
  return Array.from({ length: count }, () => {
    const [x, y, w] = [between(random, 0, width), between(random, low, high), between(random, 160, 420)];
    const puffs = [0.15, 0.38, 0.62, 0.84].map(
      (share) =>
        `<ellipse cx="${round(x - w / 2 + share * w)}" cy="${round(y - Math.sin(share * Math.PI) * w * 0.07)}" rx="${round(w * 0.2)}" ry="${round(w * 0.075)}"/>`,
    );
    return `<g fill="${fill}" opacity="${opacity}">${puffs.join('')}<rect x="${round(x - w * 0.52)}" y="${round(y - 4)}" width="${round(w * 1.04)}" height="${round(w * 0.07)}" rx="${round(w * 0.035)}"/></g>`;
  }).join('');
}

/** A flat-topped acacia, some 260 high. */
export function acacia(random: Random, palette: Palette): string {
  const crown = [
    [-95, -196, 88],
    [10, -224, 112],
    [108, -192, 82],
    [-20, -184, 130],
  ].map(
    ([x = 0, y = 0, r = 0]) =>
      `<ellipse cx="${round(x + between(random, -12, 12))}" cy="${y}" rx="${round(r * between(random, 0.9, 1.12))}" ry="${round(r * 0.24)}"/>`,
  );
  return [
    `<path d="M-9,0 C-4,-60 -18,-90 -70,-180 L-58,-184 C-24,-130 -6,-116 2,-96 C14,-126 44,-150 74,-186 L84,-180 C52,-136 20,-92 11,0 Z" fill="${palette.ink}"/>`,
    `<g fill="${palette.foliage}">${crown.join('')}</g>`,
  ].join('');
}

/** A coconut palm that leans, some 300 high. */
export function palm(palette: Palette): string {
  const fronds = [-165, -140, -110, -70, -40, -12, 14].map(
    (angle) => `<path d="M0,0 q60,-34 128,6 q-66,-10 -128,-6 Z" transform="translate(46 -286) rotate(${angle})"/>`,
  );
  return `<path d="M-8,0 C0,-110 14,-200 42,-288 L52,-284 C30,-200 16,-110 10,0 Z" fill="${palette.ink}"/><g fill="${palette.foliage}">${fronds.join('')}</g>`;
}
