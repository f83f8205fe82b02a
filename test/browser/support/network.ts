/** A switch in the page's own requests: those that match get a real 404 from the real server. */
export function failing(pattern: RegExp) {
  const { fetch } = window;
  const { open } = XMLHttpRequest.prototype;
  const elsewhere = (url: string) => (pattern.test(url) ? '/test/support/media/not-there' : url);
  window.fetch = (input, init) => fetch(elsewhere(input instanceof Request ? input.url : String(input)), init);
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL) {
    return open.call(this, method, elsewhere(String(url)), true);
  };
  return {
    restore() {
      window.fetch = fetch;
      XMLHttpRequest.prototype.open = open;
    },
  };
}

/** Answers the page's own requests that match; undefined stands for a connection that is lost. */
export function answering(pattern: RegExp, answer: () => Response | undefined) {
  const { fetch } = window;
  window.fetch = async (input, init) => {
    if (!pattern.test(input instanceof Request ? input.url : String(input))) return fetch(input, init);
    const response = answer();
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  };
  return {
    restore() {
      window.fetch = fetch;
    },
  };
}

/** Lets the page's own requests that match wait until they are let go. */
export function holding(pattern: RegExp) {
  const { fetch } = window;
  let release = () => {};
  const free = new Promise<void>((resolve) => {
    release = resolve;
  });
  window.fetch = async (input, init) => {
    if (pattern.test(input instanceof Request ? input.url : String(input))) await free;
    return fetch(input, init);
  };
  return {
    restore() {
      window.fetch = fetch;
      release();
    },
  };
}
