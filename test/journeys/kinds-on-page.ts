/**
 * What a page is made of, in a browser: every kind of element, and the first that is of it. A kind is its tag, its attributes,
 * whether it has words, children, a label, and whether what it refers to is there – within its kinds of elements, whether it
 * stands there more than once, and the light and width it is seen in. One, of the whole page, is what a page has to have. How
 * many there are and which words they hold makes no difference.
 */
export function kindsOnPage(): Map<string, Element> {
  const paths = new Map<Element, string>();
  const kinds = new Map<string, Element>();
  const place = `${matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'} ${innerWidth}`;
  const remember = (kind: string, element: Element) => {
    if (!kinds.has(kind)) kinds.set(kind, element);
  };
  // What holds words, addresses and names of things in their place; any other attribute's value is part of the kind.
  const isWords =
    /^(href|src|id|for|value|title|alt|name|action|content|datetime|placeholder|cite|headers|list|d|data-(?!state|theme).*|aria-(label|labelledby|describedby|controls|owns|details|activedescendant|valuenow|valuetext))$/;
  const refers = /^(for|headers|list|aria-(labelledby|describedby|controls|owns|details|activedescendant))$/;
  const isThere = (id: string) => document.getElementById(id) !== null;
  for (const element of document.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => {
      if (refers.test(name)) return `${name}=${value.split(/\s+/).every(isThere)}`;
      return isWords.test(name) ? name : `${name}=${value}`;
    });
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim());
    const marks = [
      hasWords && '…',
      element.firstElementChild && '+',
      (element as HTMLInputElement).labels?.length && 'labelled',
    ];
    const own = `${element.localName}[${attributes.sort()}]${marks.filter(Boolean).join('')}`;
    const path = `${paths.get(element.parentElement!) ?? ''}>${own}`;
    paths.set(element, path);
    const kind = `${place} ${path}`;
    remember(kinds.has(kind) ? `${kind} again` : kind, element);
  }
  const howMany = (tag: string) => Math.min(document.querySelectorAll(tag).length, 2);
  const has = ['h1', 'main', 'header', 'footer'].map(howMany);
  remember(`${place} title ${document.title !== ''}, ${has}`, document.documentElement);
  return kinds;
}
