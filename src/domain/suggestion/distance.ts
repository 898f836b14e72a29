/** Distances as the crow flies, in integers: the same on every machine, so that a lead can be replayed to the byte. */

/** Millionths of a degree. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

const METRES_IN_A_DEGREE = 111_195;
const MILLIONTHS = 1_000_000;
const ROUNDED_TO = 100;

/**
 * Cosine of a latitude in millionths, by Bhaskara's fraction 4(90² − x²) / (4·90² + x²) on hundredths of a degree.
 * `Math.cos` may differ from one engine to the next; this is off by less than 0.2 %, far below the hundred metres that distances are rounded to.
 */
const cosineInMillionths = (lat: number): number => {
  const x = Math.trunc(lat / 10_000);
  const square = x * x;
  return Math.floor((4 * MILLIONTHS * (81_000_000 - square)) / (324_000_000 + square));
};

/** Metres between two points, to the nearest hundred: what a person walks or drives does not depend on less. */
export const metresBetween = (one: Point, other: Point): number => {
  const cosine = cosineInMillionths(Math.trunc((one.lat + other.lat) / 2));
  const north = Math.trunc(((one.lat - other.lat) * METRES_IN_A_DEGREE) / MILLIONTHS);
  const eastDegrees = Math.trunc(((one.lon - other.lon) * cosine) / MILLIONTHS);
  const east = Math.trunc((eastDegrees * METRES_IN_A_DEGREE) / MILLIONTHS);
  return ROUNDED_TO * Math.round(Math.sqrt(north * north + east * east) / ROUNDED_TO);
};
