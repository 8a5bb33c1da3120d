// What every page does beyond forms: it follows what others save, keeps drafts, and takes its findings anew.
const body = document.body;
const study = body.dataset.study;
const toast = document.getElementById('toast');
let seq = Number(body.dataset.seq || 0);
/** The last revision that this page was told of, and its own saves, which are no news. */
let seen = seq;
const own = new Set();

/** Says something at the foot of the page; nothing takes it away. */
export function say(text, link) {
  toast.textContent = text + ' ';
  if (link) {
    const a = document.createElement('a');
    a.href = link;
    a.textContent = '↻';
    a.title = text;
    toast.append(a);
  }
}

export const page = {
  get seq() { return seq; },
  saved(next) { own.add(next); if (next > seq) seq = next; },
};

// Times are written in UTC; whoever reads has their own.
const tongue = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
for (const told of document.querySelectorAll('[data-at]')) {
  const at = new Date(Number(told.dataset.at));
  const date = at.toLocaleDateString(tongue, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = at.toLocaleTimeString(tongue, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  told.textContent = told.textContent.replace(told.dataset.when, `${date} ${time}`);
}

// What is cut at the right says so, while it is.
const overflow = new ResizeObserver(() => { for (const line of document.querySelectorAll('.over')) line.hidden = line.nextElementSibling.scrollWidth <= line.nextElementSibling.clientWidth + 1; });
for (const line of document.querySelectorAll('.over')) { overflow.observe(line.nextElementSibling); for (const inner of line.nextElementSibling.children) overflow.observe(inner); }

/** Tables whose rows are made tall by a text far to the right: on a phone each row is a card, whose cells say their heads. */
function stackable() {
  for (const table of document.querySelectorAll('.fig.table table:not(.stackable)')) {
    if (!table.querySelector('.prose:nth-child(n+3)')) continue;
    table.classList.add('stackable');
    const heads = [...table.tHead.rows[0].cells].map(head => head.textContent.trim());
    for (const row of [...table.tBodies].flatMap(body => [...body.rows])) {
      if (row.cells.length === heads.length) [...row.cells].forEach((cell, i) => { cell.dataset.label = heads[i]; });
    }
  }
}
stackable();

/** Takes the findings of a part of the page anew. */
let taking = null;
export async function refresh() {
  const found = document.getElementById('found');
  if (!found || !found.dataset.part) return;
  taking?.abort();
  taking = new AbortController();
  try {
    const part = found.dataset.only ? `${found.dataset.part}?only=${found.dataset.only}` : found.dataset.part;
    const answer = await fetch(part, { signal: taking.signal });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('found');
    if (!fresh) return;
    const only = found.dataset.only;
    const open = [...found.querySelectorAll('details[open]')].map(d => d.id).filter(Boolean);
    if (only) {
      const figure = fresh.querySelector('#' + CSS.escape(only));
      found.replaceChildren(...(figure ? [figure] : []));
    } else {
      const top = window.scrollY;
      found.replaceChildren(...fresh.childNodes);
      window.scrollTo({ top });
    }
    stackable();
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    found.dataset.seq = fresh.dataset.seq;
  } catch (error) {
    if (error.name !== 'AbortError') console.warn(error.message);
  }
}

// Work under way tells how far it is, until it is done or stopped.
setInterval(async () => {
  const working = document.querySelector('form.working[data-progress]');
  if (!working || document.visibilityState === 'hidden') return;
  try {
    const told = await (await fetch(working.dataset.progress)).json();
    const bar = working.querySelector('progress');
    if (told && !told.halted && bar) bar.value = told.share;
    else if (document.getElementById('found')) refresh();
    else location.reload();
  } catch { /* the connection is watched elsewhere */ }
}, 1500);

/** Runs a function once things are quiet. */
export function later(wait, run) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(run, wait); };
}

const refreshSoon = later(250, refresh);
export { refreshSoon };

// On a narrow screen the path is one line that scrolls: the page's own place in it is in sight.
{
  const nav = document.querySelector('nav.path');
  const own = nav?.querySelector('[aria-current]');
  if (own && nav.scrollWidth > nav.clientWidth) {
    nav.scrollLeft = own.getBoundingClientRect().left - nav.getBoundingClientRect().left - nav.clientWidth / 3;
  }
}

// Others' changes, as they happen.
if (study) {
  let events = null;
  let broken = false;
  const listen = () => {
    events = new EventSource(`/s/${study}/events`);
    events.onmessage = message => {
      const event = JSON.parse(message.data);
      if (broken) { broken = false; toast.textContent = ''; document.dispatchEvent(new CustomEvent('atalaya:online')); }
      if (event.what === 'analysed') { refreshSoon(); return; }
      if (event.seq > seen) {
        const since = seen;
        seen = event.seq;
        if (seen > seq) seq = seen;
        if (own.delete(event.seq)) return;
        document.dispatchEvent(new CustomEvent('atalaya:saved', { detail: { since, seq, by: event.by } }));
        refreshSoon();
      }
    };
    events.onerror = () => { broken = true; say(body.dataset.offline); };
  };
  // A browser has six connections to a server: a page that nobody sees, in another tab or kept for the way back, holds
  // none of them. When it is seen again, the first event tells what it missed.
  const sight = () => {
    if (document.visibilityState === 'hidden') { events?.close(); events = null; } else if (!events) listen();
  };
  document.addEventListener('visibilitychange', sight);
  addEventListener('pagehide', () => { events?.close(); events = null; });
  addEventListener('pageshow', sight);
  sight();
  document.addEventListener('atalaya:saved', event => {
    // A form has read what is now older, its save says so where both wrote the same field; and a page that does not take
    // what is new by itself, as a list, says that there is something.
    const form = [...document.querySelectorAll('form[data-draft]')].some(form => form.offsetParent);
    if (form || !document.querySelector('[data-part], table.grid, #room')) say(event.detail.by ? body.dataset.stale.replace('{by}', event.detail.by) : body.dataset.changed, location.href);
  });
}

// Drafts: what was written and not saved stays in this browser.
for (const form of document.querySelectorAll('form[data-draft]')) {
  // Who only reads writes no draft, and is shown none that they wrote before.
  if (form.querySelector('fieldset')?.disabled) continue;
  const key = `draft:${study}:${form.dataset.draft}`;
  const fields = () => [...form.elements].filter(e => e.name && e.name.startsWith('f:'));
  const base = name => form.elements['o:' + name.slice(2)]?.value ?? '';
  // What the page itself proposes, as the day of today, is no draft.
  const changed = () => Object.fromEntries(fields().filter(e => e.value !== base(e.name) && e.value !== e.dataset.given).map(e => [e.name, e.value]));
  // What is ticked, by name: groups that are no longer as they came.
  const ticks = () => [...form.elements].filter(e => e.name && (e.type === 'checkbox' || e.type === 'radio'));
  const ticked = () => {
    const moved = new Set(ticks().filter(e => e.checked !== e.defaultChecked).map(e => e.name));
    return Object.fromEntries([...moved].map(name => [name, ticks().filter(e => e.name === name && e.checked).map(e => e.value)]));
  };
  const baseOf = name => 'o:' + name.replace(/^[fm]:/, '').replace(/#.*/, '');
  // A draft keeps what its author had read: what others save before it is sent is then told, not overwritten.
  let sent = false;
  const keep = () => {
    // What was saved while the last letters waited to be kept is no draft any more.
    if (sent) return;
    const draft = changed();
    const lists = ticked();
    const names = [...Object.keys(draft), ...Object.keys(lists)];
    const bases = Object.fromEntries(names.map(name => [name, form.elements[baseOf(name)]?.value ?? '']));
    if (names.length) localStorage.setItem(key, JSON.stringify({ read: form.elements.read.value, draft, lists, bases }));
    else localStorage.removeItem(key);
  };
  form.addEventListener('input', later(300, keep));
  // A page that is left within that time keeps its last letters too.
  addEventListener('pagehide', keep);
  const kept = JSON.parse(localStorage.getItem(key) || 'null');
  if (kept?.draft) {
    let restored = 0;
    const back = (name, field) => {
      const read = form.elements[baseOf(name)];
      if (read) read.value = kept.bases[name];
      for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      restored++;
    };
    for (const [name, value] of Object.entries(kept.draft)) {
      const field = form.elements[name];
      if (!field || field.value === value) continue;
      field.value = value;
      back(name, field);
    }
    for (const [name, values] of Object.entries(kept.lists ?? {})) {
      for (const field of ticks().filter(e => e.name === name && e.checked !== values.includes(e.value))) {
        field.checked = values.includes(field.value);
        back(name, field);
      }
    }
    if (restored) { form.elements.read.value = kept.read; say(body.dataset.draft); }
    else localStorage.removeItem(key);
  }
  // Saves under way, one after the other.
  let pending = Promise.resolve();
  // What could not be sent is sent when the server is back.
  let unsent = null;
  document.addEventListener('atalaya:online', () => {
    const again = unsent;
    unsent = null;
    again?.();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    await pending;
    const saved = form.querySelector('.saved');
    const at = document.activeElement?.name;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { accept: 'application/json' } });
      if (answer.status === 409) { sent = true; localStorage.removeItem(key); HTMLFormElement.prototype.submit.call(form); return; }
      const told = await answer.json();
      if (!answer.ok) { saved.textContent = told.error; return; }
      sent = true;
      localStorage.removeItem(key);
      page.saved(told.seq);
      sessionStorage.setItem(`at:${location.pathname}`, at ?? '');
      // A page that answered a form, as one that shows a dispute, is asked for anew: loading it again would send that
      // form once more.
      const asked = (performance.getEntriesByType('navigation')[0]?.responseStatus || 200) === 200 && !document.querySelector('.clash');
      if (asked) location.reload(); else location.replace(location.pathname + location.search);
    } catch {
      keep();
      unsent = () => form.requestSubmit();
      say(body.dataset.offline);
    }
  });
  // A board saves what was written as soon as one leaves it; what is new waits for the button, since half a record is none.
  // Each field keeps the revision that it read, so that what others save in between is told.
  if ('autosave' in form.dataset) {
    const read = new Map();
    const send = async name => {
      const field = name.replace(/^[fm]:/, '').replace(/#.*/, '');
      const base = form.elements['o:' + field];
      const parts = ticks().filter(e => e.name.replace(/#.*/, '') === 'm:' + field);
      const what = new URLSearchParams({ read: read.get(field) ?? form.elements.read.value, ['o:' + field]: base?.value ?? '' });
      const own = form.elements['f:' + field];
      if (own) what.set('f:' + field, own.value);
      else for (const [key, value] of new FormData(form)) if (key.replace(/#.*/, '') === 'm:' + field) what.append(key, value);
      const saved = form.querySelector('.saved');
      try {
        const answer = await fetch(form.action, { method: 'POST', body: what, headers: { accept: 'application/json' } });
        // What clashes is shown with all that stands in the form.
        if (answer.status === 409) { form.requestSubmit(); return; }
        const told = await answer.json();
        if (!answer.ok) { saved.textContent = told.error; return; }
        if (told.seq > Number(what.get('read'))) { read.set(field, told.seq); page.saved(told.seq); }
        if (own) base.value = what.get('f:' + field);
        else {
          base.value = what.getAll('m:' + field).filter(Boolean).join(' ');
          for (const part of parts) part.defaultChecked = part.checked;
        }
        keep();
        saved.textContent = form.dataset.saved;
      } catch {
        keep();
        unsent = () => form.requestSubmit();
        say(body.dataset.offline);
      }
    };
    form.addEventListener('change', event => {
      const name = event.target.name;
      if (!/^[fm]:/.test(name) || name.includes('/+')) return;
      pending = pending.then(() => send(name));
    });
  }
  // In a text of one line Enter saves; with Shift, and in longer ones, it begins a line.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('.board textarea[rows="1"]')) return;
    event.preventDefault();
    form.requestSubmit();
  });
  // Ctrl+S saves, as everywhere: the form that one is in, else the one of the page.
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    const own = document.activeElement?.closest('form[data-draft]') ?? document.querySelector('form[data-draft]');
    if (own === form) { event.preventDefault(); form.requestSubmit(); }
  });
}
// After a save one goes on where one was.
{
  const key = `at:${location.pathname}`;
  const at = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (at !== null) for (const form of document.querySelectorAll('form[data-draft]')) {
    form.elements[at]?.focus?.({ preventScroll: true });
    const saved = form.querySelector('.saved');
    if (saved) saved.textContent = document.body.dataset.saved;
  }
}

// Files and folders are dropped on the form that takes them.
for (const form of document.querySelectorAll('form.drop')) {
  const over = on => form.classList.toggle('over', on);
  form.addEventListener('dragover', event => { event.preventDefault(); over(true); });
  form.addEventListener('dragleave', () => over(false));
  form.addEventListener('drop', async event => {
    event.preventDefault();
    over(false);
    const roots = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = [];
    const walk = async (entry, path) => {
      if (entry.isFile) {
        files.push([path + entry.name, await new Promise((done, fail) => entry.file(done, fail))]);
        return;
      }
      const reader = entry.createReader();
      // A reader gives its entries by the hundred, and nothing at the end.
      for (let some = [1]; some.length;) {
        some = await new Promise((done, fail) => reader.readEntries(done, fail));
        for (const one of some) await walk(one, path + entry.name + '/');
      }
    };
    // Whoever gives files without the folders that they are in gives them all the same.
    if (!roots.length) for (const file of event.dataTransfer.files) files.push([file.name, file]);
    for (const root of roots) await walk(root, '');
    if (!files.length) return;
    const data = new FormData();
    for (const field of form.querySelectorAll('input[type=hidden]')) data.append(field.name, field.value);
    for (const [path, file] of files) data.append('file', file, path);
    await send(form, data);
  });
}

/** Sends a form as the browser would, and shows what it is answered. */
async function send(form, data) {
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: data });
    if (answer.redirected) { location.href = answer.url; return; }
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('content');
    if (told) document.getElementById('content').replaceWith(told);
  } catch {
    say(body.dataset.offline);
  }
  form.removeAttribute('aria-busy');
}

// What is ticked of a list stands in its line.
document.addEventListener('change', event => {
  const list = event.target.closest('details.picks');
  if (!list) return;
  const chosen = [...list.querySelectorAll(':checked')];
  const few = chosen.length <= Number(list.dataset.few);
  const told = chosen.map(one => few ? one.parentElement.textContent.trim() : one.dataset.short);
  list.querySelector('summary .plain').textContent = told.join(few ? '; ' : ', ') || list.dataset.none;
});

// Not awaited: the grid imports this module, which would then wait for itself.
if (document.querySelector('table.grid[data-save]')) import('./grid.js');
if (document.getElementById('road')) import('./road.js');
if (document.getElementById('room')) import('./room.js');
