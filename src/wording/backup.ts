/** What the backup and the restoration say to the person who runs them. */
export const backupWords = {
  usage: "Usage : npm run backup -- <fichier> [--demo]",
  thereAlready: (file: string): string => `${file} existe déjà : donnez un autre nom. Rien n'a été écrit.`,
  unwritable: (file: string): string =>
    `${file} ne peut pas être écrit : vérifiez le dossier et la place sur le disque.`,
  moving:
    "Des dossiers ont changé pendant la sauvegarde, trois fois de suite. Recommencez à une heure calme, ou arrêtez le serveur. Rien n'a été gardé.",
  done: (file: string, documents: number): string =>
    `${file} : ${documents} documents. Ce fichier contient tout ce qui est noté des personnes : gardez-le chiffré, à l'abri.`,
} as const;

export const restoreWords = {
  usage:
    "Usage : npm run restore -- <fichier> [--erased <sauvegarde plus récente, journal, liste ou codes> [--as <identifiant>]] [--demo]",
  noFile: (file: string): string => `${file} ne peut pas être lu.`,
  notAFile: (path: string): string =>
    `${path} n'est pas un fichier enregistré sur le disque (c'est un dossier, ou ce qu'écrit une autre commande) : donnez-en un. Rien n'a été écrit.`,
  notABackup: "Ce fichier n'est pas une sauvegarde de Repère. Rien n'a été écrit.",
  newer: (line: number): string =>
    `Cette sauvegarde vient d'une version plus récente de Repère (ligne ${line}) : mettez Repère à jour. Rien n'a été écrit.`,
  unreadable: (line: number): string =>
    `La ligne ${line} ne peut pas être lue : le fichier est abîmé. Rien n'a été écrit.`,
  cut: "Ce fichier s'arrête avant sa fin : la copie est incomplète. Rien n'a été écrit.",
  changed: "Ce fichier a été modifié depuis la sauvegarde. Rien n'a été écrit.",
  otherPlie: "Cette sauvegarde est celle d'un autre PLIE : voyez plieId dans config/plie.json. Rien n'a été écrit.",
  notEmpty:
    "Cette base contient déjà autre chose. Restaurez dans une base neuve : un autre DATA_DIR, ou une autre base Cosmos. Rien n'a été écrit.",
  moved: "Quelqu'un d'autre écrit dans cette base : arrêtez le serveur, puis recommencez dans une base neuve.",
  goesOn: "Cette base est déjà restaurée : les effacements commencés continuent.",
  done: (documents: number): string =>
    `${documents} documents restaurés, relus et identiques à la sauvegarde. Arrêtez l'ancien serveur avant de démarrer celui-ci : les messages en attente partiraient deux fois.`,
} as const;

type Fault =
  | { readonly fault: "newer" | "unreadable" | "notABackup"; readonly line: number }
  | { readonly fault: "cut" | "changed" | "otherPlie" | "notEmpty" | "moved" };
export const restoreFaultIn = (of: Fault): string =>
  of.fault === "newer" || of.fault === "unreadable" ? restoreWords[of.fault](of.line) : restoreWords[of.fault];

const peopleIn = (count: number): string => (count === 1 ? "1 personne" : `${count} personnes`);

/** Of whoever was erased since the backup that is restored. */
export const eraseAgainWords = {
  noFile: (said: string): string =>
    `${said} n'est ni un fichier, ni des codes séparés par des virgules. Rien n'a été écrit.`,
  list: (fault: string): string => `Pour les personnes effacées depuis : ${fault}`,
  notAList: (line: number): string =>
    `Pour les personnes effacées depuis : la ligne ${line} n'est ni un code (P-2026-0001), ni une ligne du journal. Rien n'a été écrit.`,
  namesNobody: "Pour les personnes effacées depuis : ce fichier ne nomme personne. Rien n'a été écrit.",
  notThisLog:
    "Pour les personnes effacées depuis : ce journal ne contient aucun démarrage du serveur de ce PLIE (ligne app.started), il ne dit donc pas qui a été effacé. Donnez le journal entier, au niveau « info », ou une liste de codes. Rien n'a été écrit.",
  whoAnswers:
    "Une liste ou un journal ne dit pas qui a confirmé ces effacements : ajoutez --as avec l'identifiant Entra de la coordinatrice, tel que dans config/team.json. Rien n'a été écrit.",
  again: (count: number): string =>
    count === 0
      ? "Personne de la sauvegarde n'était à effacer de nouveau."
      : `${peopleIn(count)} que la sauvegarde ramenait : de nouveau effacé${count === 1 ? "e" : "es"}, avant toute ouverture.`,
  before: (count: number): string => `${peopleIn(count)} : déjà effacé${count === 1 ? "e" : "es"} dans la sauvegarde.`,
  unknown: (count: number): string =>
    `${peopleIn(count)} : enregistré${count === 1 ? "e" : "es"} après la sauvegarde, rien à effacer. ${count === 1 ? "Son numéro ne sera plus donné" : "Leurs numéros ne seront plus donnés"}.`,
  others: (codes: readonly string[]): string =>
    `${peopleIn(codes.length)} : non effacé${codes.length === 1 ? "e" : "es"}, car enregistré${codes.length === 1 ? "e" : "es"} après l'effacement nommé sous le même numéro : ${codes.join(", ")}. Vérifiez la liste.`,
  underWay: (codes: readonly string[]): string =>
    `${peopleIn(codes.length)} : effacement à finir, ce que fera le serveur ; ${codes.length === 1 ? "ce dossier ne s'ouvrira plus" : "ces dossiers ne s'ouvriront plus"} : ${codes.join(", ")}.`,
} as const;
