/** The fourteen domains, in the order in which every screen shows them. Source: method of the PLIE, three families. */
export const DOMAIN_IDS = [
  "mobilite",
  "logement",
  "sante",
  "famille",
  "finances",
  "droits",
  "savoirs",
  "numerique",
  "confiance",
  "entourage",
  "projet",
  "competences",
  "recherche",
  "travail",
] as const;
export type DomainId = (typeof DOMAIN_IDS)[number];
