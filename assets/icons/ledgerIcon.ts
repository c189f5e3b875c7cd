import { disc, roundedRectangle, stroke, type Shape } from './shapes';

export interface Layer {
  readonly shape: Shape;
  /** `#RRGGBB`; null cuts a hole. */
  readonly color: string | null;
}

const BOARD = '#0f548c';
const CLIP = '#3f6a8f';
const PAPER = '#ffffff';
const LINE = '#8fb4d3';
const OVERDUE = '#c50f1f';
const DONE = '#107c10';

/** A ledger row: a mark and a line of text, as bars so that their edges fall on whole pixels. */
const row = (top: number, height: number, color: string): readonly Layer[] => [
  { shape: roundedRectangle(8, top, 8 + height, top + height, height / 4), color },
  { shape: roundedRectangle(12, top, 20, top + height, height / 4), color },
];

/** The ledger on its clipboard, in a 32 × 32 drawing. Small sizes carry fewer, bolder lines. */
export function ledgerIcon(size: number): readonly Layer[] {
  const small = size <= 16;
  const rowHeight = size <= 32 ? 2 : 1.6;
  const rows = small ? [10, 14] : [10, 14, 18];
  return [
    { shape: roundedRectangle(2, 4, 26, 30, 2.6), color: BOARD },
    { shape: roundedRectangle(small ? 4 : 5, 7, small ? 24 : 23, small ? 28 : 27, 0.6), color: PAPER },
    { shape: roundedRectangle(8, 1, 20, small ? 8 : 7, 1.6), color: CLIP },
    ...rows.flatMap((top, index) => row(top, rowHeight, index === 0 ? OVERDUE : LINE)),
    { shape: disc(23, 23, small ? 9 : 8.6), color: null },
    { shape: disc(23, 23, small ? 8.4 : 7.6), color: DONE },
    {
      shape: stroke(
        [
          [small ? 19 : 19.2, small ? 23 : 23.4],
          [small ? 22 : 21.9, 26.1],
          [small ? 27 : 26.8, small ? 20 : 20.2],
        ],
        small ? 2.6 : 2.1,
      ),
      color: PAPER,
    },
  ];
}
