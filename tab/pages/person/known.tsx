/** What was noted, proposed and decided with the person, below what one looks at first: its script comes once that is drawn. */
import type { FrameworkWords, Person, PersonRead } from "../../../src/contracts/person.ts";
import { LeadOf } from "./lead.tsx";
import { Profile } from "./profile.tsx";
import { Reviews } from "./reviews.tsx";
import { SituationOf } from "./situation.tsx";

const Known = ({
  person,
  read,
  framework,
}: {
  readonly person: Person;
  readonly read: PersonRead;
  readonly framework: FrameworkWords;
}) => (
  <>
    <LeadOf person={person} read={read} framework={framework} />
    <Profile person={person} read={read} />
    <Reviews person={person} read={read} framework={framework} />
    <SituationOf person={person} read={read} />
  </>
);
export default Known;
