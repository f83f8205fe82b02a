/**
 * The tiny entry: defines each tag when one of it comes near the viewport, so that a player far down the page costs
 * nothing until the shopper scrolls towards it. The table is explicit: a computed address could not be bundled.
 */
const TAGS: Record<string, () => Promise<unknown>> = {
  'shoppable-video': () => import('./index.js'),
  'shoppable-shelf': () => import('./shelf.js'),
  'shoppable-cart': () => import('./cart.js'),
};

/** How near, in CSS pixels above and below the viewport. */
const NEAR = '600px 0px';

function watch(page: Document): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        // Another tag of the same name, or the next look, tries again: a lost chunk need not be lost for good.
        TAGS[target.localName]?.().catch(() => near.observe(target));
      }
    },
    { rootMargin: NEAR },
  );
  const find = (root: ParentNode) => {
    for (const tag of root.querySelectorAll(
      Object.keys(TAGS)
        .map((name) => `${name}:not(:defined)`)
        .join(),
    ))
      near.observe(tag);
  };
  find(page);
  // Pages are built by script too.
  new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length)) find(page);
  }).observe(page, { childList: true, subtree: true });
}

if (globalThis.document) watch(document);
