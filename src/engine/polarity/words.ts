import { tongues } from '#engine/tongues/tongues.ts';
import type { Tongue } from '#engine/tongues/tongue.ts';

/** How a language says no: compiled from the lists below. All words are compared folded: no accents, no capitals. */
export interface DenyingWords {
  tongue: Tongue;
  /** Deny everything after them in their clause. */
  negators: Set<string>;
  /** Several of these in one clause deny once: "ne … jamais", "no … nadie". */
  concord: boolean;
  /** Deny only what hangs on them: "without papers". */
  local: Set<string>;
  /** Pairs of opposites, by what begins a word: which idea, on which side of it, and whether it denies what follows. */
  opposites: { idea: string; sign: 1 | -1; denies: boolean; pattern: RegExp }[];
  /** "Unwise": the opposite of what follows the first syllable. */
  prefix: RegExp;
  splits: Set<string>;
  and: Set<string>;
  that: Set<string>;
  /** A clause goes on after them without what hung on "without" or "rather than". */
  verbs: Set<string>;
  light: Set<string>;
  /** How a verb or noun ends, as far as a paraphrase bends it. */
  endings: RegExp;
}

const set = (list: string) => new Set(list.trim().split(/\s+/));

/**
 * idea: words on its one side / words on the other. A "!" before a word: it denies what follows it ("opposed a levy").
 * Each is the beginning of a word, or with "$" the whole of it. Our own lists, by hand.
 */
function opposites(list: string): DenyingWords['opposites'] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [idea, sides] = line.trim().split(': ') as [string, string];
      return sides.split(' / ').flatMap((side, i) => {
        const row = side.trim().split(/\s+/);
        const pattern = (some: string[]) => new RegExp(`^(?:${some.join('|')})`);
        const [denying, plain] = [row.filter((one) => one[0] === '!').map((one) => one.slice(1)), row.filter((one) => one[0] !== '!')]; // prettier-ignore
        const sign = i === 0 ? (1 as const) : (-1 as const);
        return [
          ...(plain.length > 0 ? [{ idea: `@${idea}`, sign, denies: false, pattern: pattern(plain) }] : []),
          ...(denying.length > 0 ? [{ idea: `@${idea}`, sign, denies: true, pattern: pattern(denying) }] : []),
        ];
      });
    });
}

const english: DenyingWords = {
  tongue: tongues.en,
  negators: set('not never no nor neither none nobody nothing nowhere cannot hardly scarcely barely seldom rarely unless few little'), // prettier-ignore
  concord: false,
  local: set('without except'),
  opposites: opposites(`
    support: support accept agree(?!men) endors welcom favou?r approv consent willing prepared$ join$ joined$ / !oppos !object(?:s|ed|ing|ion|ions)?$ !reject !disagre !refus !declin !against$ !resist !condemn !denounc !unwilling !reluctan !contest
    allow: allow permitted permitting entitl authori[sz] / !forbid !forbade !prohibit !ban$ !banned !banning !bans$ !barred !prevent !preclud !exclud
    able: able$ possibl / !unable !impossib
    there: exists?$ existed availab enough$ suffic obtain / !lack !absen !missing$ !miss$ !shortage !insuffic !depriv !lost$ !lose$ !losing !devoid !scarc
    often: often$ frequent$ frequently always$ / rare$ seldom$ rarely$ infrequent occasional
    more: more$ increas higher$ rise$ rose$ rising$ grew$ grow$ / fewer$ less$ decreas reduc lower$ fell$ fallen
    managed: manage[ds]?$ succeed / !fail !neglect !omit
    goes_on: continu$ continue[ds]?$ continuing still$ remain / !stop !ceas !discontinu !abolish !abandon !ended$ !ending$
    certain: certain$ confident convinced / !doubt !deny !denied !denies !sceptic !skeptic
    near: approach / !avoid !refrain !away$ !abstain !await !waiting$ !waited$ !pending$
    easy: easy$ easily simple$ / difficult hard$ hardship
    open: open$ opened opening opens / clos(?:e|ed|es|ing|ure)$
    counted: includ cover(?:s|ed|ing)?$ / !ignor !overlook !leav(?:e|es|ing)_out
    regret: regret / glad$
    sorry: concern worr fear / reassur`),
  prefix: /^(?:un(?=(?!i|der|til|less|to$|animous)\p{L}{3})|in(?=adequa|approp|complet|accessib|compatib|consisten|dependent|effectiv|eligib|just|applicab|correct|visib|accepta|secur|tolera|voluntar|formal)|im(?=practic|perfect|proper)|ir(?=regular|relevan|respons)|il(?=legal|legit)|dis(?=satisf|continu|approv|advantag)|non-)/u, // prettier-ignore
  endings: /(?<=\p{L}{3})(?:ations?|ation|ions?|ing|ies|ied|ed|es|ly|s|d|e|y)$/u,
  splits: set('but because although though while whereas if when until before after since as so which who whom whose where yet therefore provided unless whether'), // prettier-ignore
  and: set('and or'),
  that: set('that'),
  verbs: set('is are was were be been has have had do does did will would shall should must can could may might am'),
  light: set('that this these those with from they them their there have been were which when what where will would should could must than then also only into upon about very such being does just even ever itself make made take taken said says some many most each other others another both here over the and for are was but has had its who our his her she you all any can may one out off own per via yet too now how why did due use way ask nor longer according theirs ours during far under after before while since because although though'), // prettier-ignore
};

const french: DenyingWords = {
  tongue: tongues.fr,
  negators: set('pas plus jamais rien aucun aucune personne guere nul nulle ni nullement'),
  concord: true,
  local: set('sans sauf hormis'),
  opposites: opposites(`
    support: accept souten soutien soutient appui appuy approuv favorab favoris faveur$ salu(?:e|é|er|ons)$ adher consent / !refus !rejet !oppos !desapprouv !contest !contre$ !defavorab !desaccord
    allow: permet permis(?:e|es)?$ autoris / !interdi !empech !prohib !exclu
    able: possib capab pouv peut$ peuv / !impossib !incapab
    there: exist dispos suffi / !manqu !absen !defaut$ !depourv !perdu !insuffi !priv(?:e|es|ee|ees)$ !lacun
    often: souvent$ frequen regulierement / rare$ rarement rares$
    more: davantage$ augment hausse / moins$ diminu baiss redui
    managed: reussi parven / !echou !neglig !omis !omet
    goes_on: continu toujours$ encore$ poursui / !cess !abandon !supprim !arret
    certain: certain(?:e|es|s)?$ convain / !dout !nie$ !nier$ !nient$
    near: approch / !evit !abstenir !abstien
    easy: facil simple$ / difficil
    open: ouv[re] / ferm(?:e|er|ee|es|eture|ent|ons)$
    regret: regrett / rejoui
    sorry: inqui preoccup crain / rassur`),
  prefix: /^(?:in(?=just|adequa|appropri|complet|accessib|compatib|dependan|effica|applicab|correct|visib|accepta|utile|suffis|tolera|form)|im(?=possib|pratic|prop)|ir(?=regul|respons)|il(?=legal|legit)|mal(?=heureu|honn)|non-)/u, // prettier-ignore
  endings: /(?<=\p{L}{3})(?:issons|issent|ations?|aient|ions|ait|ons|ent|ees?|es|er|ir|ez|ant|ee|e|s|a)$/u,
  splits: set('mais car parce si quand lorsque qui dont ou donc afin avant apres tandis alors puisque comme bien lorsqu puisqu'), // prettier-ignore
  and: set('et'),
  that: set("que qu'"),
  verbs: set('est sont etait etaient sera seront serait seraient soit soient a ont avait avaient aura auront doit doivent devrait devraient peut peuvent pourrait ne'), // prettier-ignore
  light: set('cette leurs leur avoir etre dans pour avec sont etait etaient avait avaient doit doivent devrait sera serait seraient soit soient nous vous elle elles ceux celui cela ainsi aussi tres tout tous toute toutes entre chez plus moins les des une aux ces ses nos vos est ont que qui par sur son sa mes tes ils lui eux fait faire ont paru parait alors depuis telle tels tel selon'), // prettier-ignore
};

const spanish: DenyingWords = {
  tongue: tongues.es,
  negators: set('no nunca jamas tampoco ni nadie nada ningun ninguno ninguna apenas'),
  concord: true,
  local: set('sin salvo excepto'),
  opposites: opposites(`
    support: apoy acept respald aprob aprueb favor(?:able|ables)?$ consient / !opon !opus !opuest !oposic !rechaz !nieg !negar !nego$ !rehus !contra$ !desacuerdo !contrari
    allow: permit autoriz / !prohib !impid !imped !exclu
    able: posib puede poder podia podria / !imposib !incapa
    there: exist dispon sufici basta / !falta(?:n|ba|ban|ron|r)?$ !carec !carenc !ausenci !perd !insufic !escas
    often: frecuen siempre$ menudo$ / rara(?:s|mente)?$ raro
    more: aument mayor / menos$ disminu redu[cj]
    managed: logr consigui / !fracas !omit
    goes_on: sigu segui continu todavia$ aun$ / !dej(?:o|aron|ado|amos|aban|ar)$ !ces(?:o|ar|aron|ado)$ !abandon !suprim
    certain: convenc segur(?:o|a|os|as)$ / !dud(?:o|a|an|aron|amos|aba)$
    near: acerc / !evit !absten
    easy: facil / dificil
    open: abr(?:i|e) abiert / cerr cierr
    regret: lament / celebr
    sorry: preocup tem(?:e|en|ia|io)$ inquiet`),
  prefix: /^(?:in(?=just|adecua|apropi|complet|acces|compatib|dependien|efica|aplicab|correct|visib|acepta|util|tolera|form)|im(?=practic|prop)|ir(?=regul|respons)|i(?=legal|legit)|des(?=acuerd|conoc|proteg|aproba)|non-)/u, // prettier-ignore
  endings:
    /(?<=\p{L}{3})(?:aciones|acion|ieron|iendo|emos|amos|imos|aron|aban|ando|ieran|aran|ian|ian|en|an|ia|aba|ara|ar|er|ir|as|es|os|s|a|e|o)$/u,
  splits: set('pero porque si cuando quien quienes cual donde aunque para antes despues hasta mientras pues sino como'),
  and: set('y e o u'),
  that: set('que'),
  verbs: set('es son era eran fue fueron sera seria esta estan ha han habia habian debe deben deberia puede pueden podria'), // prettier-ignore
  light: set('esta este estos estas para como pero sido habia habian estan estaba debe deben deberia seria sera puede pueden podia podria sus nuestro nuestra nuestros nuestras ellos ellas todo todos toda todas los las una uno unos unas del por con sus que ese esa eso fue son han hay muy mas les nos tambien muy entre desde sobre cada otro otra otros otras hacer hecho segun eso esto ello quien cual sino mas'), // prettier-ignore
};

export const denyingWords = { en: english, fr: french, es: spanish };
