/** A review in a member's own chat, and their opinion of it. */
import { seeOpinionForm, seeOpinionNote } from "../../src/use-cases/see-opinion-form.ts";
import { seeReview } from "../../src/use-cases/see-review.ts";
import { presentOpinion, presentReview } from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const opinionShows: Pick<Shows, "review" | "opinion" | "opinionNote"> = {
  review: (screen, on) =>
    through(screen, on, seeReview, { review: screen.review }, (hub) => presentReview(screen, hub, on.reader)),
  opinion: (screen, on) =>
    through(screen, on, seeOpinionForm, { review: screen.review }, (form) => presentOpinion(screen, form, on.reader)),
  opinionNote: (screen, on) =>
    through(screen, on, seeOpinionNote, { review: screen.review }, (form) => presentOpinion(screen, form, on.reader)),
};
