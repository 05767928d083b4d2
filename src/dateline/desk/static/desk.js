/* The desk's start: the frame is alive at once, the page's own module is fetched, and its data comes from the twin. */

import { Address, writeState } from "./address.js";
import { fill, make, one, pin } from "./elements.js";
import { SEVERAL } from "./filters.js";
import { Keys } from "./keys.js";
import { Palette } from "./paint.js";
import { Selection } from "./selection.js";
import { startShell } from "./shell.js";
import { say } from "./strings.js";
import { read } from "./twin.js";

const VIEWS = {
  home: "home", report: "report", map: "explore", timeline: "explore", incident: "incident", incidents: "incidents", actor: "actor", pledges: "pledges",
  calendar: "calendar", network: "network", search: "search", quarantine: "quarantine", runs: "runs", diff: "diff", accuracy: "accuracy",
  queue: "review", second: "second", agreement: "agreement", adjudicate: "adjudicate", overruled: "overruled", gold: "gold", judgements: "judgements", reports: "list", events: "list", statements: "list", positions: "list", commitments: "list", scheduled: "list", paste: "paste",
};

async function start() {
  const name = document.body.dataset.page, main = one("#main");
  const page = { name, address: new Address(window, SEVERAL), selection: new Selection(), palette: new Palette(), keys: new Keys() };
  startShell(page);
  if (!(name in VIEWS)) return;
  const waiting = setTimeout(() => fill(main, make("p.loading", { role: "status" }, say("loading"))), 300);
  try {
    const path = name === "home" ? "/" : location.pathname, { v: _, ...rest } = page.address.state;
    const [view, data] = await Promise.all([import(`./views/${VIEWS[name]}.js`), read(path, history.state?.newest ? `?${writeState(rest)}` : location.search)]);
    clearTimeout(waiting);
    page.data = data;
    page.editor = data.editor;
    if (data.shows !== data.version) pin(data.shows);
    page.view = await view.show(main, page);
    checkVersion(page);
    document.body.dataset.ready = "true";
  } catch (fault) {
    clearTimeout(waiting);
    fill(main, make("div.sheet", {}, make("div.fault", { role: "alert" }, make("strong", {}, say("fault")), make("p", {}, fault.message))));
    document.body.dataset.ready = "fault";
    if (fault.constructor.name !== "Fault") throw fault;
  }
}

/** The address carries the version of the data: a link to older data shows them as they were, where the page keeps them, and says so. */
function checkVersion({ address, data }) {
  const { v } = address.state, now = data.version;
  if (!v || history.state?.newest || String(now) === v) { if (now) address.change({ v: now }, { newest: true }); return; }
  const past = data.shows !== now, fresh = past && make("a", { href: `${location.pathname}?${writeState({ ...address.state, v: null })}` }, say("show-newest"));
  one("#main").before(make("p.sample.past", { role: "status" }, say(past ? "as-of-version" : "older-link", { then: v, now }), " ", fresh));
}

start();
