"use strict";
(() => {
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const choices = { t: at("by-topic"), d: at("by-article"), c: at("by-certainty") };
  const items = Array.from(document.querySelectorAll("[data-d]"), (node) => ({ node, marks: node.dataset, hidden: false }));
  const counted = items.filter(({ node }) => node.classList.contains("finding"));
  // What has no mark of a kind (an article has no topic) is not filtered by it.
  const fits = (marks, kind) => !choices[kind].value || marks[kind] === undefined || marks[kind].includes(` ${choices[kind].value} `);
  const apply = () => {
    root.dataset.topic = choices.t.value;
    root.dataset.certainty = choices.c.value;
    for (const item of items) {
      const hidden = !(fits(item.marks, "t") && fits(item.marks, "d") && fits(item.marks, "c"));
      if (hidden !== item.hidden) {
        item.hidden = hidden;
        item.node.hidden = hidden;
      }
    }
    const chosen = Object.values(choices).some((choice) => choice.value);
    const left = counted.filter((item) => !item.hidden).length;
    at("shown").textContent = chosen ? `${left} of ${counted.length} findings` : "";
    at("clear").disabled = !chosen;
  };
  const clear = () => {
    for (const choice of Object.values(choices)) choice.value = "";
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
  at("clear").addEventListener("click", clear);
  at("filters").hidden = false;
  apply();
  reveal(at(location.hash.slice(1)));
})();
