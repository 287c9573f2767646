// The page as a document: widths, formulas, headings, labels, links, parts that open.
const page = (() => {
  const elements = selector => [...document.querySelectorAll(selector)];
  const isLabelled = element => Boolean((element.getAttribute('aria-label') ?? document.getElementById(element.getAttribute('aria-labelledby'))?.textContent ?? '').trim());
  const named = element => `${element.localName}${element.id ? `#${element.id}` : ''}${element.className && typeof element.className === 'string' ? `.${element.className.replaceAll(' ', '.')}` : ''} "${element.textContent.trim().slice(0, 30)}"`;

  // Opens what can be opened, as a reader does.
  function opening() {
    return elements('details').flatMap(details => {
      details.querySelector(':scope > summary')?.click();
      const content = [...details.children].filter(child => child.localName !== 'summary');
      return details.open && content.some(child => child.getBoundingClientRect().height > 0) ? [] : [`${named(details)} does not open`];
    });
  }

  function scrolling() {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const wide = elements('body *').filter(element => !element.closest('svg') && element.getBoundingClientRect().right > clientWidth + 1);
    const inside = elements('body *').filter(element => element.clientWidth > 0 && !(element instanceof SVGElement)).flatMap(element => {
      const style = getComputedStyle(element);
      const axes = [[style.overflowX, element.scrollWidth - element.clientWidth], [style.overflowY, element.scrollHeight - element.clientHeight]];
      const scrolls = axes.some(([overflow, excess]) => /auto|scroll/.test(overflow) && excess > 0);
      return [
        axes.some(([overflow, excess]) => /hidden|clip/.test(overflow) && excess > 1) ? `${named(element)} cuts off what is in it` : null,
        scrolls && element.getAttribute('tabindex') !== '0' ? `${named(element)} scrolls, but is not reached by keyboard (tabindex="0")` : null,
        scrolls && !isLabelled(element) ? `${named(element)} scrolls, but has no label` : null,
      ].filter(Boolean);
    });
    return [...scrollWidth <= clientWidth ? [] : [`the page is ${scrollWidth} wide, the window ${clientWidth}: ${wide.slice(0, 3).map(named).join(', ')}`], ...inside];
  }

  function formulas() {
    return elements('math').flatMap(math => {
      const { width, height } = math.getBoundingClientRect();
      return [
        width > 0 && height > 0 ? null : `${named(math)} has a size of ${width} by ${height}`,
        math.querySelector('merror') ? `${named(math)} has an error in it` : null,
      ].filter(Boolean);
    });
  }

  function headings() {
    const levels = elements('h1, h2, h3, h4, h5, h6').map(heading => ({ heading, level: Number(heading.localName[1]) }));
    return [
      ...levels.filter(({ level }) => level === 1).length === 1 ? [] : ['there is not one h1'],
      ...levels.filter(({ level }, i) => level > (levels[i - 1]?.level ?? 0) + 1).map(({ heading }) => `${named(heading)} skips a level`),
    ];
  }

  function labels() {
    return [
      ...elements('svg:not([aria-hidden])').filter(svg => !isLabelled(svg) && !svg.querySelector(':scope > title')).map(() => 'a picture has no label'),
      ...elements('img').filter(image => !image.alt.trim()).map(image => `${image.src} has no alt`),
      ...elements('figure').filter(figure => !isLabelled(figure) && !figure.querySelector('figcaption')?.textContent.trim()).map(figure => `${named(figure)} has no caption`),
    ];
  }

  // Names are unique and resolve; links that leave the page are looked after by the caller, who can see files.
  function anchors() {
    const ids = elements('[id]').map(element => element.id);
    const used = [
      ...elements('a[href^="#"]').map(link => decodeURIComponent(link.getAttribute('href').slice(1))),
      ...elements('svg *').flatMap(element => [...element.attributes]).flatMap(({ value }) => [...value.matchAll(/url\(#([^)]+)\)/g)].map(match => match[1])),
    ];
    return [
      ...ids.filter((id, i) => ids.indexOf(id) < i).map(id => `the name ${id} is there twice`),
      ...used.filter(id => !ids.includes(id)).map(id => `#${id} leads nowhere`),
    ];
  }

  function verdicts() {
    const all = elements('.verdict').filter(verdict => !verdict.closest('details:not([open])'));
    const isSaid = verdict => verdict.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && /confirmed|refuted|inconclusive/.test(verdict.innerText);
    const isVerdictFree = document.querySelectorAll('.outcome').length === 0;
    return all.length === 0 && !isVerdictFree ? ['there is no verdict'] : all.filter(verdict => !isSaid(verdict)).map(verdict => `${named(verdict)} does not say its verdict in a word`);
  }

  // All texts that are drawn: no comments, no titles of pictures, nothing that is closed or in a list to choose from.
  function texts() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const element = text.parentElement;
      const isDrawn = element.closest('svg') ? element instanceof SVGTextContentElement : !element.matches('script, style, option');
      if (isDrawn && text.data.trim() !== '' && element.checkVisibility({ visibilityProperty: true })) {
        found.push(text);
      }
    }
    return found;
  }

  const links = () => elements('a[href], link[href]').map(link => link.href).filter(href => !href.startsWith(document.URL.split('#')[0] + '#'));
  return { opening, scrolling, formulas, headings, labels, anchors, verdicts, links, texts };
})();
