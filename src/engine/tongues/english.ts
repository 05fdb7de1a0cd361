import type { ActClass } from '#engine/types.ts';
import { englishVerbs } from './englishVerbs.ts';
import { sensesOf } from './senses.ts';
import { each, phrases, words } from './tongue.ts';
import type { Tongue } from './tongue.ts';

const nouns: [ActClass, string][] = [
  [
    'proposed',
    'proposal proposals suggestion suggestions request requests call calls recommendation recommendations appeal amendment amendments demand',
  ],
  ['concern', 'concern concerns reservation reservations'],
  ['opposed', 'opposition objection objections'],
  ['supported', 'support endorsement'],
  ['stated', 'statement view observation comment argument assertion'],
  ['questioned', 'question questions query'],
  ['committed', 'commitment pledge offer announcement'],
];

export const english: Tongue = {
  code: 'en',
  determiners: words('the a an this that these those its their his her our'),
  and: words('and & / or'),
  contrast: words('but while whereas yet though although then'),
  pronouns: words('he she it they'),
  firstPerson: words('i we'),
  anaphors: words(
    'delegation delegate representative speaker minister panelist panellist presenter latter group country organization organisation ambassador government',
  ),
  echoes: phrases(
    [
      'this | it | these | that | them | the latter | such language',
      each(
        'this that',
        'proposal suggestion idea view position request amendment language approach option statement call addition point concern recommendation formulation deletion insertion subamendment motion interpretation remark assertion claim sentiment assessment',
      ),
      each('these those', 'proposals suggestions views concerns comments requests amendments'),
      each('the', 'proposal suggestion idea view request amendment'),
      'such a proposal | such an approach',
    ].join(' | '),
  ),
  behalf: phrases(
    'for | on behalf of | speaking for | speaking on behalf of | also on behalf of | also for | representing | in the name of | also speaking for | in its capacity as chair of | as chair of | as coordinator of | speaking in the name of | speaking also for',
  ),
  support: phrases(
    'supported by | seconded by | backed by | echoed by | endorsed by | with support from | with the support of | joined in support by | and supported by | also supported by | supported also by | followed by',
  ),
  oppose: phrases(
    'opposed by | but opposed by | and opposed by | contested by | objected to by | rejected by | challenged by | with opposition from | over the objections of | over objections from | despite opposition from | but not supported by | disputed by | criticized by | strongly opposed by | resisted by | countered by',
  ),
  alongside: phrases('with | together with | along with | jointly with | joined by | in concert with | alongside'),
  topic: phrases(
    'on | regarding | concerning | with regard to | with respect to | in relation to | as regards | as for | as to | on the issue of | turning to | in regard to | relating to | in terms of | with reference to | in connection with',
  ),
  about: words('on about regarding concerning'),
  introducers: words('that on to'),
  adverbs: words(
    'very quite also then further again finally however therefore thus moreover furthermore additionally instead next first second secondly lastly likewise similarly too still though always meanwhile nonetheless nevertheless once just only even now later yesterday today initially subsequently consequently jointly rather aloud',
  ),
  adverbEnding: /ly$/,
  negations: words("not never n't cannot"),
  auxiliaries: words(
    "had has have did do does would could can will may might should must wished wishes wish like to liked wanted felt unable able 'd 'll 've",
  ),
  copulas: words('was were is are am been be being'),
  reflexives: new Set(),
  by: words('by'),
  relatives: words('who which whom whose that'),
  quantifiers: words(
    'several some many most numerous various few all both two three four five six seven eight ten one another other others certain different multiple much each every half majority dozens',
  ),
  crowd: words(
    'countries country parties party delegations delegation delegates delegate participants participant speakers speaker states state members member representatives representative panelists panellists observers observer experts expert organizations organisations groups stakeholders ngos ministers governments interventions respondents contributors commenters discussants nations attendees interlocutors people voices officials regions government civil-society youth panels tables groups presenters presentations commentators sponsors co-sponsors cosponsors proponents',
  ),
  others: phrases(
    'others | other delegations | other countries | other parties | other delegates | many others | several others | a number of others | some others | a number of other countries | other states | other participants | several other countries | many other countries',
  ),
  offices: words(
    'minister ministers ambassador ambassadors representative representatives delegate delegates delegation delegations observer observers head government governments envoy undersecretary vice-minister deputy official officials mission spokesperson counsellor attaché secretary speaker counterpart counterparts',
  ),
  roles: new Map(
    Object.entries({
      chair: 'Chair',
      chairs: 'Chairs',
      chairperson: 'Chairperson',
      chairman: 'Chairman',
      chairwoman: 'Chairwoman',
      'co-chair': 'Co-Chair',
      'co-chairs': 'Co-Chairs',
      cochair: 'Co-Chair',
      'co-chairperson': 'Co-Chairperson',
      'co-chairpersons': 'Co-Chairpersons',
      'vice-chair': 'Vice-Chair',
      'vice-chairs': 'Vice-Chairs',
      president: 'President',
      'vice-president': 'Vice-President',
      moderator: 'Moderator',
      moderators: 'Moderators',
      facilitator: 'Facilitator',
      facilitators: 'Facilitators',
      'co-facilitator': 'Co-Facilitator',
      'co-facilitators': 'Co-Facilitators',
      rapporteur: 'Rapporteur',
      rapporteurs: 'Rapporteurs',
      'chair-rapporteur': 'Chair-Rapporteur',
      'chairperson-rapporteur': 'Chairperson-Rapporteur',
      secretariat: 'Secretariat',
      secretary: 'Secretary',
      'vice-chairperson': 'Vice-Chairperson',
      'vice-chairpersons': 'Vice-Chairpersons',
      'vice-chairman': 'Vice-Chairman',
      'co-president': 'Co-President',
      'co-lead': 'Co-Lead',
      'co-leads': 'Co-Leads',
      'co-convener': 'Co-Convener',
      'co-chairman': 'Co-Chairman',
      'vice-presidents': 'Vice-Presidents',
      'secretary-general': 'Secretary-General',
      coordinator: 'Coordinator',
      director: 'Director',
      'director-general': 'Director-General',
      commissioner: 'Commissioner',
      chairpersons: 'Chairpersons',
      presidency: 'Presidency',
      bureau: 'Bureau',
      'co-moderator': 'Co-Moderator',
      convener: 'Convener',
      convenor: 'Convenor',
      panelist: 'Panelist',
      panellist: 'Panellist',
      presidents: 'Presidents',
      mayor: 'Mayor',
      governor: 'Governor',
      ombudsman: 'Ombudsman',
      ombudsperson: 'Ombudsperson',
    }),
  ),
  of: words('of for from'),
  asides: phrases(
    'among other important issues | among other issues | among other things | among others | inter alia | in particular | for example | for instance | as well | among other points | in addition | with concern | with appreciation | with regret | with satisfaction | in conclusion | in closing | on the other hand | in general | in response | at the same time | for the record | in this regard | in this context | in that regard',
  ),
  connectives: words(
    'but however and also moreover furthermore additionally finally thus therefore yet so then in-addition',
  ),
  clauseStarts: words('this that it there we i they he she these those'),
  impersonal: words('it'),
  nouns: new Map(nouns.flatMap(([act, row]) => row.split(' ').map((noun) => [noun, act] as const))),
  ought: /\b(?:should|must|need(?:s)? to|ought to|has to|have to|we call|let us)\b/i,
  senses: sensesOf(englishVerbs, 'en'),
};
