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
  usage: "Usage : npm run restore -- <fichier> [--demo]",
  noFile: (file: string): string => `${file} ne peut pas être lu.`,
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
  done: (documents: number): string =>
    `${documents} documents restaurés, relus et identiques à la sauvegarde. Arrêtez l'ancien serveur avant de démarrer celui-ci : les messages en attente partiraient deux fois.`,
} as const;
