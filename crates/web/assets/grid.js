// Answers as a grid, after the grid pattern of the WAI-ARIA practices: one tab stop, arrows, Home and End, Page keys; a
// value writes and advances; F2 or Enter edits, Escape leaves; undo and redo; a block is pasted from a spreadsheet and
// copied to one. What is written is sent at once, and again when the connection is back.
import { page, refreshSoon, later, say } from './atalaya.js';

const grid = document.querySelector('table.grid[data-save]');
const data = grid.dataset;
const writes = grid.getAttribute('aria-readonly') !== 'true';
// The headings of groups hold no cells.
const rows = [...grid.tBodies[0].rows].filter(row => !row.classList.contains('band')).map(row => ({ head: row.cells[0], cells: [...row.cells].slice(1) }));
const heads = [...grid.tHead.rows[grid.tHead.rows.length - 1].cells].slice(1);
const ask = document.getElementById('ask');
const count = document.getElementById('count');
const filled = document.getElementById('filled');
const saved = document.getElementById('saved');
const empty = cell => cell.classList.contains('none');
// The values of the scale where they are few; elsewhere anything may be written. A hyphen says that there is no answer.
const allowed = data.values ? data.values.split(' ') : [];
const letters = allowed.some(value => /[A-Z]/.test(value));
const spelled = text => letters ? text.toUpperCase() : text;
/** Whether a value begins so. */
const begins = text => [...allowed, '-'].some(value => value.startsWith(text));
/** Whether a text is a value, and no longer one begins so. */
const whole = text => (text === '-' || allowed.includes(text)) && !allowed.some(value => value !== text && value.startsWith(text));
const shown = value => value.replace('-', '−');
// Where each column has one vote to give it is answered by its one, by an abstention, or by a value in every row; elsewhere each cell is.
const once = 'once' in data;
const holds = cell => cell.textContent.trim() !== '' && !cell.classList.contains('refused');
const answered = cell => {
  if (!once) return holds(cell);
  const own = rows.map(row => row.cells[cell.at[1]]);
  return own.some(one => ['1', '-'].includes(one.textContent.trim())) || own.every(holds);
};
let at = [0, 0];
let mark = null;
// Whether the last key wrote a value and went on: who then presses Enter or Tab, as in a spreadsheet, means that value.
let wrote = false;
// What is marked now, so that a key touches a few cells and not the whole grid.
let marked = { cell: null, row: null, head: null, picked: [] };

const cellAt = ([r, c]) => rows[r]?.cells[c];
const idOf = (r, c) => data.id.replace('{a}', rows[r].head.dataset.id).replace('{b}', heads[c].dataset.id);
const shortOf = head => head.dataset.short ?? head.firstChild.textContent.trim();
const nameOf = head => head.dataset.full ?? (head.dataset.name ? `${head.firstChild.textContent.trim()} ${head.dataset.name}` : head.dataset.id);
/** The question of a cell. */
const asked = ([r, c]) => {
  const [a, b] = [rows[r].head, heads[c]];
  const words = a.dataset.id === b.dataset.id ? data.itself ?? data.ask : data.ask;
  return words.replace('{a}', nameOf(a)).replace('{b}', nameOf(b));
};
for (const [r, row] of rows.entries()) for (const [c, cell] of row.cells.entries()) { cell.tabIndex = -1; cell.at = [r, c]; }

function here(focus = true) {
  marked.row?.classList.remove('here');
  marked.head?.classList.remove('here');
  for (const old of marked.picked) old.classList.remove('picked');
  if (marked.cell) marked.cell.tabIndex = -1;
  const cell = cellAt(at);
  if (!cell) return;
  marked = { cell, row: rows[at[0]].head.parentElement, head: heads[at[1]], picked: mark ? block().map(cellAt) : [] };
  cell.tabIndex = 0;
  marked.row.classList.add('here');
  marked.head.classList.add('here');
  ask.textContent = empty(cell) ? data.unasked : asked(at);
  for (const picked of marked.picked) picked.classList.add('picked');
  showDefinitions();
  showPair?.();
  if (focus && cell.offsetParent) { cell.focus({ preventScroll: true }); cell.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
}

function block() {
  const [r0, r1] = [at[0], (mark ?? at)[0]].sort((a, b) => a - b);
  const [c0, c1] = [at[1], (mark ?? at)[1]].sort((a, b) => a - b);
  const out = [];
  for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) out.push([r, c]);
  return out;
}

function go(r, c, extend) {
  if (extend) mark ??= at; else mark = null;
  at = [Math.max(0, Math.min(rows.length - 1, r)), Math.max(0, Math.min(heads.length - 1, c))];
  here();
}

/** The next cell that may be written, row by row, or the one before; or the next of those that a test finds. */
function advance(step = 1, wanted = () => true) {
  const all = rows.length * heads.length;
  for (let i = at[0] * heads.length + at[1] + step; i >= 0 && i < all; i += step) {
    const to = [Math.floor(i / heads.length), i % heads.length];
    if (!empty(cellAt(to)) && wanted(cellAt(to))) { go(...to); return true; }
  }
  return false;
}

// What was written, and what it was before.
const done = [];
const undone = [];
const waiting = new Map();
const key = `cells:${location.pathname}`;
// Values that no scale holds, by cell: they are not saved, and are told until they are mended or put away.
const unsaved = new Map();
const unsavedKey = `refused:${location.pathname}`;

function put(changes, remember = true) {
  const before = [];
  for (const [r, c, value] of changes) {
    const cell = cellAt([r, c]);
    if (!cell || empty(cell) || cell.textContent === value) continue;
    before.push([r, c, cell.textContent, value]);
    cell.textContent = value;
    cell.classList.add('wait');
    cell.classList.remove('refused');
    cell.removeAttribute('title');
    doubt(cell);
    unsaved.delete(idOf(r, c));
    waiting.set(idOf(r, c), { r, c, value, read: page.seq });
  }
  if (!before.length) return;
  tellUnsaved();
  if (remember) { done.push(before); undone.length = 0; }
  store();
  told();
  send();
}

function store() {
  if (waiting.size) localStorage.setItem(key, JSON.stringify([...waiting].map(([id, { value, read }]) => [id, value, read])));
  else localStorage.removeItem(key);
}

const all = rows.flatMap(row => row.cells).filter(cell => !empty(cell));
for (const cell of all) cell.stands = cell.textContent;
const told = later(60, () => {
  const own = once ? rows[0].cells : all;
  const full = own.filter(answered).length;
  filled.value = full;
  count.textContent = `${full}/${own.length}`;
  showPair?.();
});

let busy = false;
const send = later(120, async () => {
  if (busy || !waiting.size) return;
  busy = true;
  const batch = new Map(waiting);
  saved.textContent = data.waiting;
  try {
    const answer = await fetch(data.save, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ cells: [...batch].map(([id, { value, read }]) => ({ id, value, read })) }),
    });
    const kept = await answer.json();
    if (!answer.ok) throw new Error(kept.error);
    page.saved(kept.seq);
    const refused = new Map(kept.refused.map(one => [one.id, one.reason]));
    const conflicts = new Map(kept.conflicts.map(one => [one.id, one.theirs]));
    const refusals = refused.size + conflicts.size;
    for (const [id, sent] of batch) {
      const cell = cellAt([sent.r, sent.c]);
      // A conflict keeps the whole batch back: what is not in dispute is sent once more.
      if (conflicts.size && !conflicts.has(id)) continue;
      const now = waiting.get(id);
      if (now?.value === sent.value) waiting.delete(id);
      // What was written meanwhile follows one's own save and does not dispute it.
      else if (now) { now.read = kept.seq; continue; }
      cell.classList.remove('wait');
      if (refused.has(id)) { refuse(sent.r, sent.c, sent.value); cell.title = refused.get(id); } else cell.stands = conflicts.get(id) ?? sent.value;
      if (conflicts.has(id)) {
        cell.classList.add('refused');
        cell.textContent = conflicts.get(id);
        choose(sent.r, sent.c, sent.value, conflicts.get(id));
      }
    }
    store();
    told();
    tellUnsaved();
    if (refused.size) say(refused.size === 1 ? kept.refused[0].reason : `${document.querySelector('#unsaved h2').textContent}.`);
    saved.textContent = waiting.size ? data.waiting : refusals ? '' : data.saved;
    refreshSoon();
    busy = false;
    if (waiting.size) send();
  } catch (error) {
    busy = false;
    saved.textContent = data.waiting;
    say(document.body.dataset.offline);
    setTimeout(send, 3000);
  }
});
document.addEventListener('atalaya:online', send);

/** A cell that others filled meanwhile: theirs stands until somebody chooses. */
function choose(r, c, yours, theirs) {
  const box = document.getElementById('clashes');
  const line = document.getElementById('clash').content.firstElementChild.cloneNode(true);
  const said = value => value === '' ? data.nothing : shown(value);
  line.querySelector('.where').textContent = `${shortOf(rows[r].head)} → ${shortOf(heads[c])}`;
  const [keep, put_] = line.querySelectorAll('button');
  keep.querySelector('b').textContent = said(theirs);
  put_.querySelector('b').textContent = said(yours);
  const done = () => { line.remove(); box.hidden = !box.querySelector('li'); at = [r, c]; here(); };
  keep.addEventListener('click', () => { cellAt([r, c]).classList.remove('refused'); told(); done(); });
  put_.addEventListener('click', () => { put([[r, c, yours]]); done(); });
  box.querySelector('ul').append(line);
  box.hidden = false;
}

/** A cell shows a value that was not saved; what is saved of it stays as it was. */
function refuse(r, c, value) {
  const cell = cellAt([r, c]);
  cell.textContent = value;
  cell.classList.add('refused');
  const noted = document.getElementById('pair-last');
  if (noted) noted.textContent = '';
  doubt(cell);
  unsaved.set(idOf(r, c), { r, c, value });
}

/** Lists what was not saved, and keeps it in this browser. */
function tellUnsaved() {
  const box = document.getElementById('unsaved');
  if (unsaved.size) localStorage.setItem(unsavedKey, JSON.stringify([...unsaved].map(([id, { value }]) => [id, value])));
  else localStorage.removeItem(unsavedKey);
  if (!unsaved.size && box.hidden) return;
  box.hidden = !unsaved.size;
  const lines = [...unsaved.values()].map(({ r, c, value }) => {
    const [line, text] = [document.createElement('li'), document.createElement('b')];
    text.textContent = shown(value);
    line.append(`${nameOf(rows[r].head)} → ${nameOf(heads[c])}: `, text);
    return line;
  });
  const more = box.querySelector('details');
  const few = lines.length > Number(more.dataset.few) + 1 ? Number(more.dataset.few) : lines.length;
  box.querySelector('h2 b').textContent = lines.length;
  box.querySelector('ul').replaceChildren(...lines.slice(0, few));
  more.hidden = few === lines.length;
  more.querySelector('b').textContent = lines.length - few;
  more.querySelector('ul').replaceChildren(...lines.slice(few));
}
document.getElementById('unsaved-next').addEventListener('click', () => {
  const is = cell => unsaved.has(idOf(...cell.at));
  if (!advance(1, is)) { at = [0, -1]; advance(1, is); }
});
document.getElementById('unsaved-away').addEventListener('click', () => {
  for (const { r, c } of unsaved.values()) {
    const cell = cellAt([r, c]);
    cell.textContent = cell.stands;
    cell.classList.remove('refused');
    cell.removeAttribute('title');
    doubt(cell);
  }
  unsaved.clear();
  tellUnsaved();
  told();
  here();
});

/** In a matrix of consensus a range and a value with a question mark are in dispute. */
function doubt(cell) { cell.classList.toggle('disputed', /\?$|\.\./.test(cell.textContent)); }
for (const cell of all) doubt(cell);

/** What the two that are asked about mean, on demand. Where rows and columns are the same, the columns say it. */
const definitions = new Map([...rows.map(row => row.head), ...heads].filter(head => head.dataset.definition).map(head => [head.dataset.id, head.dataset.definition]));
function showDefinitions() {
  const box = document.getElementById('define');
  if (!box || box.hidden) return;
  const own = [rows[at[0]]?.head, heads[at[1]]].filter(Boolean);
  box.replaceChildren(...[...new Map(own.map(head => [head.dataset.id, head])).values()].flatMap(head => {
    const [term, text] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = nameOf(head);
    text.textContent = definitions.get(head.dataset.id) || data.undefined;
    return [term, text];
  }));
}
function define() {
  const box = document.getElementById('define');
  if (!box) return;
  box.hidden = !box.hidden;
  for (const button of document.querySelectorAll('.define')) button.setAttribute('aria-expanded', String(!box.hidden));
  showDefinitions();
}
for (const button of document.querySelectorAll('.define')) { button.hidden = false; button.addEventListener('click', define); }

// Cells that were written and not sent when the page was last closed.
{
  const refused = new Map(JSON.parse(localStorage.getItem(unsavedKey) || '[]'));
  if (refused.size) {
    for (const { at: [r, c] } of all) if (refused.has(idOf(r, c))) refuse(r, c, refused.get(idOf(r, c)));
    tellUnsaved();
    told();
  }
  const old = JSON.parse(localStorage.getItem(key) || '[]');
  const kept = new Map(old);
  const reads = new Map(old.map(([id, , read]) => [id, read]));
  if (kept.size) {
    const changes = [];
    for (let r = 0; r < rows.length; r++) for (let c = 0; c < heads.length; c++) {
      const id = idOf(r, c);
      if (kept.has(id)) changes.push([r, c, kept.get(id)]);
    }
    put(changes, false);
    for (const [id, one] of waiting) one.read = reads.get(id) ?? one.read;
    store();
  }
}

// What others write stands at once where nothing of one's own waits.
document.addEventListener('atalaya:saved', async event => {
  const answer = await fetch(`/api/v1/studies/${document.body.dataset.study}/changes?since=${event.detail.since}`);
  if (!answer.ok) return;
  const cells = new Map(rows.flatMap((row, r) => row.cells.map((cell, c) => [idOf(r, c), cell])));
  for (const change of await answer.json()) {
    const cell = change.kind === 'answer' && cells.get(change.id);
    if (!cell) continue;
    cell.stands = change.deleted ? '' : change.fields.value ?? '';
    if (waiting.has(change.id) || unsaved.has(change.id) || cell.firstElementChild) continue;
    cell.textContent = cell.stands;
    cell.classList.remove('refused');
    doubt(cell);
  }
  told();
});

function undo(from, to, side) {
  const last = from.pop();
  if (!last) return;
  to.push(last);
  put(last.map(([r, c, was, is]) => [r, c, side ? was : is]), false);
  at = [last[0][0], last[0][1]];
  here();
}

function edit(start) {
  const cell = cellAt(at);
  if (!writes || empty(cell)) return;
  const was = cell.textContent;
  const input = document.createElement('input');
  input.value = start ?? was;
  input.setAttribute('aria-label', ask.textContent);
  cell.replaceChildren(input);
  input.focus();
  if (start === undefined) input.select();
  let open = true;
  const close = (value, then) => {
    if (!open) return;
    open = false;
    cell.textContent = was;
    if (value !== was) put([[...cell.at, value]]);
    then?.();
  };
  input.addEventListener('keydown', event => {
    event.stopPropagation();
    if (event.key === 'Escape') close(was, () => here());
    if (event.key === 'Enter' || event.key === 'Tab') { event.preventDefault(); close(input.value.trim(), advance); }
  });
  // What makes a value whole writes it; what cannot belong to the value before begins the next one.
  if (start !== undefined && allowed.length) input.addEventListener('input', () => {
    const text = spelled(input.value);
    const [before, last] = [text.slice(0, -1), text.slice(-1)];
    if (whole(text)) close(text, () => { advance(); wrote = true; });
    else if (!begins(text) && allowed.includes(before) && begins(last)) close(before, () => { advance(); type(last); });
  });
  input.addEventListener('blur', () => close(input.value.trim()));
}

grid.addEventListener('keydown', event => {
  const [r, c] = at;
  const wide = event.ctrlKey || event.metaKey;
  const after = wrote;
  wrote = false;
  if (after && !wide && !event.altKey && !event.shiftKey && (event.key === 'Tab' || event.key === 'Enter')) { event.preventDefault(); return; }
  const moves = {
    ArrowUp: [r - 1, c], ArrowDown: [r + 1, c], ArrowLeft: [r, c - 1], ArrowRight: [r, c + 1],
    Home: [wide ? 0 : r, 0], End: [wide ? rows.length - 1 : r, heads.length - 1],
    PageUp: [r - 10, c], PageDown: [r + 10, c],
  };
  if (moves[event.key]) { event.preventDefault(); go(...moves[event.key], event.shiftKey); return; }
  if (wide && event.key.toLowerCase() === 'z') { event.preventDefault(); event.shiftKey ? undo(undone, done, false) : undo(done, undone, true); return; }
  if (wide && event.key.toLowerCase() === 'y') { event.preventDefault(); undo(undone, done, false); return; }
  if (event.key === '?' && !wide) { event.preventDefault(); define(); return; }
  if (wide || event.altKey || !writes) return;
  if (event.key === 'Escape') { mark = null; here(); return; }
  if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); put(block().map(([r, c]) => [r, c, ''])); return; }
  if (event.key === 'F2' || event.key === 'Enter') { event.preventDefault(); edit(); return; }
  if (event.key.length !== 1 || event.key === ' ') return;
  event.preventDefault();
  type(spelled(event.key));
});

/** A key that writes: a whole value at once, what begins one in an input, what is off the scale not at all. */
function type(key) {
  if (!allowed.length) edit(key);
  else if (whole(key)) { put([[...at, key]]); advance(); wrote = true; }
  else if (begins(key)) edit(key);
  else say(data.refused);
}

grid.addEventListener('mousedown', event => {
  const cell = event.target.closest('td[role=gridcell]');
  if (!cell || event.target.tagName === 'INPUT') return;
  event.preventDefault();
  wrote = false;
  go(...cell.at, event.shiftKey);
});
grid.addEventListener('dblclick', event => { if (event.target.closest('td[role=gridcell]')) edit(); });
grid.addEventListener('focusin', event => { if (event.target.at && event.target.at !== at) { at = event.target.at; here(false); } });

grid.addEventListener('copy', event => {
  const picked = block();
  const lines = new Map();
  for (const [r, c] of picked) lines.set(r, [...(lines.get(r) ?? []), cellAt([r, c]).textContent]);
  event.clipboardData.setData('text/plain', [...lines.values()].map(line => line.join('\t')).join('\n'));
  event.preventDefault();
});
grid.addEventListener('paste', event => {
  if (!writes || event.target.tagName === 'INPUT') return;
  event.preventDefault();
  let lines = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(line => line.split('\t').map(cell => cell.trim()));
  // A block that brings its heads along is put where they say: as they are called here, whatever their accents and case.
  const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().trim();
  const is = (head, text) => [head.dataset.id, shortOf(head), head.dataset.name, head.dataset.full].some(own => own && plain(own) === plain(text));
  // What a spreadsheet adds up is no answer.
  const sums = text => /^(suma|total|totales|promedio|media|sum|sums|totals|mean|average)$/.test(plain(text));
  const first = lines[0].slice(1);
  const column = first.map(code => heads.findIndex(head => is(head, code)));
  const row = lines.map(line => rows.findIndex(own => is(own.head, line[0])));
  const value = text => text === '' || text === '-' || !allowed.length && /\d/.test(text) || allowed.some(own => own === spelled(text));
  // One head that is known tells that the others are heads too; so do texts that no scale holds, above values.
  const byHead = first.length && (column.some(c => c >= 0) || lines.length > 1 && !first.some(value) && lines.slice(1).some(line => line.slice(1).some(value)));
  const byRow = !byHead && first.length && row.every(r => r >= 0);
  // Heads of columns alone, above rows that follow each other from here.
  const alone = lines[0].map(code => heads.findIndex(head => is(head, code)));
  const byColumn = lines.length > 1 && alone.every(c => c >= 0);
  // A block as large as the table is the table, wherever one stands.
  const whole = lines.length === rows.length && lines.every(line => line.length === heads.length + (byRow ? 1 : 0));
  const changes = [];
  const strange = new Set();
  let left = 0;
  if (byColumn) {
    lines.slice(1).forEach((line, i) => line.forEach((value, j) => {
      if (cellAt([at[0] + i, alone[j]])) changes.push([at[0] + i, alone[j], value]); else if (value !== '') left++;
    }));
  } else if (byHead || byRow) {
    lines.slice(byHead ? 1 : 0).forEach((line, i) => {
      const r = row[byHead ? i + 1 : i];
      line.slice(1).forEach((value, j) => {
        const c = byHead ? column[j] : (whole ? 0 : at[1]) + j;
        if (r >= 0 && c >= 0 && cellAt([r, c])) { changes.push([r, c, value]); return; }
        const unknown = [r < 0 ? line[0] : '', byHead && c < 0 ? first[j] : ''].filter(Boolean);
        if (unknown.some(sums) || value === '') return;
        left++;
        for (const head of unknown) strange.add(head);
      });
    });
  } else {
    const from = whole ? [0, 0] : at;
    lines.forEach((line, i) => line.forEach((value, j) => {
      if (cellAt([from[0] + i, from[1] + j])) changes.push([from[0] + i, from[1] + j, value]); else left++;
    }));
  }
  // What falls where nothing is asked is not kept; a zero there says nothing, as on the diagonal of a matrix.
  const fallen = changes.filter(([r, c, value]) => empty(cellAt([r, c])) && !/^[-−–]?0*$/.test(value)).length;
  const dropped = document.getElementById('unasked');
  dropped.hidden = !fallen;
  dropped.querySelector('b').textContent = fallen;
  put(changes);
  const into = changes.find(([r, c]) => !empty(cellAt([r, c])));
  if (empty(cellAt(at)) && into) go(into[0], into[1]);
  if (left) say(`${data.left} ${left}${strange.size ? ` (${[...strange].join(', ')})` : ''}`);
});

/** One question at a time, over the same cells. */
var showPair = pair();
function pair() {
  const card = document.getElementById('pair');
  const swap = document.getElementById('swap');
  if (!card) return undefined;
  const section = card.parentElement;
  const field = document.getElementById('pair-input');
  const choices = [...card.querySelectorAll('[data-value]')];
  card.hidden = swap.hidden = false;
  section.classList.add('has-pair');
  const last = document.getElementById('pair-last');
  const gap = cell => !answered(cell);
  // Says what was written, since the next question takes its place.
  const answer = value => {
    const [r, c] = at;
    put([[r, c, value]]);
    const kept = last.dataset.kept.replace('{a}', shortOf(rows[r].head)).replace('{b}', shortOf(heads[c])).replace('{value}', shown(value));
    last.textContent = value === '' ? '' : all.some(gap) ? kept : `${kept}. ${last.dataset.all}`;
    if (value !== '') advance(1, once ? gap : undefined);
  };
  for (const choice of choices) choice.addEventListener('click', () => answer(choice.dataset.value));
  field?.addEventListener('change', () => { if (field.value.trim() !== '') answer(field.value.trim()); });
  document.getElementById('pair-back').addEventListener('click', () => advance(-1));
  document.getElementById('pair-next').addEventListener('click', () => advance());
  document.getElementById('pair-gap').addEventListener('click', () => {
    if (advance(1, gap)) return;
    const from = at;
    at = [0, -1];
    if (!advance(1, gap)) { at = from; here(); last.textContent = last.dataset.all; }
  });
  swap.addEventListener('click', () => {
    const table = section.classList.toggle('as-table');
    swap.textContent = table ? swap.dataset.cards : swap.dataset.table;
    here(table);
  });
  // Where the grid has room the cards are not shown, and need not be kept up with every key.
  const narrow = matchMedia('(max-width: 30rem)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  narrow.addEventListener('change', () => showPair());
  return () => {
    const cell = cellAt(at);
    if (!narrow.matches || !cell || empty(cell)) return;
    const question = asked(at);
    const said = document.getElementById('pair-ask');
    if (said.textContent !== question) {
      const first = !said.textContent.trim();
      said.textContent = question;
      // Another question comes in from the side; the first one stands there.
      if (!first && !still.matches) said.animate([{ opacity: 0, transform: 'translateX(1.5rem)' }, { opacity: 1, transform: 'none' }], 180);
    }
    const value = cell.firstElementChild ? '' : cell.textContent.trim();
    for (const choice of choices) choice.setAttribute('aria-pressed', String(value !== '' && choice.dataset.value === value));
    if (field && document.activeElement !== field) field.value = value === '-' ? '' : value;
    document.getElementById('pair-at').textContent = `${all.indexOf(cell) + 1}/${all.length}`;
  };
}

if (rows.length && heads.length) {
  const first = rows[0].cells.findIndex(cell => !empty(cell));
  at = [0, Math.max(0, first)];
  here(false);
}
