// The room: arrows walk the grid, what others answer shows by itself, F fills the screen.
import { later } from './atalaya.js';

const room = document.getElementById('room');
let taking = null;

/** Takes the view of an address anew and keeps the place in it. */
async function show(href, push) {
  taking?.abort();
  taking = new AbortController();
  try {
    const answer = await fetch(href, { signal: taking.signal });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('room');
    if (!fresh) return;
    const inside = room.contains(document.activeElement);
    room.replaceChildren(...fresh.childNodes);
    if (push) history.replaceState(null, '', href);
    if (push) clear();
    if (inside) room.querySelector('[aria-current=true]')?.focus({ preventScroll: true });
  } catch (error) {
    if (error.name !== 'AbortError') console.warn(error.message);
  }
}

/** Where the answer lies over the matrix, the cell that was chosen comes out from under it. */
function clear() {
  const [cell, answer] = [room.querySelector('.roomgrid [aria-current=true]'), document.getElementById('spread')];
  if (!cell || !answer || getComputedStyle(answer).position !== 'sticky') return;
  const under = cell.getBoundingClientRect().bottom + 6 - answer.getBoundingClientRect().top;
  if (under > 0) scrollBy(0, under);
}

document.addEventListener('atalaya:saved', later(250, () => show(location.href, false)));

room.addEventListener('click', event => {
  const link = event.target.closest('.roomgrid a');
  if (!link) return;
  event.preventDefault();
  link.focus();
  show(link.href, true);
});

room.addEventListener('keydown', event => {
  const link = event.target.closest('.roomgrid a');
  const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ?? [0, 0];
  if (!link || (!down && !right)) return;
  event.preventDefault();
  const cell = link.parentElement;
  const rows = [...cell.closest('tbody').rows];
  let [row, column] = [rows.indexOf(cell.parentElement) + down, cell.cellIndex + right];
  // The diagonal has nothing to say.
  if (rows[row]?.cells[column]?.classList.contains('none')) { row += down; column += right; }
  const next = rows[row]?.cells[column]?.querySelector('a');
  if (next) { next.focus(); show(next.href, true); }
});

document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen?.();
});
