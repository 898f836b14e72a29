/**
 * The Markdown that clients apply to text blocks, and a little more, so that an injection shows: links, bare addresses, emphasis, code, lists, headings, quotes,
 * struck text, HTML left as it is. Source of a function, because the renderer's page needs it as text.
 */
export const markdownToHtml = String.raw`(text) => {
  const kept = [];
  const keep = (s) => "\u0001" + (kept.push(s) - 1) + "\u0002";
  const escape = (s) => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const inline = (s) =>
    s
      .replace(/\\([!-\/:-@[-\`{-~])/g, (_, c) => keep(escape(c)))
      .replace(/&#?\w+;/g, (entity) => keep(entity))
      .replace(/<\/?[a-z][^>]*>/gi, (tag) => keep(tag))
      .replace(/[&<>]/g, escape)
      .replace(/\`([^\`]+)\`/g, "<code>$1</code>")
      .replace(/!?\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>')
      .replace(/(?:https?:\/\/|www\.|mailto:)[\w.]+|[\w.+-]+@[\w-]+\.\w+/gi, '<a href="$&">$&</a>')
      .replace(/(\*\*|__|~~)(.+?)\1/g, "<strong>$2</strong>")
      .replace(/(\*|_)(.+?)\1/g, "<em>$2</em>")
      .replace(/\u0001(\d+)\u0002/g, (_, i) => kept[i]);
  const block = (line) =>
    /^[-+*] /.test(line) ? "<ul><li>" + inline(line.slice(2)) + "</li></ul>"
    : /^\d+[.)] /.test(line) ? "<ol><li>" + inline(line.replace(/^\d+[.)] /, "")) + "</li></ol>"
    : /^#+ /.test(line) ? "<h3>" + inline(line.replace(/^#+ /, "")) + "</h3>"
    : /^>/.test(line) ? "<blockquote>" + inline(line.slice(1)) + "</blockquote>"
    : /^( {4}|\t)/.test(line) ? "<pre>" + escape(line) + "</pre>"
    : /^(---+|\*\*\*+|___+|===+)$/.test(line) ? "<hr>"
    : "<p>" + inline(line) + "</p>";
  return text.split(/\n+/).filter((line) => line.trim() !== "").map(block).join("");
}`;
