/** *Participants*: the people whom a member may list. */
import { usePlace } from "../../app/router.tsx";
import { People } from "./people.tsx";

const Participants = () => {
  const place = usePlace();
  return place === null ? null : <People query={place.query} />;
};
export default Participants;
