// The roadmap's bars follow the years beside them, and Shift with the arrows moves both years of a row at once.
const table = document.getElementById('road');
const first = Number(table.dataset.first);

function draw(row) {
  const years = [...row.querySelectorAll('input.year')].filter(input => input.value !== '').map(input => Number(input.value));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  row.querySelectorAll('.slot').forEach((slot, i) => slot.classList.toggle('on', years.length > 0 && from <= first + i && first + i <= to));
}

table.addEventListener('input', event => draw(event.target.closest('tr')));
table.addEventListener('keydown', event => {
  const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!step || !event.shiftKey || !event.target.matches('input.year')) return;
  event.preventDefault();
  for (const input of event.target.closest('tr').querySelectorAll('input.year')) {
    if (input.value === '') continue;
    input.value = Number(input.value) + step;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
});
