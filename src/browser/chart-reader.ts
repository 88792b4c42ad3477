import { SiteElement } from './site-element.ts';

/**
 * Lets each point of a chart be read by pointer and keyboard. What it tells stands in the
 * page already, in the rows of the table, one for each point.
 */
class ChartReader extends SiteElement {
  private chosen = -1;

  connectedCallback() {
    const figure = this.closest('figure');
    if (!figure) return;
    const rows = this.findAll('[data-row]', figure);
    const drawn = this.findAll<Element>('[data-point]', figure);
    // Where the rows themselves hold the drawing, they are the points.
    const points = drawn.length > 0 ? drawn : rows;
    const plot = figure.querySelector<HTMLElement>(drawn.length > 0 ? 'svg[role="img"]' : 'table');
    if (!plot) return;
    const hint = this.find('[role="status"]').textContent;

    const choose = (index: number) => {
      if (index === this.chosen) return;
      this.chosen = index;
      for (const [place, row] of rows.entries()) row.ariaCurrent = place === index ? 'true' : null;
      for (const [place, point] of drawn.entries()) point.classList.toggle('chosen', place === index);
      const row = rows[index];
      this.announce(row ? textOf(row) : hint);
    };

    plot.tabIndex = 0;
    // Else a screen reader would keep the arrow keys to itself; a table it reads row by row anyway.
    if (drawn.length > 0) plot.role = 'application';
    plot.addEventListener('keydown', (event) => {
      const to = keyTarget(event.key, this.chosen, points.length);
      if (to === undefined) return;
      event.preventDefault();
      choose(to);
      // A table may be longer than the screen.
      if (drawn.length === 0) rows[to]?.scrollIntoView({ block: 'nearest' });
    });
    const atPointer = ({ clientX, clientY }: PointerEvent) => choose(nearest(points, clientX, clientY));
    plot.addEventListener('pointermove', atPointer);
    plot.addEventListener('pointerdown', atPointer);
  }
}

/** The point that a key leads to, -1 for none; nothing where the key means nothing here. */
function keyTarget(key: string, chosen: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(chosen + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(chosen - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return key === 'Escape' ? -1 : undefined;
}

function nearest(points: readonly Element[], x: number, y: number): number {
  const distances = points.map((point) => {
    const { left, right, top, bottom } = point.getBoundingClientRect();
    return Math.hypot((left + right) / 2 - x, (top + bottom) / 2 - y);
  });
  return distances.indexOf(Math.min(...distances));
}

/** What a row says: its label, value, date and source, and last where accounts differ; or the words of another text. */
function textOf(row: HTMLElement): string {
  if (!(row instanceof HTMLTableRowElement)) return row.innerText;
  const [what = '', ...values] = [...row.cells].map(({ innerText }) => innerText.trim());
  const [label, ...notes] = what.split(/\s*\n\s*/);
  return [`${label}: ${values.filter((text) => text !== '').join(', ')}.`, ...notes].join(' ');
}

customElements.define('chart-reader', ChartReader);
