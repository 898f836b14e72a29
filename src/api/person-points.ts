/** Points of a parcours, for who reads the case. */
import type { PersonPoints } from "../contracts/person-points.ts";
import type { PointsSeen } from "../use-cases/parts/read-points.ts";
import type { NameOf } from "./person-rounds.ts";

export const pointsOf = (name: NameOf, { held, news }: PointsSeen): PersonPoints => ({
  held: held.map(({ on, agreed, nextOn, by }) => ({ on, agreed, nextOn, by: name(by) })),
  news: news === undefined ? null : { on: news.on, still: news.still, proof: news.proof, by: name(news.by) },
});
