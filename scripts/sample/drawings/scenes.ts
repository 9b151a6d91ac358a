import { palettes, type Palette, type PaletteName } from './palette.ts';
import { randomFrom, type Random } from './random.ts';
import { court, ledger } from './scenes-indoors.ts';
import {
  borderRoad,
  camels,
  dryPlains,
  goatMarket,
  greenPlains,
  lorryQueue,
  rainPlains,
} from './scenes-of-the-land.ts';
import { marketStalls, mast, nightTown, school, solarField, stadium } from './scenes-of-the-town.ts';
import { dhowHarbour, fishRacks, jetty, lakeBoats, mangroves, river } from './scenes-of-the-water.ts';
import { height, width } from './shapes.ts';

const scenes = {
  borderRoad,
  camels,
  court,
  dhowHarbour,
  dryPlains,
  fishRacks,
  goatMarket,
  greenPlains,
  jetty,
  lakeBoats,
  ledger,
  lorryQueue,
  mangroves,
  marketStalls,
  mast,
  nightTown,
  rainPlains,
  river,
  school,
  solarField,
  stadium,
} satisfies Record<string, (palette: Palette, random: Random) => string>;

export type SceneName = keyof typeof scenes;

/** A scene as SVG, 1600 by 1000. The same arguments give the same bytes. */
export function drawScene(scene: SceneName, palette: PaletteName, seed: number): string {
  const inside = scenes[scene](palettes[palette], randomFrom(seed));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`;
}
