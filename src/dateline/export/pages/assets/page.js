"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const reports = all(".report"), select = document.querySelector("select"), help = document.querySelector(".help");
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const sheet = document.querySelector(".sheet"), main = document.querySelector("main"), narrow = matchMedia("(max-width: 44rem)");
  let shown = 0, lit = null, held = null, before = null, pressed = false;
  document.documentElement.classList.add("js");

  const hidden = id => document.body.classList.contains("no-" + (reports[shown].querySelector(`.card[data-id="${CSS.escape(id)}"]`)?.classList[1]));
  const cards = () => reports.length ? all(".card", reports[shown]).filter(c => c.getClientRects().length && !c.closest("details.group:not([open])")) : [];

  function dim() {
    if (!lit) return;
    const report = lit.closest(".report");
    report.classList.remove("focus");
    lit.classList.remove("on");
    all(".lit", report).forEach(g => { g.className = g.dataset.r ? "g u" : "g"; delete g.dataset.role; });
    lit = null;
  }

  function light(card, scroll) {
    if (card === lit && !scroll) return;
    dim();
    if (!card) return;
    const report = card.closest(".report"), pieces = all(".g", report);
    const order = ["what", "count", "how", "says", "when", "where", "whom", "who"];
    const roles = card.dataset.lit.split(";").filter(Boolean).map(r => { const [role, span] = r.split(":"); const [s, e] = span.split("-").map(Number); return { role, s, e }; })
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
    let first = null;
    for (const g of pieces) {
      const s = +g.dataset.s, e = +g.dataset.e, role = roles.filter(r => r.s < e && s < r.e).pop();
      if (!role) continue;
      g.classList.add("lit", role.role);
      if (s === role.s && role.role !== "what") g.dataset.role = role.role === "count" ? "how many" : role.role;
      if (roles.some(r => r.role === "what" && r.s === s)) first = first || g;
    }
    report.classList.add("focus");
    card.classList.add("on");
    lit = card;
    const seen = first || report.querySelector(".lit");
    if (scroll && seen) centre(seen, narrow.matches ? main : report.querySelector(".text"));
  }

  function centre(piece, column) {
    const box = piece.getBoundingClientRect(), frame = column.getBoundingClientRect();
    const room = narrow.matches && held ? held.getBoundingClientRect().top - frame.top : column.clientHeight;
    const above = box.top - frame.top;
    if (narrow.matches && above > 24 && above < room - 40) return;
    if (column.scrollHeight > column.clientHeight + 1) column.scrollTo({ top: column.scrollTop + above - room / 2, behavior: smooth });
  }

  // On a narrow screen the card that is held lies under the text, which stays where it was; letting go leads back.
  function hold(card) {
    if (held === card) return;
    if (card && !held) before = main.scrollTop;
    held?.classList.remove("held");
    held = card;
    card?.classList.add("held");
    sheet.classList.toggle("open", !!card);
    document.body.classList.toggle("held-open", !!card);
    if (card) { const list = cards(); sheet.querySelector("output").value = `${list.indexOf(card) + 1} of ${list.length}`; }
  }

  function take(card) { hold(card); light(card, true); }

  function letGo() {
    const back = narrow.matches && held ? before : null;
    document.activeElement.blur?.();
    hold(null); dim();
    if (back !== null) main.scrollTo({ top: back, behavior: smooth });
  }

  function show(index) {
    if (!reports.length) return;
    hold(null); dim();
    shown = (index + reports.length) % reports.length;
    reports.forEach((r, i) => r.classList.toggle("shown", i === shown));
    select.selectedIndex = shown;
  }

  function go(step) {
    const list = cards();
    if (!list.length) return;
    const at = list.indexOf(held || document.activeElement.closest?.(".card"));
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)];
    next.focus({ preventScroll: true });
    if (!narrow.matches) next.scrollIntoView({ block: "nearest" });
  }

  function open(report, id) {
    const card = report.querySelector(`.card[data-id="${CSS.escape(id)}"]`);
    if (!card) return;
    const folded = card.closest("details.group");
    if (folded) folded.open = true;
    card.focus({ preventScroll: true });
    if (!narrow.matches) card.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("focusin", e => { const card = e.target.closest?.(".card"); if (card && !(pressed && narrow.matches)) take(card); });
  // A finger's click comes after the focus, and would miss a card that has moved meanwhile.
  document.addEventListener("pointerdown", () => { pressed = true; });
  for (const end of ["pointercancel", "click"]) document.addEventListener(end, () => { pressed = false; }, true);
  document.addEventListener("mouseover", e => { const card = e.target.closest?.(".card"); if (card) light(card, false); else if (lit !== held) light(held, false); });
  document.addEventListener("click", e => {
    const card = e.target.closest(".card"), link = e.target.closest("[data-go]"), tag = e.target.closest(".tag"), piece = e.target.closest(".u"), report = e.target.closest(".report");
    if (link) { e.preventDefault(); open(report, link.dataset.go); }
    else if (tag) { e.preventDefault(); open(report, tag.dataset.tag); }
    else if (piece && getSelection().isCollapsed) { const id = piece.dataset.r.split(" ").find(r => !hidden(r)); if (id) open(report, id); }
    else if (card) take(card);
    else if (!e.target.closest("header, dialog, .sheet, summary")) { hold(null); dim(); }
  });
  document.addEventListener("keydown", e => {
    if (e.target.matches("select, input[type=text], textarea") || (e.target.matches(".text") && e.key.startsWith("Arrow")) || e.ctrlKey || e.metaKey || e.altKey || help.open) return;
    const does = {
      j: () => go(1), ArrowDown: () => go(1), k: () => go(-1), ArrowUp: () => go(-1), n: () => show(shown + 1), p: () => show(shown - 1),
      "?": () => help.showModal(), Escape: letGo,
      Enter: () => { const why = e.target.matches(".card") && e.target.querySelector(".why"); if (why) why.open = !why.open; else return false; },
    }[e.key] || (/^[1-6]$/.test(e.key) && (() => all("[data-kind]")[e.key - 1].click()));
    if (does && does() !== false && e.target.tagName !== "SUMMARY") e.preventDefault();
  });
  all("[data-kind]").forEach(box => box.addEventListener("change", () => {
    const kind = box.dataset.kind;
    all(".group." + kind + ", .tag." + kind).forEach(x => { x.style.display = box.checked ? "" : "none"; });
    for (const lane of ["line", "dash"]) document.documentElement.style.setProperty(`--${kind}-${lane}`, box.checked ? "" : "none");
    document.body.classList.toggle("no-" + kind, !box.checked);
  }));
  sheet.querySelector("[data-shut]").addEventListener("click", letGo);
  all("[data-card]", sheet).forEach(b => b.addEventListener("click", () => go(+b.dataset.card)));
  all(".tag").forEach(tag => { tag.tabIndex = -1; });  // the cards are a Tab away themselves
  document.querySelector(".skip").addEventListener("click", e => { e.preventDefault(); e.stopPropagation(); cards()[0]?.focus(); });
  document.querySelector(".ask").addEventListener("click", () => help.showModal());
  all("[data-step]").forEach(b => b.addEventListener("click", () => show(shown + +b.dataset.step)));
  reports.forEach((r, i) => select.add(new Option(`${i + 1}. ${r.dataset.title}`, i)));
  select.addEventListener("change", () => show(select.selectedIndex));
  document.querySelector("nav").hidden = reports.length < 2;
  document.title = reports.length === 1 ? `${reports[0].dataset.title} – dateline` : `dateline – ${reports.length} reports`;
  show(0);
  const wanted = /^#r(\d+)(?:-(\w+))?$/.exec(location.hash);
  if (wanted && reports[wanted[1] - 1]) { show(wanted[1] - 1); if (wanted[2]) open(reports[shown], wanted[2]); }
})();
