// The contrast of every text with what is really behind it, after WCAG 2.2 (relative luminance, contrast ratio).
const contrast = (() => {
  const least = 4.5;
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  // What a function gives for each of its arguments, found once: the page stands still while it is looked at.
  function once(compute) {
    const known = new Map();
    return key => known.has(key) ? known.get(key) : known.set(key, compute(key)).get(key);
  }

  // Colours one over the other, the lowest first, mixed by the browser itself: [red, green, blue].
  function mixed(layers) {
    for (const { color, opacity } of layers) {
      canvas.globalAlpha = opacity;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  }

  function luminance(color) {
    const [red, green, blue] = color.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function ratio(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  // The colour of the empty page, which depends on the colour scheme.
  function emptyPage() {
    const probe = document.createElement('div');
    probe.style.backgroundColor = 'Canvas';
    document.documentElement.append(probe);
    const color = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return { color, opacity: 1 };
  }

  // An opacity counts for each layer by itself, which never makes the contrast larger than it is.
  const opacityOf = once(element => element ? opacityOf(element.parentElement) * getComputedStyle(element).opacity : 1);

  // The background of an element over all around it, as one layer.
  const ground = once(element => {
    if (!element) {
      return emptyPage();
    }
    const own = { color: getComputedStyle(element).backgroundColor, opacity: opacityOf(element) };
    return { color: `rgb(${mixed([ground(element.parentElement), own]).join(' ')})`, opacity: 1 };
  });

  const isOnPicture = once(element => element !== null && (getComputedStyle(element).backgroundImage !== 'none' || isOnPicture(element.parentElement)));

  // The colours that a filling can have at a point: those of its parts where it is a pattern or a gradient.
  function fillings(shape) {
    const style = getComputedStyle(shape);
    const opacity = opacityOf(shape) * style.fillOpacity;
    const reference = /^url\("?#([^")]+)"?\)/.exec(style.fill);
    const colors = reference
      ? [...document.getElementById(reference[1]).querySelectorAll('*')].map(getComputedStyle).flatMap(part => [part.fill, part.stroke, part.stopColor])
      : [style.fill];
    return colors.filter(color => color !== 'none').map(color => ({ color, opacity }));
  }

  function isFilledAt(shape, x, y) {
    if (!(shape instanceof SVGGeometryElement) || getComputedStyle(shape).fill === 'none') {
      return false;
    }
    const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
    return shape.isPointInFill(point);
  }

  // The middles of the first, the middle and the last letter on the screen.
  function letters(text) {
    const count = text.getNumberOfChars();
    return [...new Set([0, Math.floor(count / 2), count - 1])].map(index => {
      const { x, y, width, height } = text.getExtentOfChar(index);
      return new DOMPoint(x + width / 2, y + height / 2).matrixTransform(text.getScreenCTM());
    });
  }

  // Only what is in the window can be asked for what lies under it.
  function lettersInWindow(text) {
    const found = letters(text);
    if (found.every(({ x, y }) => x >= 0 && x < innerWidth && y >= 0 && y < innerHeight)) {
      return found;
    }
    text.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return letters(text);
  }

  // Every possible stack of colours behind one letter, or why there is none.
  function behindLetter(text, { x, y }) {
    // A thin letter can lie between two pixels: its neighbours count too.
    const stacks = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map(([right, down]) => document.elementsFromPoint(x + right, y + down));
    const stack = stacks.find(each => each.includes(text)) ?? stacks[0];
    const own = stack.indexOf(text);
    if (own < 0) {
      return { hidden: 'is not where it should be seen' };
    }
    if (stack.slice(0, own).some(each => isFilledAt(each, x, y))) {
      return { hidden: 'is covered' };
    }
    const below = stack.slice(own + 1).filter(each => isFilledAt(each, x, y)).reverse();
    return { stacks: below.reduce((all, shape) => all.flatMap(lower => fillings(shape).map(filling => [...lower, filling])), [[ground(text.closest('svg'))]]) };
  }

  function ofPictureText(text) {
    const style = getComputedStyle(text);
    const own = { color: style.fill, opacity: opacityOf(text) * style.fillOpacity };
    const hasRim = style.paintOrder.startsWith('stroke') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
    let worst = Infinity;
    for (const letter of lettersInWindow(text)) {
      const { hidden, stacks } = behindLetter(text, letter);
      if (hidden) {
        return { hidden };
      }
      for (const stack of stacks) {
        const behind = hasRim ? [...stack, { color: style.stroke, opacity: own.opacity }] : stack;
        worst = Math.min(worst, ratio(mixed(behind), mixed([...behind, own])));
      }
    }
    return { ratio: worst };
  }

  function ofPageText(element) {
    if (isOnPicture(element)) {
      return { hidden: 'stands on a picture' };
    }
    const behind = ground(element);
    return { ratio: ratio(mixed([behind]), mixed([behind, { color: getComputedStyle(element).color, opacity: opacityOf(element) }])) };
  }

  const all = () => [...new Set(page.texts().map(text => text.parentElement))].map(element => ({
    text: element.textContent.trim().slice(0, 40),
    ...element instanceof SVGTextContentElement ? ofPictureText(element) : ofPageText(element),
  }));

  return {
    all,
    faults: () => all()
      .filter(each => each.hidden || !(each.ratio >= least))
      .map(({ text, hidden, ratio }) => `"${text}" ${hidden ?? `has a contrast of ${ratio.toFixed(2)}:1, less than ${least}:1`}`),
  };
})();
