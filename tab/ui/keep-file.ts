/** Hands a file to the browser, which keeps it where the person says. */
export const keepFile = (content: Blob, name: string): void => {
  const href = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
};
