export interface Field {
  name: string;
  /** As HTML has it: text, hidden, file, select, textarea … */
  type: string;
  value: string;
}

export interface Form {
  who: string;
  /** The page it stands on, and where it is sent, as paths. */
  page: string;
  action: string;
  isMultipart: boolean;
  fields: Field[];
}

/** What is the same form on another page of its kind: where it is sent, without whom or what it is about, and its fields. */
export function kindOf({ action, fields }: Pick<Form, 'action' | 'fields'>): string {
  const names = [...new Set(fields.map(({ name }) => name.replace(/\d+/g, 'n')))].sort();
  return `${placeOf(action)} ${names.join(',')}`;
}

/** An address without what tells two pages of one kind apart. */
export function placeOf(address: string): string {
  return address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/(rt|notes|report|programme|floor|points|rulings)\/[0-9.]+/g, '$1/:number')
    .replace(/\/statements\/\d+|(\/:number)\/\d+/g, '$1/:n')
    .replace(
      /\/(delegations|practices|register|papers|lines|versions|receipts)\/(?!(?:new|import|persons|changes)\b)[^/?]+/g,
      '/$1/:slug',
    ) // prettier-ignore
    .replace(/=[^&]*/g, '=');
}

/** The forms and links of a page as a browser reads them. Runs in the browser. */
export function readPage(html: string): { forms: Omit<Form, 'who' | 'page'>[]; links: string[] } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const forms = [...page.forms].flatMap((form) => {
    if (form.method !== 'post') return [];
    const buttons = [...form.elements].filter((one): one is HTMLButtonElement => one instanceof HTMLButtonElement);
    const actions = new Set([form.getAttribute('action') ?? '', ...buttons.map((one) => one.getAttribute('formaction') ?? '')].filter((action, i) => i === 0 || action !== '')); // prettier-ignore
    const fields = [...form.elements].flatMap((one) => {
      if (!(one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement || one instanceof HTMLButtonElement)) return []; // prettier-ignore
      if (!one.name) return [];
      const type = one instanceof HTMLSelectElement ? 'select' : one.type;
      if (type === 'radio' && !(one as HTMLInputElement).checked) return [];
      return [{ name: one.name, type, value: one.value }];
    });
    const isMultipart = form.enctype === 'multipart/form-data';
    return [...actions].map((action) => ({ action, isMultipart, fields }));
  });
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!);
  return { forms, links };
}

const typed = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'textarea', 'number', 'date', 'time', 'datetime-local']); // prettier-ignore

export const isTyped = ({ type }: Field): boolean => typed.has(type);

interface Body {
  body: string | FormData | URLSearchParams;
  type?: string;
  /** Whether the answer is asked for as data, without the page around it. */
  asData?: boolean;
}

/** A form with these texts typed into its fields, each field another, beginning with the given one. */
export function typedInto(form: Form, texts: readonly string[], from: number): Body {
  const values: [string, string][] = [];
  let n = from;
  for (const field of form.fields)
    if (field.type !== 'file') values.push([field.name, isTyped(field) ? texts[n++ % texts.length]! : filledIn(field)]);
  if (!form.isMultipart) return { body: new URLSearchParams(values) };
  const body = new FormData();
  for (const [name, value] of values) body.append(name, value);
  for (const { name, type } of form.fields)
    if (type === 'file') body.append(name, new File([texts[n++ % texts.length]!], texts[n++ % texts.length]!.slice(0, 200))); // prettier-ignore
  return { body };
}

/** A form that is sent a second time under its token has done nothing: each gets another. */
function filledIn({ name, value }: Field): string {
  return name === 'token' && value !== '' ? crypto.randomUUID() : value;
}

const wrongs = ['', 'x', '00000000-0000-4000-8000-000000000000', "' or 1=1 --", '\u0000', '__proto__', '-1', '1e999', '[]']; // prettier-ignore

/** A form as no page sends it: fields left out, twice, of another kind, far too long; bodies that are broken. */
export function misshapen(form: Form): Body[] {
  const { fields } = form;
  const plain = (values: [string, string][]): Body => ({ body: new URLSearchParams(values) });
  const usual = fields.filter(({ type }) => type !== 'file').map(({ name, value }): [string, string] => [name, value]);
  // Of the thousand boxes that a list of statements has one stands for all: they are told apart by an id, if at all.
  const withoutIds = (name: string) => name.replaceAll(/[0-9a-f-]{36}|\d+/g, '#');
  const kinds = usual.map(([name]) => withoutIds(name));
  const isRepeated = (i: number) => kinds.indexOf(kinds[i]!) < i;
  const oneOfEach = [...new Map(fields.map((field) => [withoutIds(field.name), field])).values()];
  const parts = (change: (body: FormData) => void): Body => {
    const body = new FormData();
    for (const [name, value] of usual) body.append(name, value);
    change(body);
    return { body };
  };
  const encoded = 'application/x-www-form-urlencoded';
  return [
    plain([]),
    ...usual.flatMap((_, i) => (isRepeated(i) ? [] : [plain(usual.filter((_, other) => other !== i))])),
    // What people type into has had the texts; what the page fills in itself gets what it never would.
    ...usual.flatMap(([of], i) => (isRepeated(i) || fields.some((field) => field.name === of && isTyped(field)) ? [] : wrongs).map((wrong) => ({ ...plain(usual.map(([name, value], at) => [name, at === i ? wrong : value])), asData: true }))), // prettier-ignore
    plain([...usual, ...usual, ...usual.map(([name]): [string, string] => [name, 'again'])]),
    // Of a form with a thousand boxes not more than a program can hold.
    plain(usual.slice(0, 20).map(([name]) => [name, 'x'.repeat(1_000_000)])),
    plain(Array.from({ length: 2000 }, (_, i) => [`field${i}`, 'x'])),
    plain([...usual, ['__proto__', '1'], ['constructor', '2'], ['a[b][c]', '3'], ['toString', '4']]),
    ...oneOfEach.map(({ name }) => parts((body) => body.set(name, new File(['<script>hit()</script>'], '../"><img src=x onerror=hit()>.html')))), // prettier-ignore
    ...fields.filter(({ type }) => type === 'file').map(({ name }) => parts((body) => body.set(name, 'no file'))),
    { body: 'a=%ff%fe%00&%&&===&%zz', type: encoded },
    { body: '', type: 'multipart/form-data' },
    { body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', type: 'multipart/form-data; boundary=x' },
    { body: '--x\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nb\r\n--x--\r\n', type: 'multipart/form-data; boundary=x' }, // prettier-ignore
    { body: '{"__proto__":{"a":1}}', type: 'application/json' },
    { body: 'a=b', type: 'text/plain' },
    { body: 'a=b', type: 'application/x-unheard-of' },
    { body: '\u0000\u0001\u0002', type: '' },
  ];
}

export interface Posting {
  posts: number;
  /** Far too long ones, hung up on before their end. */
  closed: number;
  statuses: Map<number, number>;
  wrong: string[];
}

/** Where answers are read as a browser reads them, and shown. */
export interface Glass {
  /** What was run in what was shown. */
  ran: string[];
  dangersIn(html: string): Promise<string[]>;
  show(html: string): Promise<void>;
  close(): Promise<void>;
}

export interface Sent {
  /** As an address; and whose cookie it goes with. */
  to: string;
  cookie: string;
  form: Form;
  body: Body;
}

/** Sends one and looks at what comes back: no error of the server, none of its insides, nothing in it that would run. */
export async function post({ to, cookie, form, body: { body, type, asData } }: Sent, glass: Glass, posting: Posting) {
  const headers: Record<string, string> = { cookie, origin: to, accept: asData ? 'application/json' : 'text/html' };
  if (type !== undefined) headers['content-type'] = type;
  const at = new URL(form.action, to + form.page);
  const name = `${form.who} ${at.pathname}${at.search}`;
  const ask = async () => {
    const answer = await fetch(at, { method: 'POST', redirect: 'manual', headers, body });
    return { answer, whole: await answer.text() };
  };
  const answered = await ask().catch(() => null);
  if (!answered) {
    // Who is answered before all is sent finds the line closed: that is no answer to something short.
    posting.closed += 1;
    if (String(body).length < 100_000) posting.wrong.push(`no answer: ${name}`);
    return { status: 0, text: '' };
  }
  const { answer, whole } = answered;
  // What is only long is shown again at its length, over which a browser breaks.
  const text = whole.replaceAll(/x{1000,}/g, 'x');
  const status = asData ? statusIn(text, answer.status) : answer.status;
  posting.posts += 1;
  posting.statuses.set(status, (posting.statuses.get(status) ?? 0) + 1);
  const shown =
    body instanceof FormData ? 'parts' : decodeURIComponent(String(body).replaceAll('%', '%25')).slice(0, 160);
  if (status >= 500) posting.wrong.push(`${status}: ${name}: ${shown}`);
  if (/\bat [^\s]+ \(?(file:|\/)[^\s]+:\d+:\d+/.test(text)) posting.wrong.push(`a trace: ${name}: ${shown}`);
  // Every text that would run something says so by name.
  if (answer.headers.get('content-type')?.startsWith('text/html') && /hit\b|alert\(1\)/.test(text)) {
    const dangers = await glass.dangersIn(text).catch((error: Error) => [`not read: ${error.message}`]);
    for (const danger of dangers) posting.wrong.push(`${danger}: ${name}: ${shown}`);
  }
  return { status, text };
}

/** An answer as data is always 200, and says within what it would have been. */
function statusIn(text: string, usual: number): number {
  if (!text.startsWith('{"type":')) return usual;
  return (JSON.parse(text) as { status?: number }).status ?? usual;
}
