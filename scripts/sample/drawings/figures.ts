import type { Palette } from './palette.ts';
import { between, oneOf, type Random } from './random.ts';

/** A person in long clothes, some 150 high, standing on the origin. `carry` puts something on their head or in their hand. */
export function person(random: Random, palette: Palette, carry?: 'basket' | 'stick' | 'book'): string {
  const robe = oneOf(random, palette.cloth);
  const scarf = oneOf(random, palette.cloth);
  const lean = between(random, -4, 4);
  const things = {
    basket: `<path d="M-26,-152 h52 l-8,-22 h-36 Z" fill="${palette.cloth[2]}"/><rect x="-28" y="-156" width="56" height="6" rx="3" fill="${palette.ink}" opacity=".5"/>`,
    stick: `<path d="M34,2 L28,-132" stroke="${palette.ink}" stroke-width="5" stroke-linecap="round"/>`,
    book: `<rect x="12" y="-84" width="30" height="22" rx="2" fill="${palette.paper}" transform="rotate(-8 20 -74)"/>`,
  };
  const clothes =
    carry === 'basket' || random() < 0.5
      ? [
          `<path d="M-20,0 C-26,-50 -24,-84 -15,-108 Q0,-118 15,-108 C25,-84 27,-50 22,0 Z" fill="${robe}"/>`,
          `<path d="M6,-2 C12,-50 12,-84 8,-110 Q22,-106 24,-60 L22,0 Z" fill="${palette.ink}" opacity=".18"/>`,
          `<circle cx="0" cy="-128" r="16" fill="${palette.ink}"/>`,
          `<path d="M-19,-104 C-22,-146 -12,-152 0,-152 C14,-152 21,-142 17,-116 C10,-136 -2,-138 -9,-132 C-12,-120 -10,-110 -6,-104 Z" fill="${scarf}"/>`,
        ]
      : [
          `<path d="M-14,-40 L-13,0 M10,-40 L12,0" stroke="${palette.ink}" stroke-width="11"/>`,
          `<path d="M-21,-18 C-22,-40 -20,-58 -18,-66 H18 C20,-58 22,-40 21,-18 Z" fill="${scarf}"/>`,
          `<path d="M-20,-58 C-22,-84 -20,-100 -12,-108 Q0,-114 12,-108 C20,-100 23,-84 20,-58 Z" fill="${robe === scarf ? palette.paper : robe}"/>`,
          `<path d="M6,-58 V-110 Q22,-106 20,-58 Z" fill="${palette.ink}" opacity=".16"/>`,
          `<circle cx="0" cy="-127" r="15.5" fill="${palette.ink}"/>`,
          random() < 0.6 ? `<path d="M-15,-132 C-14,-148 14,-148 15,-132 Z" fill="${palette.paper}"/>` : '',
        ];
  return `<g transform="skewX(${Math.round(lean)})">${clothes.join('')}${carry ? things[carry] : ''}</g>`;
}

/** A dromedary that looks to the right, some 165 high. */
export function camel(fill: string, load?: { bag: string; box: string }): string {
  const pack = load
    ? `<path d="M-44,-128 C-20,-168 14,-164 28,-124 L34,-92 L-48,-94 Z" fill="${load.bag}"/><rect x="-40" y="-112" width="64" height="34" rx="4" fill="${load.box}"/><path d="M-18,-112 v34 M4,-112 v34" stroke="${fill}" stroke-width="3"/>`
    : '';
  return [
    `<g fill="none" stroke="${fill}" stroke-linecap="round" stroke-width="10"><path d="M-64,-76 L-70,-38 L-64,-3"/><path d="M-50,-70 L-44,-36 L-50,-3"/><path d="M46,-70 L42,-36 L46,-3"/><path d="M60,-74 L68,-38 L62,-3"/><path d="M-80,-96 q-10,20 -4,38" stroke-width="5"/></g>`,
    `<path d="M-82,-92 C-86,-118 -64,-130 -42,-124 C-26,-164 8,-162 24,-120 C46,-118 58,-110 68,-98 C84,-92 92,-112 97,-140 C99,-158 108,-168 121,-167 C134,-166 146,-160 146,-152 C146,-146 130,-146 121,-142 C115,-118 110,-84 86,-70 C76,-62 62,-60 52,-60 C20,-54 -40,-54 -68,-64 C-82,-70 -82,-82 -82,-92 Z" fill="${fill}"/>`,
    `<path d="M112,-166 l-4,-9 l9,4 Z" fill="${fill}"/>`,
    pack,
  ].join('');
}

/** A goat that looks to the right, some 95 high. */
export function goat(fill: string, mark: string): string {
  return [
    `<g stroke="${fill}" stroke-width="7" stroke-linecap="round"><path d="M-34,-34 L-36,-2"/><path d="M-22,-32 L-20,-2"/><path d="M22,-32 L20,-2"/><path d="M34,-34 L36,-2"/></g>`,
    `<path d="M-48,-52 C-46,-68 -24,-68 0,-66 C18,-66 30,-68 40,-74 C46,-84 52,-92 62,-92 C74,-92 84,-84 84,-79 C84,-74 74,-74 66,-72 C62,-58 56,-40 38,-32 C14,-24 -28,-24 -40,-32 C-48,-38 -49,-46 -48,-52 Z" fill="${fill}"/>`,
    `<path d="M58,-90 C54,-104 46,-108 38,-108 M64,-91 C62,-106 54,-112 46,-114" stroke="${fill}" stroke-width="5" fill="none" stroke-linecap="round"/>`,
    `<path d="M70,-72 l2,14 l-8,-12 Z M-47,-58 l-12,-12 l4,16 Z" fill="${fill}"/>`,
    `<path d="M-30,-60 C-20,-66 6,-66 8,-54 C8,-40 -22,-36 -32,-44 Z" fill="${mark}"/>`,
    `<path d="M54,-84 C44,-84 40,-78 38,-70 C46,-70 54,-76 54,-84 Z" fill="${mark}" opacity=".6"/>`,
  ].join('');
}

/** A dhow under its slanting sail, some 330 high, bow to the right. */
export function dhow(palette: Palette, sail = palette.paper): string {
  return [
    `<path d="M-6,-30 L4,-262" stroke="${palette.ink}" stroke-width="7"/>`,
    `<path d="M-128,-64 C-80,-190 20,-300 116,-336 C134,-250 120,-120 62,-46 C10,-64 -60,-72 -128,-64 Z" fill="${sail}"/>`,
    `<path d="M116,-336 C134,-250 120,-120 62,-46 C44,-54 34,-57 20,-60 C84,-130 106,-230 116,-336 Z" fill="${palette.ink}" opacity=".12"/>`,
    `<path d="M-136,-58 L122,-342" stroke="${palette.ink}" stroke-width="6" stroke-linecap="round"/>`,
    `<path d="M-150,-44 C-80,-22 60,-22 172,-62 C150,-14 120,4 60,6 L-90,6 C-130,0 -146,-20 -150,-44 Z" fill="${palette.ink}"/>`,
    `<path d="M-146,-36 C-80,-14 60,-14 160,-46" stroke="${palette.cloth[0]}" stroke-width="7" fill="none"/>`,
  ].join('');
}

/** A long open fishing boat, some 60 high, with as many people as `crew`. */
export function canoe(random: Random, palette: Palette, crew: number): string {
  const people = Array.from({ length: crew }, (_, index) => {
    const x = -70 + (index * 150) / Math.max(1, crew - 1);
    return `<g transform="translate(${x} -12) scale(.62)">${person(random, palette)}</g>`;
  });
  return `${people.join('')}<path d="M-170,-46 C-120,-20 110,-20 176,-50 C150,-4 110,6 60,8 L-80,8 C-130,4 -158,-14 -170,-46 Z" fill="${palette.ink}"/><path d="M-164,-38 C-110,-12 100,-12 168,-42" stroke="${oneOf(random, palette.cloth)}" stroke-width="8" fill="none"/>`;
}

/** A lorry under a tarpaulin, some 170 high, that drives to the right. */
export function lorry(palette: Palette, cover: string, cab: string): string {
  const wheels = [-150, -108, 10, 118].map(
    (x) =>
      `<circle cx="${x}" cy="-22" r="22" fill="${palette.ink}"/><circle cx="${x}" cy="-22" r="9" fill="${palette.paper}" opacity=".7"/>`,
  );
  return [
    `<path d="M-190,-40 V-150 Q-190,-176 -160,-178 H50 Q70,-176 70,-150 V-40 Z" fill="${cover}"/>`,
    `<path d="M-150,-177 V-42 M-90,-178 V-42 M-30,-178 V-42 M30,-178 V-42" stroke="${palette.ink}" stroke-width="3" opacity=".28"/>`,
    `<path d="M78,-36 V-140 H124 Q136,-140 142,-124 L156,-84 V-36 Z" fill="${cab}"/>`,
    `<path d="M98,-126 H122 Q128,-126 132,-116 L142,-86 H98 Z" fill="${palette.paper}" opacity=".85"/>`,
    `<rect x="-192" y="-48" width="350" height="14" fill="${palette.ink}"/>`,
    ...wheels,
  ].join('');
}
