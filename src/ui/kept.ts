import { getAllContexts, type Component } from 'svelte';
import { render } from 'svelte/server';

// One reader's language, one who may answer and one who may not: more forms of one thing than this are not worth keeping.
const most = 8;

interface Form {
  component: unknown;
  props: Record<string, unknown>;
  language: unknown;
  html: string;
}

const forms = new WeakMap<object, Form[]>();

/**
 * The HTML of a component, made once for as long as what it shows is remembered. `shown` is that thing: as it is never
 * changed, only forgotten, what is kept for it is forgotten with it. A form is used again only where every prop is the
 * very same. Call it while a component starts, for the pages of this program are rendered once and hydrated never.
 */
export function keeping() {
  const context = getAllContexts();
  const language = context.get('language');
  return <Props extends Record<string, any>>(shown: object, component: Component<Props>, props: Props): string => {
    const kept = forms.get(shown) ?? [];
    const known = kept.find(
      (form) => form.component === component && form.language === language && same(form.props, props),
    );
    if (known) return known.html;
    const html = render(component, { props, context }).body.replaceAll(hydrationMark, '');
    forms.set(shown, [...kept, { component, props, language, html }].slice(-most));
    return html;
  };
}

// What people wrote is escaped, so that any comment is Svelte's own.
const hydrationMark = /<!--.*?-->/g;

function same(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.is(a[name], b[name]));
}
