/** The colours of one hour of the day. Every scene is drawn in them alone, which is what holds the pictures together. */
export interface Palette {
  sky: readonly [top: string, middle: string, horizon: string];
  sun: string;
  /** Hills from the farthest to the nearest. */
  hills: readonly [string, string, string];
  ground: string;
  groundShade: string;
  water: readonly [far: string, near: string];
  foliage: string;
  /** Figures and whatever stands against the light. */
  ink: string;
  paper: string;
  cloth: readonly [string, string, string, string];
  lamp: string;
}

export const palettes = {
  morning: {
    sky: ['#bfd8d2', '#f3dfc1', '#f7c59f'],
    sun: '#fff1d0',
    hills: ['#c9a99a', '#a07f7c', '#6e5f69'],
    ground: '#d8a877',
    groundShade: '#b98458',
    water: ['#a9cfc8', '#4f8f93'],
    foliage: '#5f7350',
    ink: '#33303d',
    paper: '#fbf3e3',
    cloth: ['#b8492f', '#2f6f73', '#e0a33a', '#7a3e58'],
    lamp: '#ffe2a0',
  },
  noon: {
    sky: ['#6fb1c4', '#a9d3d3', '#ecebd3'],
    sun: '#fffbe8',
    hills: ['#a8bdb5', '#8a9d86', '#6d7d5c'],
    ground: '#e2bd7d',
    groundShade: '#c4975a',
    water: ['#7cc0c0', '#23727d'],
    foliage: '#557339',
    ink: '#2b3a40',
    paper: '#fdf8ea',
    cloth: ['#c64f32', '#1f6a78', '#efb23f', '#8a3f5c'],
    lamp: '#fff0b8',
  },
  dusk: {
    sky: ['#46406e', '#b7566a', '#f49f5c'],
    sun: '#ffd27a',
    hills: ['#a2526a', '#6f3f64', '#452f55'],
    ground: '#a8594f',
    groundShade: '#7c3f4a',
    water: ['#e88d67', '#5c4173'],
    foliage: '#3f3a52',
    ink: '#251d38',
    paper: '#ffe6c4',
    cloth: ['#e0603d', '#2f7f86', '#f2b54b', '#c24d72'],
    lamp: '#ffd98a',
  },
  night: {
    sky: ['#0f1a33', '#24365f', '#69669a'],
    sun: '#f3ecd2',
    hills: ['#3f4674', '#2b335a', '#1b2342'],
    ground: '#2b2f4a',
    groundShade: '#1c2138',
    water: ['#33507a', '#14233f'],
    foliage: '#16263a',
    ink: '#0b1224',
    paper: '#f6e7c6',
    cloth: ['#c2573a', '#2f7480', '#e9ac48', '#8d4767'],
    lamp: '#ffcf70',
  },
  storm: {
    sky: ['#3d4d57', '#66777a', '#c9bf9e'],
    sun: '#efe6c4',
    hills: ['#7f8a84', '#626f67', '#48564f'],
    ground: '#8f8456',
    groundShade: '#6d6a45',
    water: ['#93a7a4', '#40585c'],
    foliage: '#3c5138',
    ink: '#232c2e',
    paper: '#f1ecd8',
    cloth: ['#b5472f', '#2d6a72', '#d9a23d', '#713b55'],
    lamp: '#f7dc98',
  },
  green: {
    sky: ['#9ccbd0', '#cfe4d2', '#f6ecc8'],
    sun: '#fffbe2',
    hills: ['#9dbb9f', '#6f9a74', '#4b7a57'],
    ground: '#9fb561',
    groundShade: '#7b9648',
    water: ['#8fc7c0', '#2f7c80'],
    foliage: '#3f6b3c',
    ink: '#26393a',
    paper: '#fdf8e6',
    cloth: ['#c64f32', '#1f6a78', '#efb23f', '#8a3f5c'],
    lamp: '#fff0b8',
  },
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof palettes;
