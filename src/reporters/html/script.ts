/** Filters and searches the findings, shows them by the page, and changes between dark and light. */
export const SCRIPT = `
(() => {
  "use strict";
  const PAGE = 50;
  const byId = (id) => document.getElementById(id);
  const list = byId("list"), rest = byId("rest"), form = byId("filter"), more = byId("more"), count = byId("count");
  const theme = byId("theme"), root = document.documentElement;

  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.hidden = false;
  nameTheme();
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
  if (!form) return;

  const cards = [...list.children, ...(rest ? rest.content.children : [])].map((card) => ({
    card,
    text: undefined,
    findings: Array.from(card.querySelectorAll(".finding"), (item) => ({ item, keys: item.dataset.keys.split(" ") })),
  }));
  const total = cards.reduce((sum, { findings }) => sum + findings.length, 0);
  let shown = cards;
  let listed = list.children.length;

  const number = (value) => value.toLocaleString("en-US");
  const textOf = (each) => (each.text ??= each.card.textContent.toLowerCase());
  const STATES = { open: "on", new: "n", suppressed: "s" };

  function wanted() {
    const data = new FormData(form);
    const value = (name) => data.get(name) || "";
    return {
      search: value("search").trim().toLowerCase(),
      severities: new Set(data.getAll("severity")),
      category: value("category"), rule: value("rule"), item: value("item"), state: value("state"),
    };
  }

  const fits = (keys, { severities, category, rule, item, state }) =>
    severities.has(keys[0]) && (category === "" || keys[1] === category) && (rule === "" || keys[2] === rule) &&
    (item === "" || keys[3] === item) && (state === "" || STATES[state].includes(keys[4]));

  function showMore(most) {
    list.append(...shown.slice(listed, listed + most).map(({ card }) => card));
    listed = Math.min(shown.length, listed + most);
    more.hidden = listed >= shown.length;
    more.textContent = "Show " + number(Math.min(PAGE, shown.length - listed)) + " more of " + number(shown.length - listed) + " sentences";
  }

  function remember(filter) {
    const words = new URLSearchParams();
    for (const name of ["search", "category", "rule", "item", "state"]) if (filter[name] !== "") words.set(name, filter[name]);
    const boxes = form.querySelectorAll("[name=severity]");
    if (filter.severities.size < boxes.length) words.set("severity", [...filter.severities].join("."));
    try { history.replaceState(null, "", "#" + words); } catch { /* A sandboxed page has no history. */ }
  }

  function apply() {
    const filter = wanted();
    let found = 0;
    shown = cards.filter((each) => {
      let any = 0;
      for (const { item, keys } of each.findings) {
        const is = fits(keys, filter);
        item.hidden = !is;
        if (is) any += 1;
      }
      if (any === 0 || (filter.search !== "" && !textOf(each).includes(filter.search))) return false;
      found += any;
      return true;
    });
    list.replaceChildren();
    listed = 0;
    showMore(PAGE);
    count.textContent = found === total ? number(total) + " findings" : number(found) + " of " + number(total) + " findings";
    return filter;
  }

  function choose(id, value) {
    const field = byId(id);
    if (!field) return;
    if (value !== "" && ![...field.options].some((each) => each.value === value)) field.add(new Option("item " + value, value));
    field.value = value;
  }

  function fromAddress() {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) return;
    const words = new URLSearchParams(hash);
    byId("search").value = words.get("search") || "";
    for (const id of ["category", "rule", "item", "state"]) choose(id, words.get(id) || "");
    const severities = words.get("severity");
    for (const box of form.querySelectorAll("[name=severity]")) box.checked = severities === null || severities.split(".").includes(box.value);
    apply();
    byId("findings").scrollIntoView();
  }

  let waiting;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => remember(apply()), 80); });
  form.addEventListener("reset", () => { setTimeout(() => remember(apply())); });
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => showMore(PAGE));
  addEventListener("hashchange", fromAddress);
  addEventListener("beforeprint", () => showMore(shown.length));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    byId("search").focus();
  });
  form.hidden = false;
  apply();
  fromAddress();
})();
`;
