// The elements of a prediction, out of the part that opens into a list to choose from. Without this script that part opens by itself.
for (const box of document.querySelectorAll('.panels')) {
  const panels = [...box.querySelectorAll('[data-panel]')];
  if (panels.length < 2) continue;
  const label = document.createElement('label');
  const select = document.createElement('select');
  label.append('Element ', select);
  panels.forEach((panel, i) => select.append(new Option(panel.dataset.panel, i)));
  const show = chosen => panels.forEach((panel, i) => { panel.hidden = i !== chosen; });
  select.addEventListener('change', () => show(Number(select.value)));
  box.replaceChildren(label, ...panels);
  show(0);
}
// What a mark or cell says, beside it, for fingers and for those who cannot wait.
const hint = document.createElement('output');
hint.className = 'hint';
hint.hidden = true;
document.body.append(hint);
document.addEventListener('pointerover', event => {
  const title = event.target.closest?.('svg *')?.querySelector(':scope > title');
  hint.hidden = !title;
  if (title) {
    hint.textContent = title.textContent;
    const { right, top } = event.target.getBoundingClientRect();
    const left = Math.min(right + 6, document.documentElement.clientWidth - hint.offsetWidth - 6);
    hint.style.translate = `${Math.max(6, left) + scrollX}px ${top + scrollY - 8}px`;
  }
});
