/** The tab of a channel, and the page where it is set up. Nothing here depends on who reads. */
export const tabChannelWords = {
  title: "Repère",
  none: "Ce canal n'est relié à aucune cellule",
  noneText:
    "Un·e chargé·e de projet ou la coordinatrice le relie en mentionnant Repère (@Repère) dans ce canal, puis en écrivant « relier entrées », « relier sorties » ou « relier gta ». Si le canal est relié, seules les personnes qui travaillent dans cette cellule lisent cette page.",
  noChannel: "Cette page s'ouvre dans un canal",
  noChannelText: "Ajoutez l'onglet Repère au canal d'une cellule : il montre les situations de cette cellule.",
  toConfirm:
    "Des personnes de ce canal ne sont pas dans l'équipe : un·e chargé·e de projet doit confirmer. D'ici là, rien ne se lit ici.",
  intro: "Les situations de cette cellule, sans aucun nom. Chacun·e donne son avis dans sa conversation avec Repère.",
  agendaOf: (day: string | null): string =>
    day === null ? "À l'ordre du jour de la prochaine séance" : `À l'ordre du jour du ${day}`,
  openAgenda: "À l'ordre du jour de la séance ouverte",
  later: "À une séance suivante",
  nothing: "Aucune situation n'attend.",
  decided: "Décidé, à dire à la prochaine séance",
} as const;

export const tabConfigureWords = {
  title: "L'onglet Repère",
  channel: {
    what: "Cet onglet montre les situations de la cellule qui travaille dans ce canal : leur numéro, leur état, l'échéance et le nombre d'avis.",
    who: "Aucune personne n'est nommée, et l'onglet est le même pour toutes les personnes de la cellule.",
    link: "La cellule est celle qui est reliée à ce canal. Pour la relier, écrivez dans le canal « @Repère relier entrées », « @Repère relier sorties » ou « @Repère relier gta ».",
  },
  meeting: {
    what: "Cet onglet montre les cellules : l'ordre du jour, la situation en cours, qui est là et le nombre d'avis.",
    who: "Aucune personne accompagnée n'est nommée. Chacun·e y lit ce que son rôle permet.",
    link: "En réunion, il s'ouvre aussi dans le volet de droite.",
  },
  ready: "Il n'y a rien à choisir : pressez « Enregistrer » en bas de cette fenêtre.",
  outside: "Cette page sert à ajouter l'onglet dans Teams : dans un canal ou une réunion, pressez « + », puis Repère.",
  tabName: "Repère",
} as const;
