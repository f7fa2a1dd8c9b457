"use strict";
(() => {
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const search = at("search");
  const choices = { t: at("by-topic"), d: at("by-article"), c: at("by-certainty") };
  const items = Array.from(document.querySelectorAll("[data-d]"), (node) => ({ node, marks: node.dataset, hidden: false }));
  // A heading, a table or a drawing all of whose entries are left out would be an empty shell.
  const shells = Array.from(document.querySelectorAll("main section, main table, main figure, main details.more"), (node) => ({
    node,
    entries: Array.from(node.querySelectorAll("[data-d]")),
  })).filter(({ entries }) => entries.length);
  const counted = items.filter(({ node }) => node.classList.contains("finding"));
  // What has no mark of a kind (an article has no topic) is not filtered by it.
  const fits = (marks, kind) => !choices[kind].value || marks[kind] === undefined || marks[kind].includes(` ${choices[kind].value} `);
  const apply = () => {
    root.dataset.topic = choices.t.value;
    root.dataset.certainty = choices.c.value;
    const words = search.value.trim().toLowerCase();
    const holds = (item) => !words || (item.text ??= item.node.textContent.toLowerCase()).includes(words);
    for (const item of items) {
      const hidden = !(fits(item.marks, "t") && fits(item.marks, "d") && fits(item.marks, "c") && holds(item));
      if (hidden !== item.hidden) {
        item.hidden = hidden;
        item.node.hidden = hidden;
      }
    }
    for (const { node, entries } of shells) node.classList.toggle("empty", entries.every((entry) => entry.hidden));
    const chosen = Boolean(words) || Object.values(choices).some((choice) => choice.value);
    const left = counted.filter((item) => !item.hidden).length;
    at("shown").textContent = chosen ? `${left} of ${counted.length} findings` : "";
    at("clear").disabled = !chosen;
  };
  const clear = () => {
    for (const choice of Object.values(choices)) choice.value = "";
    search.value = "";
    apply();
  };
  // A link may lead to what is filtered out or folded.
  const reveal = (target) => {
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(at(link.hash.slice(1)));
  });
  for (const choice of Object.values(choices)) choice.addEventListener("change", apply);
  search.addEventListener("input", apply);
  // On paper nothing can be opened.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
  at("clear").addEventListener("click", clear);
  at("filters").hidden = false;
  apply();
  reveal(at(location.hash.slice(1)));
})();
