import { palettes } from './palette.ts';
import { between, oneOf, randomFrom } from './random.ts';

const skins = ['#5a382c', '#6b4433', '#7d523c', '#4d3027'] as const;
const grounds = ['morning', 'noon', 'dusk', 'green', 'storm'] as const;

export type PortraitWear = 'scarf' | 'cap' | 'hair' | 'short';

/** A head and shoulders without a face, as SVG, 800 by 800: enough to tell people apart, and nobody's likeness. */
export function drawPortrait(seed: number, wear: PortraitWear): string {
  const random = randomFrom(seed * 7919);
  const palette = palettes[grounds[seed % grounds.length] ?? 'noon'];
  const skin = oneOf(random, skins);
  const [cloth, cover] = [palette.cloth[seed % 4], palette.cloth[(seed + 1 + Math.floor(random() * 3)) % 4]];
  const head = between(random, 0.95, 1.05);
  const above = {
    scarf: `<path d="M262,372 C246,180 330,128 404,128 C480,128 556,182 540,372 C556,500 590,560 620,650 Q400,716 180,650 C214,560 248,500 262,372 Z" fill="${cover}"/><ellipse cx="402" cy="330" rx="106" ry="138" fill="${skin}"/><path d="M298,308 C300,210 350,184 402,184 C456,184 506,214 508,308 C480,236 440,222 402,222 C362,222 322,238 298,308 Z" fill="${palette.ink}" opacity=".22"/><path d="M300,392 C330,500 470,500 504,392 C520,470 500,560 400,572 C300,560 286,470 300,392 Z" fill="${cover}"/><path d="M306,430 C340,530 460,530 500,430" stroke="${palette.ink}" stroke-width="6" fill="none" opacity=".18"/>`,
    cap: `<ellipse cx="402" cy="326" rx="112" ry="142" fill="${skin}"/><path d="M288,282 C286,200 320,158 402,158 C484,158 518,200 516,282 C470,262 334,262 288,282 Z" fill="${palette.paper}"/><path d="M300,262 q20,-20 34,0 q18,-20 34,0 q18,-20 34,0 q18,-20 34,0 q18,-20 34,0 q14,-16 32,0" stroke="${cover}" stroke-width="7" fill="none"/>`,
    hair: `<circle cx="402" cy="258" r="158" fill="${palette.ink}"/><ellipse cx="402" cy="332" rx="108" ry="136" fill="${skin}"/><path d="M296,306 C312,232 352,212 402,212 C456,212 494,236 508,306 C520,240 500,170 402,168 C306,170 286,240 296,306 Z" fill="${palette.ink}"/><circle cx="292" cy="392" r="11" fill="${palette.cloth[2]}"/><circle cx="512" cy="392" r="11" fill="${palette.cloth[2]}"/>`,
    short: `<ellipse cx="402" cy="326" rx="112" ry="142" fill="${skin}"/><path d="M286,320 C276,210 316,170 402,168 C490,170 528,210 518,320 C508,262 488,238 402,236 C318,238 298,262 286,320 Z" fill="${palette.ink}"/>`,
  };
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">',
    `<defs><linearGradient id="back" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.sky[0]}"/><stop offset="1" stop-color="${palette.sky[2]}"/></linearGradient></defs>`,
    '<rect width="800" height="800" fill="url(#back)"/>',
    `<circle cx="${between(random, 540, 640).toFixed(0)}" cy="${between(random, 190, 280).toFixed(0)}" r="120" fill="${palette.sun}" opacity=".75"/>`,
    `<path d="M0,640 Q220,${between(random, 520, 600).toFixed(0)} 430,620 T800,${between(random, 560, 620).toFixed(0)} V800 H0 Z" fill="${palette.hills[0]}"/>`,
    `<path d="M96,800 C110,650 220,596 330,570 L344,470 H460 L474,570 C584,596 694,650 708,800 Z" fill="${skin}"/>`,
    `<path d="M80,800 C96,660 210,602 318,572 C340,640 464,640 486,572 C594,602 708,660 724,800 Z" fill="${cloth}"/>`,
    `<path d="M560,606 C650,640 712,700 724,800 H610 C612,720 596,660 560,606 Z" fill="${palette.ink}" opacity=".16"/>`,
    `<g transform="translate(402 330) scale(${head.toFixed(2)}) translate(-402 -330)">${above[wear]}</g>`,
    '</svg>',
  ].join('');
}
