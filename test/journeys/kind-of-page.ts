/**
 * What a page is made of, in a browser: every kind of element – its tag, its attributes, whether it has words – within its
 * kinds of elements, whether it stands there more than once, and the light and width it is seen in. How many there are and
 * which words they hold makes no difference.
 */
export function kindOfPage(): string {
  const paths = new Map<Element, string>();
  const kinds = new Set<string>();
  // What holds words, addresses and names of things in their place; any other attribute's value is part of the kind.
  const isWords =
    /^(href|src|id|for|value|title|alt|name|action|content|datetime|placeholder|cite|headers|list|d|data-(?!state|theme).*|aria-(label|labelledby|describedby|controls|owns|details|activedescendant|valuenow|valuetext))$/;
  for (const element of document.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) =>
      isWords.test(name) ? name : `${name}=${value}`,
    );
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim());
    const path = `${paths.get(element.parentElement!) ?? ''}>${element.localName}[${attributes.sort()}]${hasWords ? '…' : ''}`;
    paths.set(element, path);
    kinds.add(kinds.has(path) ? `${path}+` : path);
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return [dark, innerWidth, ...[...kinds].sort()].join('\n');
}
