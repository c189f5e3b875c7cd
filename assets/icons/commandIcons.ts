import type { Layer } from './ledgerIcon';
import { arc, disc, polygon, roundedRectangle, stroke } from './shapes';

const INK = '#0f548c';
const PALE = '#8fb4d3';
const PAPER = '#ffffff';
const RED = '#c50f1f';
const AMBER = '#d98300';
const GREEN = '#107c10';
const GREY = '#616161';

type Drawing = (small: boolean) => readonly Layer[];

/** A sheet of paper with its edge; small sizes carry a bolder edge. */
const page = (small: boolean): readonly Layer[] => [
  { shape: roundedRectangle(5, 2, 27, 30, 2), color: INK },
  { shape: roundedRectangle(small ? 7 : 6.5, small ? 4 : 3.5, small ? 25 : 25.5, small ? 28 : 28.5, 1), color: PAPER },
];

const bar = (left: number, top: number, right: number, bottom: number, color: string): Layer => ({
  shape: roundedRectangle(left, top, right, bottom, 0.8),
  color,
});

/** One drawing (32 × 32) for each command of the ribbon and the cells' menu. */
export const COMMAND_ICONS = {
  overview: () => [
    bar(2, 2, 15, 15, RED),
    bar(17, 2, 30, 15, AMBER),
    bar(2, 17, 15, 30, GREEN),
    bar(17, 17, 30, 30, INK),
  ],
  checks: (small) => [
    { shape: stroke([[21, 21], [28, 28]], small ? 5 : 4.4), color: INK }, // prettier-ignore
    { shape: disc(13, 13, 11.5), color: INK },
    { shape: disc(13, 13, small ? 8.6 : 9), color: PAPER },
    { shape: stroke([[8.5, 13.2], [12, 16.7], [17.8, 9.8]], small ? 3.4 : 2.8), color: GREEN }, // prettier-ignore
  ],
  mark: (small) => [
    { shape: polygon([[16, 2], [31, 29], [1, 29]]), color: RED }, // prettier-ignore
    { shape: stroke([[16, 12], [16, 19]], small ? 3.6 : 3), color: PAPER }, // prettier-ignore
    { shape: disc(16, 24.5, small ? 2.1 : 1.8), color: PAPER },
  ],
  clear: (small) => [
    { shape: polygon([[12, 27], [2, 17], [17, 2], [29, 14], [16, 27]]), color: INK }, // prettier-ignore
    { shape: polygon([[12.8, 24.6], [5, 16.8], [9.4, 12.4], [19.2, 22.2], [16.4, 24.6]]), color: PAPER }, // prettier-ignore
    bar(small ? 14 : 8, small ? 28 : 28, 30, small ? 31 : 30, GREY),
  ],
  letters: (small) => [
    ...page(small),
    bar(9, 7, 23, small ? 11 : 10, RED),
    bar(9, 14, 23, 16, PALE),
    bar(9, 18, 23, 20, PALE),
    ...(small ? [] : [bar(9, 22, 18, 24, PALE)]),
  ],
  scores: () => [
    bar(2, 28, 30, 30, GREY),
    bar(4, 16, 10, 27, PALE),
    bar(13, 4, 19, 27, INK),
    bar(22, 11, 28, 27, GREEN),
  ],
  bulletin: (small) => [
    { shape: stroke([[9, 19], [12, 28]], small ? 5 : 4.4), color: INK }, // prettier-ignore
    { shape: polygon([[3, 12], [9, 12], [23, 4], [23, 26], [9, 20], [3, 20]]), color: INK }, // prettier-ignore
    { shape: arc(23, 15, 5.6, small ? 3 : 2.4, -70, 70), color: RED },
  ],
  undo: (small) => [
    { shape: arc(17, 19, 9, small ? 4.4 : 3.6, -100, 120), color: INK },
    { shape: stroke([[8, 10], [16, 10]], small ? 4.4 : 3.6), color: INK }, // prettier-ignore
    { shape: polygon([[1, 10], [11, 1.5], [11, 18.5]]), color: INK }, // prettier-ignore
  ],
  reminder: (small) => [
    { shape: disc(16, 13, 9), color: AMBER },
    { shape: polygon([[7, 13], [25, 13], [28, 24], [4, 24]]), color: AMBER }, // prettier-ignore
    { shape: disc(16, 4, small ? 2.4 : 2), color: AMBER },
    { shape: disc(16, 27, small ? 3.4 : 3), color: GREY },
  ],
  closing: (small) => [
    { shape: disc(16, 16, 14), color: GREEN },
    { shape: stroke([[9, 16.6], [14, 21.6], [23.4, 11]], small ? 4 : 3.2), color: PAPER }, // prettier-ignore
  ],
} satisfies Readonly<Record<string, Drawing>>;

export type CommandIcon = keyof typeof COMMAND_ICONS;
