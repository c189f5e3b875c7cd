import type { Layer } from './ledgerIcon';

const SAMPLES = 8;

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

/** Paints the layers of a 32 × 32 drawing into size × size RGBA pixels, 8 × 8 samples to a pixel. */
export function renderIcon(layers: readonly Layer[], size: number): Uint8Array {
  const painted = layers.map(({ shape, color }) => ({ shape, rgb: color === null ? null : channels(color) }));
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const drawingX = ((x + ((sample % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const drawingY = ((y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const rgb = painted.findLast(({ shape }) => shape(drawingX, drawingY))?.rgb ?? null;
        if (rgb === null) continue;
        covered += 1;
        rgb.forEach((value, channel) => (sum[channel]! += value));
      }
      const at = (y * size + x) * 4;
      if (covered > 0) sum.forEach((value, channel) => (pixels[at + channel] = Math.round(value / covered)));
      pixels[at + 3] = Math.round((covered * 255) / (SAMPLES * SAMPLES));
    }
  }
  return pixels;
}
