// Saves the open section of a meeting's record while it is written, and shows what others save. What is
// not saved yet stays in this window alone: nothing is written to the device. Without this file, Save does it.
const QUIET = 600; // after the last key
const LONGEST = 2000; // while somebody types on
const POLL = 2000; // never faster

const record = document.getElementById("record");
const form = record.querySelector("form");
const saved = document.getElementById("saved");
const trouble = document.getElementById("trouble");
const path = record.dataset.path;

form.autocomplete = "off"; // a browser that restores its windows must not keep what was typed

class Field {
  constructor(box) {
    this.box = box;
    this.key = box.dataset.field;
    this.kind = box.dataset.kind;
    this.base = this.read();
  }

  hidden(name) {
    return this.box.querySelector(`input[name="${name}-${this.key}"]`);
  }

  parts() {
    return ["day", "month", "year"].map((part) => form.elements[`${this.key}-${part}`]);
  }

  /** What stands in the control; a day as its three parts. */
  read() {
    if (this.kind === "CHOICE") {
      return this.box.querySelector(`input[name="${this.key}"]:checked`)?.value ?? "";
    }
    if (this.kind === "DAY") {
      return this.parts().map((part) => part.value.trim()).join("-");
    }
    return form.elements[this.key].value;
  }

  write(value) {
    if (this.kind === "CHOICE") {
      for (const option of this.box.querySelectorAll(`input[name="${this.key}"]`)) {
        option.checked = option.value === value;
      }
    } else if (this.kind === "DAY") {
      const [year, month, day] = value ? value.split("-").map(Number) : ["", "", ""];
      const shown = [day, month, year];
      this.parts().forEach((part, index) => (part.value = shown[index]));
    } else {
      const control = form.elements[this.key];
      const at = [control.selectionStart, control.selectionEnd];
      control.value = value;
      if (document.activeElement === control) {
        control.setSelectionRange(...at);
      }
    }
    this.base = this.read();
  }

  /** Whether it holds what is not saved; a day that is half typed is not ready yet. */
  isChanged() {
    const now = this.read();
    const half = this.kind === "DAY" && now !== "--" && !/^\d+-\d+-\d{4}$/.test(now);
    return now !== this.base && !half;
  }

  send(data) {
    if (this.kind === "DAY") {
      this.parts().forEach((part) => data.append(part.name, part.value));
    } else {
      data.append(this.key, this.read());
    }
    data.append(`saves-${this.key}`, this.hidden("saves").value);
    this.sent = this.read();
  }

  /** Takes over what the server has, unless somebody writes here now. */
  take(live) {
    if (this.sent !== undefined) {
      this.base = this.sent;
      this.sent = undefined;
    }
    const untouched = this.read() === this.base;
    if (untouched && this.hidden("saves").value !== String(live.saves) && !this.holds(live)) {
      this.write(live.value);
    }
    if (untouched || live.beside.length > 0) {
      this.hidden("saves").value = live.saves; // both texts are seen from here on
    }
    if (untouched) {
      this.hidden("was").value = live.value;
    }
    this.box.querySelector("[data-who]").textContent = live.saved ?? "";
    this.besides(live.beside);
  }

  /** Whether it is the same but for space at the ends, which is not saved: the next word may follow. */
  holds(live) {
    const day = this.kind === "DAY";
    const value = day ? (live.value ? live.value.split("-").map(Number).reverse().join("-") : "--") : live.value;
    return value.trim() === this.read().trim();
  }

  besides(texts) {
    const panel = this.box.querySelector("[data-beside]");
    const shown = JSON.stringify(texts);
    if (panel.dataset.shown === shown) {
      return;
    }
    panel.dataset.shown = shown;
    panel.hidden = texts.length === 0;
    const paragraphs = texts.flatMap(({ intro, text }) => [paragraph(intro), paragraph(text, "app-text")]);
    panel.querySelector("[data-texts]").replaceChildren(...paragraphs);
  }
}

/** One agency in the table of who took part: saved as a whole, as soon as it says how. */
class Line {
  constructor(box) {
    this.box = box;
    this.base = this.read();
  }

  hidden(name) {
    return this.box.querySelector(`input[type="hidden"][name^="${name}-"]`);
  }

  read() {
    const controls = this.box.querySelectorAll("select, input:not([type=hidden])");
    return JSON.stringify([...controls].map((one) => (one.type === "checkbox" ? one.checked : one.value)));
  }

  isChanged() {
    return this.read() !== this.base && this.box.querySelector("select").value !== "";
  }

  data() {
    const data = new URLSearchParams({ formKey: attendance.elements.formKey.value });
    for (const one of this.box.querySelectorAll("select, input")) {
      if (one.type !== "checkbox" || one.checked) {
        data.append(one.name, one.value);
      }
    }
    return data;
  }

  async save() {
    const sent = this.read();
    const live = await ask(`${attendance.action}/saves`, { method: "POST", body: this.data() });
    if (live) {
      this.base = sent;
      this.hidden("saves").value = live.saves;
      this.hidden("was").value = live.was;
      document.getElementById("quorum").textContent = live.quorum;
    }
    return live;
  }
}

function paragraph(text, kind) {
  const made = document.createElement("p");
  made.className = kind ? `govuk-body ${kind}` : "govuk-body";
  made.textContent = text;
  return made;
}

const fields = [...form.querySelectorAll("[data-field]")].map((box) => new Field(box));
const attendance = document.querySelector("form.app-attendances"); // in its own section only
const lines = [...(attendance?.querySelectorAll(".app-attendance") ?? [])].map((box) => new Line(box));
const sections = new Map([...document.querySelectorAll(".app-sections li")].map((line) => [line.querySelector("a").getAttribute("href"), line.querySelector(".govuk-tag")]));

let timer;
let refused = false; // what was sent: until it is changed, sending it again is no use
let since; // when the first key was pressed that is not saved
let busy = Promise.resolve(); // one request at a time: answers come in the order of what was asked

const changed = () => fields.filter((field) => field.isChanged());
const changedLines = () => lines.filter((line) => line.isChanged());
const isUnsaved = () => changed().length > 0 || changedLines().length > 0;

function say(message) {
  if (trouble.textContent !== message) {
    trouble.textContent = message;
  }
}

function show(live) {
  for (const one of live.fields) {
    fields.find((field) => field.key === one.key)?.take(one);
  }
  for (const { path: href, state, colour } of live.sections) {
    const badge = sections.get(href);
    if (badge) {
      badge.textContent = state;
      badge.className = `govuk-tag govuk-tag--${colour}`;
    }
  }
  document.getElementById("quorum").textContent = live.quorum;
  if (!live.writes && !isUnsaved()) {
    location.reload(); // closed or adjourned: it is read only from now on
  } else if (!live.writes) {
    say(record.dataset.over); // reloading would lose what could not be saved any more
  }
}

/** Answers the section as the server has it; nothing where it is away or refuses, which the page then tells. */
async function ask(address, options) {
  try {
    const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...options });
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      say(record.dataset.signedOut);
      return undefined;
    }
    if (!answer.headers.get("Content-Type")?.includes("json")) {
      throw new Error(String(answer.status));
    }
    const body = await answer.json();
    if (!answer.ok) {
      refused = true;
      say(body.problems.join(" "));
      return undefined;
    }
    return body;
  } catch {
    say(record.dataset.away);
    return undefined;
  }
}

function tell(live) {
  say("");
  saved.textContent = record.dataset.saved.replace("#", live.at);
}

function body(ready) {
  const data = new URLSearchParams({ formKey: form.elements.formKey.value });
  ready.forEach((field) => field.send(data));
  return data;
}

function save() {
  clearTimeout(timer);
  busy = busy.then(async () => {
    if (refused) {
      return;
    }
    since = undefined;
    for (const line of changedLines()) {
      const live = await line.save();
      if (!live) {
        return; // the next look that succeeds sends it again
      }
      tell(live);
    }
    const ready = changed();
    if (ready.length === 0) {
      return;
    }
    const live = await ask(`${path}/saves`, { method: "POST", body: body(ready) });
    if (live) {
      tell(live);
      show(live);
    } else {
      ready.forEach((field) => (field.sent = undefined)); // the next look that succeeds sends it again
    }
  });
}

function typed() {
  if (isUnsaved()) {
    refused = false;
    saved.textContent = record.dataset.unsaved;
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.min(QUIET, Math.max(0, since + LONGEST - Date.now())));
  }
}
form.addEventListener("input", typed);
attendance?.addEventListener("input", typed);

function poll() {
  busy = busy.then(async () => {
    if (!document.hidden || isUnsaved()) {
      const live = await ask(`${path}/entries`);
      if (live && !refused) {
        const back = trouble.textContent !== "";
        say("");
        show(live);
        if (back && isUnsaved()) {
          save();
        }
      }
    }
    setTimeout(poll, POLL);
  });
}
setTimeout(poll, POLL);

let leaving = false;
form.addEventListener("submit", () => (leaving = true)); // Save sends it all itself
addEventListener("pagehide", () => {
  const ready = changed();
  if (!leaving && ready.length > 0) {
    navigator.sendBeacon(`${path}/saves`, body(ready));
  }
  changedLines().forEach((line) => navigator.sendBeacon(`${attendance.action}/saves`, line.data()));
});
addEventListener("beforeunload", (event) => {
  if (!leaving && trouble.textContent !== "" && isUnsaved()) {
    event.preventDefault(); // it is in this window only
  }
});
