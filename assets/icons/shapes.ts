/** Tells whether a point of the 32 × 32 drawing lies inside. */
export type Shape = (x: number, y: number) => boolean;

export const disc =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centreX, y - centreY) <= radius;

export const roundedRectangle =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const outsideX = Math.max(left + radius - x, x - (right - radius), 0);
    const outsideY = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(outsideX, outsideY) <= radius;
  };

type Point = readonly [x: number, y: number];

function distanceToSegment(x: number, y: number, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const along = ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / ((toX - fromX) ** 2 + (toY - fromY) ** 2);
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - clamped * (toX - fromX), y - fromY - clamped * (toY - fromY));
}

/** A line of round joints and ends through the points. */
export const stroke =
  (points: readonly Point[], width: number): Shape =>
  (x, y) =>
    points.slice(1).some((point, index) => distanceToSegment(x, y, points[index]!, point) <= width / 2);

/** The area inside the corners (even-odd). */
export const polygon =
  (corners: readonly Point[]): Shape =>
  (x, y) =>
    corners.reduce((inside, [fromX, fromY], index) => {
      const [toX, toY] = corners[(index + 1) % corners.length]!;
      const crosses = fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX;
      return crosses ? !inside : inside;
    }, false);

/** Part of a circle's line, from one angle on to another, in degrees clockwise from three o'clock. */
export const arc =
  (centreX: number, centreY: number, radius: number, width: number, from: number, to: number): Shape =>
  (x, y) => {
    const along = (Math.atan2(y - centreY, x - centreX) * 180) / Math.PI - from;
    return (
      Math.abs(Math.hypot(x - centreX, y - centreY) - radius) <= width / 2 && ((along % 360) + 360) % 360 <= to - from
    );
  };
