// What is drawn: sizes, axes, coordinates, and whether curves are told apart without their colour.
const figures = (() => {
  // A pixel of rounding.
  const slack = 1;
  // A smaller difference in the width of two lines is not seen.
  const leastWidthDifference = 0.4;

  // Samples of a legend are hidden from readers who do not see them; elements that are not chosen are not there.
  const all = () => [...document.querySelectorAll('svg:not([aria-hidden])')].filter(svg => svg.parentElement.closest('svg') === null && svg.checkVisibility());
  const nameOf = svg => svg.getAttribute('aria-label') ?? svg.id ?? 'a picture';
  const faultsOf = check => all().flatMap(svg => check(svg).map(fault => `${nameOf(svg)}: ${fault}`));
  const isInside = (inner, outer) =>
    inner.left >= outer.left - slack && inner.right <= outer.right + slack && inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;

  function sizes(svg) {
    const { width, height, left, right } = svg.getBoundingClientRect();
    const scroller = svg.closest('[tabindex]');
    return [
      width > 0 && height > 0 ? null : `its size is ${width} by ${height}`,
      scroller || (left >= -slack && right <= document.documentElement.clientWidth + slack) ? null : `it reaches from ${left} to ${right} on a page ${document.documentElement.clientWidth} wide`,
    ].filter(Boolean);
  }

  const number = (element, name) => Number(element.getAttribute(name));
  const isSame = (a, b) => Math.abs(a - b) < 0.02;

  // The ticks stand outside the frame, each followed by its text.
  function axes(svg) {
    const plots = [...svg.querySelectorAll('g.plot')];
    return plots.length === 0 ? ['it has no plot'] : plots.flatMap(plot => {
      const frame = [...plot.children].find(each => each.localName === 'rect' && each.getAttribute('fill') === 'none');
      if (!frame) {
        return ['a plot has no frame'];
      }
      const [left, bottom] = [number(frame, 'x'), number(frame, 'y') + number(frame, 'height')];
      const lines = [...plot.children].filter(each => each.localName === 'line');
      return [
        ...ticks('horizontal', lines.filter(line => isSame(number(line, 'x1'), number(line, 'x2')) && isSame(number(line, 'y1'), bottom))),
        ...ticks('vertical', lines.filter(line => isSame(number(line, 'y1'), number(line, 'y2')) && isSame(number(line, 'x2'), left))),
      ];
    });
  }

  function ticks(axis, lines) {
    const texts = lines.map(line => line.nextElementSibling).filter(text => text?.localName === 'text' && text.textContent.trim() !== '');
    return [
      texts.length >= 2 ? null : `the ${axis} axis has ${texts.length} ticks with texts, expected two at least`,
      new Set(texts.map(text => text.textContent)).size === texts.length ? null : `the ${axis} axis has two ticks with the same text`,
    ].filter(Boolean);
  }

  // The box of a letter is higher than what is seen of it.
  function texts(svg) {
    const boxes = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim() !== '').map(text => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const rim = 0.15 * Math.min(right - left, bottom - top);
      return { text: text.textContent, left: left + rim, right: right - rim, top: top + rim, bottom: bottom - rim };
    });
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => meet(a, b)).map(b => `"${a.text}" and "${b.text}" overlap`));
  }

  // Broken numbers anywhere, and shapes outside the picture; what a frame clips may reach beyond it.
  function coordinates(svg) {
    const elements = [svg, ...svg.querySelectorAll('*')];
    const broken = elements.flatMap(element => [...element.attributes].filter(({ value }) => /NaN|Infinity|undefined/.test(value)).map(({ name, value }) => `${element.localName} has ${name}="${value.slice(0, 40)}"`));
    const box = svg.getBoundingClientRect();
    const drawn = [...svg.querySelectorAll('path, line, rect, circle, ellipse, polyline, polygon, text')].filter(each => !(each.localName === 'text' && each.textContent.trim() === '') && !each.closest('[clip-path], clipPath, defs, pattern, marker'));
    const outside = drawn.filter(each => !isInside(each.getBoundingClientRect(), box)).map(each => `${each.localName} ${each.textContent.trim()} reaches beyond the picture`);
    const empty = [...svg.querySelectorAll('g[clip-path]')].filter(group => !isSeen(group, box)).map(() => 'nothing is drawn inside a frame');
    return [...broken, ...outside, ...empty];
  }

  const isSeen = (group, box) => [...group.children].some(each => {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    return right > box.left && left < box.right && bottom > box.top && top < box.bottom;
  });

  function colorless(svg) {
    return [...svg.querySelectorAll('g[clip-path]')].flatMap(group => {
      const marks = [...group.querySelectorAll('circle')].map(circle => circle.getAttribute('fill'));
      // The arrows of a field are no curves: they show lengths, and are thicker where darker.
      const curves = [...group.querySelectorAll('path')].filter(path => !path.closest('.field')).map(path => ({
        fill: path.getAttribute('fill'),
        stroke: path.getAttribute('stroke'),
        dash: path.getAttribute('stroke-dasharray') ?? '',
        width: number(path, 'stroke-width'),
      })).filter(({ fill, stroke }) => fill === 'none' && stroke !== 'none');
      const isAlike = (a, b) => a.stroke !== b.stroke && a.dash === b.dash && Math.abs(a.width - b.width) < leastWidthDifference && marks.includes(a.stroke) === marks.includes(b.stroke);
      const pairs = curves.flatMap((a, i) => curves.slice(i + 1).filter(b => isAlike(a, b)).map(b => `the curves ${a.stroke} and ${b.stroke} differ in nothing but colour`));
      return [...new Set(pairs)];
    });
  }

  return {
    sizes: () => faultsOf(sizes),
    axes: () => faultsOf(axes),
    texts: () => faultsOf(texts),
    coordinates: () => faultsOf(coordinates),
    colorless: () => faultsOf(colorless),
  };
})();
