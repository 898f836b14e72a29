/** *Participants*: the people whom a member may list, or one of them where the address names one. */
import { lazy } from "react";
import { usePlace } from "../../app/router.tsx";
import { People } from "./people.tsx";

const Person = lazy(() => import("../person/person.tsx"));

const Participants = () => {
  const place = usePlace();
  if (place === null) return null;
  return place.code === null ? <People query={place.query} /> : <Person code={place.code} />;
};
export default Participants;
