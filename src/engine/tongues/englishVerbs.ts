// How speaking is reported in English. One class a paragraph; entries are separated by ";".
//   ~          up to four words may stand here ("expressed its deep concern")
//   a|b        one of these words must follow
//   +a|b       one of these belongs to the verb when it follows; with "!" the verb counts only with it
//   (x y)      irregular past and past participle
// Hand-checked for polarity; the classes are those of the glossary.

export const englishVerbs = `
stated: say (said); call; state; mention; note; observe; remark +upon; comment +on|upon; explain; clarify;
  report +on; recall; cite; quote; refer +to; allude +to; speak (spoke spoken) +of|about|on|to; talk +about|of; add; affirm;
  reaffirm; reiterate; restate; repeat; assert; maintain; claim; contend; argue; believe; consider; think (thought); feel (felt);
  acknowledge; recognize; recognise; admit; concede; reply; respond; answer; inform; tell (told); point out;
  point +to|towards!; indicate; elaborate +on|upon; reflect +on|upon!; confirm; assure; specify; identify; attribute;
  compare; distinguish +between!; differentiate +between!; touch +on|upon!; remind; relate; predict; estimate; project;
  interpret; characterize; define; signal; conclude that; discuss; debate; address; exchange ~ views +on; list; summarize;
  read (read) out; declare; advise that; find (found) that; see (saw seen) ~ as; view; regard; understand (understood) that; infer; hold (held) that;
  mean (meant) that; imply; posit; opine; suppose; assume; postulate; calculate; convey; relay; update;
  express ~ view|views|opinion|belief|understanding|conviction +on|about|regarding; express ~ confidence|trust|faith +in; voice ~ view|views|opinion|belief;
  share ~ view|views|opinion|perspective|perspectives|thoughts +on|about; be of the view|opinion; be convinced|confident|aware|certain; hold (held) ~ view;
  make (made) ~ point|observation|remark|remarks|statement|comment|comments +on|about; take (took taken) ~ note +of; take (took taken) ~ view;
  provide ~ example|examples|information|clarification|explanation +on|about|of; give (gave given) ~ example|examples +of;
  deliver ~ statement +on; reserve ~ right +to; be unaware; speak (spoke spoken) out +about|on; allege; attest; testify; surmise; muse; quip; profess; flag; reason; retort; hypothesize; differ +on|over!; trust that; rule that; sympathize +with; sympathise +with; empathize +with; spell out; suggest ~ possibility; allude; take (took taken) it that; make (made) clear; make (made) it clear
emphasised: emphasize; emphasise; stress; highlight; underscore; underline; accentuate; focus +on|upon; concentrate +on;
  insist +on|upon; spotlight; prioritize; prioritise; single out; put (put) ~ emphasis|stress|accent|focus +on|upon; place ~ emphasis|stress|focus +on|upon;
  lay (laid) ~ emphasis|stress +on|upon; attach ~ importance|weight|priority +to; draw (drew drawn) ~ attention ~ +to!; call ~ attention ~ +to!;
  bring (brought) ~ attention ~ +to!; direct ~ attention ~ +to!; accord ~ priority|importance +to; give (gave given) ~ priority|prominence +to; shed (shed) ~ light +on; zero in +on;
  re-emphasize; re-emphasise; reemphasize; flag ~ importance|need +of|for|to; pinpoint
questioned: question; ask +about; wish to know|learn|hear; would like to know|learn|hear; want to know|learn|hear; query; enquire +about|into; inquire +about|into; wonder; pose ~ question|questions +on|about|of;
  raise ~ question|questions|issue|issues|matter|point +of|on|about|regarding; probe; challenge; seek (sought) ~ clarification|clarity|information|explanation|clarifications|details +on|about|of|regarding|from;
  express ~ curiosity +about; call ~ into question; interrogate; be unclear +about
proposed: suggest; propose; recommend; call +for|on|upon!; urge; request; hope +for; encourage; advocate +for; appeal +to|for; demand; press +for; push +for!;
  plead +for; lobby +for!; ask +for!; exhort; implore; counsel; advise; desire; wish +for; want; would like; expect; argue +for!; argue in favour|favor of;
  envisage; table; put (put) forward; set (set) out; bring (brought) forward; nominate; submit; aspire +to; strive (strove striven) +for; seek (sought); insert; ask ~ inclusion|deletion +of!; amend; modify; rephrase; replace; delete; remove;
  express ~ hope|wish|desire|preference|interest +for|in; make (made) ~ proposal|proposals|suggestion|suggestions|recommendation|recommendations|appeal|plea|request|call +for|on|to;
  look forward +to; issue ~ call|appeal +for|to; float; counter-propose; opt +for; reformulate; invite
supported: support; welcome; commend; applaud; appreciate; congratulate; endorse; agree +with; back; second; concur +with; favour; favor; prefer; praise; approve +of;
  accept; embrace; echo; hail; laud; salute; defend; uphold; subscribe +to; value; celebrate; associate ~ +with!; align ~ +with!; identify itself|himself|herself|themselves +with;
  express ~ support|appreciation|gratitude|satisfaction|agreement|solidarity|sympathy|thanks|willingness|pleasure|optimism +for|to|with|at|on; voice ~ support|agreement|appreciation +for|with; lend (lent) ~ support +to; give (gave given) ~ support +to; offer ~ support +to|for;
  be in favour|favor +of; be in agreement +with; be supportive +of; be open +to; be encouraged +by; speak (spoke spoken) in favour|favor +of; speak (spoke spoken) in support +of; be pleased +with|by|about|to; be grateful +for|to; be satisfied +with; join ~ consensus|sponsors; pay (paid) ~ tribute +to;
  share ~ concern|concerns +of; note with appreciation|satisfaction|gratitude|pleasure|interest; co-sponsor; cosponsor; express itself in favour +of; take (took taken) ~ note with appreciation +of; be happy +with|to; be in a position to support|accept|endorse|agree +to|with; be able to support|accept|endorse|agree +to|with; be comfortable +with; find (found) merit +in; see (saw seen) merit +in; register ~ support +for; reiterate ~ support +for; reaffirm ~ support +for; signal ~ support +for; indicate ~ support +for
opposed: oppose; object +to; reject; disagree +with; resist; refuse; decline; disapprove +of; denounce; condemn; criticize; criticise; dispute; contest; refute; rebut; deny; veto; block;
  dissociate ~ +from!; disassociate ~ +from!; express ~ opposition|objection|objections|reservation|reservations|disagreement|disapproval +to|about|on|with|regarding; voice ~ opposition|objection|objections|reservations +to|about|on; state ~ opposition|objection +to;
  reiterate ~ opposition|objection|reservations +to|about|on; raise ~ objection|objections +to; register ~ opposition|objection|reservation|reservations +to|on|about; enter ~ reservation|reservations +to|on|about; reserve ~ position|positions +on; be against; be opposed +to; be not in a position to support|accept|endorse|agree|join +to|with; be not able to support|accept|endorse|agree|join +to|with; see (saw seen) no merit|need|reason|value|basis +in|for|to; find (found) no merit|basis +in|for; take (took taken) exception +to; protest +against; disavow; speak (spoke spoken) against; argue against; vote against;
  take (took taken) ~ issue +with; have ~ objection|objections|reservations +to|about|on; distance ~ +from!; lodge ~ objection +to; make (made) ~ reservation +on|to; be not in favour +of; be unable to accept|support|agree +with|to; dismiss; discourage; counter
concern: be concerned +about|at|by|over|with|for; be worried +about|at|by|over; be alarmed +at|by|about|over; be troubled +by|about; be disappointed +with|at|by|about|over; be dismayed +at|by; be disturbed +by; be dissatisfied +with; be sceptical|skeptical +about|of; be cautious +about|of; be wary +of;
  express ~ concern|concerns|worry|regret|disappointment|alarm|dismay|doubt|doubts|scepticism|skepticism|frustration|unease|dissatisfaction|caution|discomfort|fear|fears|apprehension|misgivings|difficulty|difficulties|shock|sadness|condolences +about|over|at|regarding|with|for|on|in;
  voice ~ concern|concerns|regret|alarm|doubt|doubts|fear|fears|frustration|disappointment|unease|dismay +about|over|at|regarding|with|for; raise ~ concern|concerns|doubts|alarm +about|over|at|regarding|with; share ~ concern|concerns +about|over|regarding;
  reiterate ~ concern|concerns +about|over|at|regarding; have ~ concern|concerns|doubts|difficulty|difficulties|problems +about|over|with|regarding; note with concern|regret|alarm|disappointment; note ~ concern|concerns +about|over; warn +of|about|against; caution +against|about|on; worry +about|over; lament; regret; deplore; fear; bemoan; decry; complain +about|of;
  sound ~ alarm +about|on; sound ~ note of caution +on|about; cast (cast) ~ doubt|doubts +on|over; be uncomfortable +with; be reluctant +to; be hesitant +about|to; be apprehensive +about; be saddened +by; rue; accuse; caution that; doubt; alert +to; mourn; express ~ concern; find (found) it difficult; state ~ concern|concerns +about|over; register ~ concern +about|over; echo ~ concern|concerns +about|over|of
presented: present; share; describe; introduce; showcase; demonstrate; outline; display; illustrate; detail; exhibit; unveil; screen; launch; preview; overview;
  share ~ experience|experiences|practice|practices|lessons|example|examples|initiative|initiatives|insights|findings +of|on|with|in|from; brief +on; give (gave given) ~ presentation|overview|account|update|briefing|introduction +on|of|about; make (made) ~ presentation +on|about;
  provide ~ overview|update|account|briefing|summary|introduction +of|on; deliver ~ presentation +on|about; trace; run (ran run) through; walk ~ through
committed: announce; commit +to; pledge; promise; undertake (undertook undertaken); vow; intend; guarantee; volunteer; offer; plan; express ~ commitment|readiness|determination|resolve +to; reiterate ~ commitment|readiness|determination +to!; reaffirm ~ commitment|determination +to!;
  renew ~ commitment +to; declare ~ readiness|commitment|intention +to; confirm ~ commitment|readiness +to; stand (stood) ready; be committed +to; be determined; be ready; be prepared; be willing; make (made) ~ pledge|commitment +to|of; state ~ commitment|readiness +to;
procedural: open; decide; close; adjourn; suspend; resume; convene; chair; moderate; lay (laid) down; thank +for; apologize +for; apologise +for; conclude; elect; appoint; circulate; distribute; defer; postpone; facilitate; schedule; gavel;
  give (gave given) ~ floor +to; take (took taken) ~ floor; call ~ to order; bring (brought) ~ to a close; declare ~ open|closed|adjourned; note the presence +of; adopt; wrap up; sum up; summarise; report back; establish; kick off; inaugurate; welcome participants|delegates|delegations|everyone
`;
