import { expect, test } from 'vitest';
import { htmlToText } from '#documents/html.ts';

const codes = (html: string) => htmlToText(html).warnings.map((warning) => warning.code);

test.each([
  [
    'headings stand apart',
    'x<h2>Main <b>issues</b></h2><p>Norway said so.</p>',
    'x\n\nMain issues\n\nNorway said so.\n',
  ],
  ['blanks are drawn together', '<p>Norway,\n   for the <i>Nordic</i>  group</p>', 'Norway, for the Nordic group\n'],
  [
    'bold is marked tight around its words',
    '<p><b>Norway: </b>said <strong> so</strong>.</p>',
    '**Norway:** said **so**.\n',
  ],
  ['bold side by side is one', '<p><b>Nor</b><b>way</b> said</p>', '**Norway** said\n'],
  ['bold across paragraphs closes and opens', '<b><p>One</p><p>Two</p></b>', '**One**\n\n**Two**\n'],
  [
    'lists',
    '<ul><li>One</li><li><p>Two</p><ul><li>Deep</li></ul></li></ul><p>After</p>',
    '- One\n- Two\n  - Deep\n\nAfter\n',
  ],
  ['numbered lists', '<ol start="3"><li>Three<li>Four</ol>', '3. Three\n4. Four\n'],
  [
    'a row of a table is a line',
    '<table><tr><th>Who</th><th>What</th></tr><tr><td><p>Peru</p></td><td><p>yes</p></td></tr></table>',
    'Who\tWhat\nPeru\tyes\n',
  ],
  [
    'two paragraphs in a cell are two lines',
    '<table><tr><td><p>Peru</p><p>yes</p></td><td>no</td></tr></table>',
    'Peru\nyes\tno\n',
  ],
  ['line breaks', 'One<br>Two', 'One\nTwo\n'],
  ['preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c\n'],
  ['entities', '<p>C&ocirc;te d&rsquo;Ivoire &lt;b&gt; &#x4E2D;</p>', 'Côte d’Ivoire <b> 中\n'],
  [
    'what is not prose is dropped',
    '<title>T</title><nav>Home</nav><style>p{}</style><p>Text</p><button>Go</button>',
    'Text\n',
  ],
])('%s', (_, html, text) => expect(htmlToText(html).text).toBe(text));

test('scripts are dropped with a warning and never run', () => {
  const page = htmlToText('<p onclick="x()">Text</p><script>document.write("no")</script>');
  expect(page.text).toBe('Text\n');
  expect(page.warnings.map((warning) => warning.code)).toEqual(['active_content']);
});

test.each([
  'hidden',
  'style="display: none"',
  'style="font-size:1px"',
  'style="color:#FFF"',
  'style="visibility:hidden"',
])('text with %s is left out and quoted', (attribute) => {
  const page = htmlToText(`<p>Seen</p><p ${attribute}>Norway <b>opposed</b><script>x</script></p><p>Seen too</p>`);
  expect(page.text).toBe('Seen\n\nSeen too\n');
  expect(page.warnings[0]).toEqual({ code: 'hidden_text', values: { excerpts: '“Norway opposed”', count: 1 } });
});

test('lists without end do not make a text without end', () => {
  expect(htmlToText('<ul><li>a'.repeat(2000)).text.length).toBeLessThan(2000 * 25);
});

test('white on a dark ground is not hidden', () => {
  expect(codes('<p style="color:#fff;background:#003">Header</p>')).toEqual([]);
});
