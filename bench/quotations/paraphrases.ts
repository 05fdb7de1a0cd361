/** What somebody said, and what others may have made of it in the third person: rightly, or with its sense turned round. */
interface Paraphrased {
  who: string;
  language: 'en' | 'fr' | 'es';
  said: string;
  sound: string[];
  flipped: string[];
}

/** Written before the check that reads them, and never changed to suit it. */
export const paraphrased: Paraphrased[] = [
  {
    who: 'Kenya',
    language: 'en',
    said: 'Registration must not depend on an address. In our lake towns half of the newcomers live with relatives and cannot show a lease. We have therefore accepted a letter from a neighbour since last year, and nobody has abused it.',
    sound: [
      'Kenya stressed that registration should be independent of an address.',
      'Kenya said that half of the newcomers in its lake towns had no lease to show.',
      'Kenya reported that it accepted a letter from a neighbour and that there had been no abuse.',
      'According to Kenya, many newcomers lived with relatives.',
    ],
    flipped: [
      'Kenya stressed that registration must depend on an address.',
      'Kenya said that half of the newcomers in its lake towns could show a lease.',
      'Kenya reported that the letter from a neighbour had been abused.',
    ],
  },
  {
    who: 'Peru',
    language: 'en',
    said: 'We oppose any fee for a first permit. A fee keeps the poorest away without bringing the treasury more than the cost of collecting it. Renewal is another matter, and there a small charge may be reasonable.',
    sound: [
      'Peru was against charging for a first permit.',
      'Peru did not support a fee for first permits, which kept the poorest away.',
      'Peru could accept a small charge for renewal.',
      'Peru argued that such a fee brought in no more than it cost to collect.',
    ],
    flipped: [
      'Peru was in favour of a fee for a first permit.',
      'Peru found a small charge for renewal unreasonable.',
      'Peru argued that a fee did not keep the poorest away.',
    ],
  },
  {
    who: 'Ghana',
    language: 'en',
    said: 'The clinics lack interpreters, so patients bring their children to translate. That is neither safe nor dignified. We would rather train community members than buy machines.',
    sound: [
      'Ghana pointed out that there were not enough interpreters in the clinics.',
      'Ghana said that having children translate was unsafe and undignified.',
      'Ghana preferred training members of the community to buying machines.',
    ],
    flipped: [
      'Ghana pointed out that the clinics had interpreters.',
      'Ghana said that it was safe and dignified for children to translate.',
      'Ghana preferred buying machines to training community members.',
    ],
  },
  {
    who: 'Norway',
    language: 'en',
    said: 'Three municipalities failed to spend the funds they were given. This was no fault of theirs: the money came in November. We ask the fund to pay in spring, and not to take back what was not used.',
    sound: [
      'Norway observed that three municipalities had not spent their funds.',
      'Norway did not blame the municipalities, as the money had come in November.',
      'Norway asked that unused money not be taken back.',
      'Norway wanted the fund to pay in spring.',
    ],
    flipped: [
      'Norway observed that three municipalities had managed to spend the funds they were given.',
      'Norway said that this was the fault of the municipalities.',
      'Norway asked the fund to take back what was not used.',
    ],
  },
  {
    who: 'Uganda',
    language: 'en',
    said: 'Host families are no longer paid by the day. Since the change fewer families take part, but those who do keep their guests for longer. We do not regret it.',
    sound: [
      'Uganda explained that it had stopped paying host families by the day.',
      'Uganda had no regrets about the change.',
      'Uganda noted that families who took part kept their guests longer than before.',
    ],
    flipped: [
      'Uganda explained that host families were still paid by the day.',
      'Uganda regretted the change.',
      'Uganda noted that more families took part since the change.',
    ],
  },
  {
    who: 'Canada',
    language: 'en',
    said: 'Data collected for health must never be handed to border police. Without that guarantee people stay away from clinics. Our law forbids it, and no exception has been granted in nine years.',
    sound: [
      'Canada insisted that health data be kept from the border police.',
      'Canada said that its law prohibited handing over such data.',
      'In nine years, Canada had not granted any exception.',
      'Canada warned that people would avoid clinics if there were no such guarantee.',
    ],
    flipped: [
      'Canada insisted that data collected for health be handed to border police.',
      'Canada said that its law allowed such data to be handed over.',
      'Canada said that with that guarantee people stayed away from clinics.',
    ],
  },
  {
    who: 'Bangladesh',
    language: 'en',
    said: 'Recruitment fees should be paid by employers, not by workers. We refuse licences to agencies that charge the worker. Two agencies have lost theirs this year.',
    sound: [
      'Bangladesh held that employers rather than workers should bear recruitment fees.',
      'Bangladesh did not license agencies that charged the worker.',
      'Two agencies had lost their licences, according to Bangladesh.',
    ],
    flipped: [
      'Bangladesh held that recruitment fees should be paid by workers, not by employers.',
      'Bangladesh granted licences to agencies that charged the worker.',
      'Bangladesh said that recruitment fees should not be paid by employers.',
    ],
  },
  {
    who: 'Germany',
    language: 'en',
    said: 'It is hardly possible to recognise a diploma within three months. The authorities are willing, but the files arrive incomplete. A shorter deadline would not help; a common form would.',
    sound: [
      'Germany thought it nearly impossible to recognise a diploma in three months.',
      'Germany doubted that a shorter deadline would help.',
      'Germany was of the view that a common form would be useful.',
      'Files often arrived incomplete, Germany said, although the authorities were willing.',
    ],
    flipped: [
      'Germany thought it easily possible to recognise a diploma within three months.',
      'Germany believed that a shorter deadline would help.',
      'Germany said that the authorities were unwilling.',
      'Germany said that a common form would not help.',
    ],
  },
  {
    who: 'Nepal',
    language: 'en',
    said: 'Few of our returnees find work in the trade they learned abroad. The banks do not lend to them, as foreign savings books are not accepted. We urge partners to recognise these books.',
    sound: [
      'Nepal noted that most returnees did not find work in the trade learned abroad.',
      'Nepal explained that banks refused to lend to returnees.',
      'Nepal called on partners to recognise foreign savings books.',
    ],
    flipped: [
      'Nepal noted that the majority of its returnees found work in the trade they had learned abroad.',
      'Nepal explained that banks lent to returnees.',
      'Nepal urged partners not to recognise these savings books.',
    ],
  },
  {
    who: 'Brazil',
    language: 'en',
    said: 'We welcome the draft, with one exception. Paragraph on detention is missing any time limit, and we cannot join a text that leaves this open. Children should not be detained at all.',
    sound: [
      'Brazil welcomed the draft with one exception.',
      'Brazil was unable to join a text without a time limit for detention.',
      'Brazil said that children should never be detained.',
      'Brazil opposed the detention of children.',
    ],
    flipped: [
      'Brazil did not welcome the draft.',
      'Brazil was able to join a text that left this open.',
      'Brazil said that children should be detained.',
    ],
  },
  {
    who: 'Jordan',
    language: 'en',
    said: 'The camps were meant to be temporary and have become towns. It would be unwise to close the schools there before the new ones open. Teachers have agreed to stay, provided that their pay is not cut.',
    sound: [
      'Jordan recalled that camps meant to be temporary had become towns.',
      'Jordan advised against closing the schools before new ones opened.',
      'Jordan reported that teachers would stay unless their pay was cut.',
    ],
    flipped: [
      'Jordan said that it would be wise to close the schools there before the new ones opened.',
      'Jordan reported that teachers had refused to stay.',
    ],
  },
  {
    who: 'Senegal',
    language: 'en',
    said: 'Fishing permits exclude people who arrived less than five years ago. We disagree with this rule and have asked the ministry to lift it. So far the ministry has not replied.',
    sound: [
      'Senegal did not agree with the rule that excluded recent arrivals from fishing permits.',
      'Senegal had requested the ministry to lift the rule.',
      'Senegal was still waiting for a reply from the ministry.',
      'Senegal had received no reply from the ministry.',
    ],
    flipped: [
      'Senegal agreed with this rule.',
      'Senegal said that the ministry had replied.',
      'Senegal had asked the ministry not to lift the rule.',
    ],
  },
  {
    who: 'Switzerland',
    language: 'en',
    said: 'Cities should be free to open their shelters to people without papers. Our cantons were not obliged to do so; two have done it and none has closed since.',
    sound: [
      'Switzerland said that cities should be able to open shelters to the undocumented.',
      'Switzerland mentioned that no canton had been forced to do so.',
      'None of these shelters had been closed, Switzerland said.',
    ],
    flipped: [
      'Switzerland said that cities should not be free to open their shelters to people without papers.',
      'Switzerland mentioned that its cantons were obliged to do so.',
    ],
  },
  {
    who: 'Philippines',
    language: 'en',
    said: 'We have concerns about the pilot. It ignores domestic workers, who are seldom reached by inspectors. If inspectors cannot enter homes, the guarantee remains empty.',
    sound: [
      'The Philippines was concerned that the pilot left out domestic workers.',
      'The Philippines said that inspectors rarely reached domestic workers.',
      'The Philippines feared that the guarantee would be empty as long as inspectors could not enter homes.',
    ],
    flipped: [
      'The Philippines had no concerns about the pilot.',
      'The Philippines said that domestic workers were often reached by inspectors.',
    ],
  },
  {
    who: 'Ecuador',
    language: 'en',
    said: 'Nobody should be returned to a place where the river has taken the house. We are not asking for a new convention. The existing rules suffice if they are applied.',
    sound: [
      'Ecuador considered that the existing rules were sufficient if applied.',
      'Ecuador saw no need for a new convention.',
      'Ecuador held that people must not be returned to places where the river had taken their houses.',
    ],
    flipped: [
      'Ecuador considered the existing rules insufficient.',
      'Ecuador asked for a new convention.',
      'Ecuador held that people should be returned to a place where the river had taken the house.',
    ],
  },
  {
    who: 'Maroc',
    language: 'fr',
    said: 'Nous ne pouvons pas accepter que les consulats soient tenus à l’écart. Sans eux, aucun document ne sera délivré à temps. Le Maroc soutient en revanche le guichet unique.',
    sound: [
      'Le Maroc a refusé que les consulats soient tenus à l’écart.',
      'Le Maroc a estimé que, sans les consulats, les documents ne seraient pas délivrés à temps.',
      'Le Maroc s’est prononcé en faveur du guichet unique.',
    ],
    flipped: [
      'Le Maroc a accepté que les consulats soient tenus à l’écart.',
      'Le Maroc ne soutient pas le guichet unique.',
      'Le Maroc a estimé que les documents seraient délivrés à temps sans les consulats.',
    ],
  },
  {
    who: 'Sénégal',
    language: 'fr',
    said: 'Les pêcheurs n’ont plus accès au rivage depuis deux ans. Il manque un registre commun, et personne ne se sent responsable. Nous proposons de ne rien interdire avant que ce registre existe.',
    sound: [
      'Le Sénégal a indiqué que les pêcheurs avaient perdu l’accès au rivage.',
      'Le Sénégal a relevé l’absence d’un registre commun.',
      'Le Sénégal a proposé qu’aucune interdiction ne soit prononcée avant l’existence du registre.',
    ],
    flipped: [
      'Le Sénégal a indiqué que les pêcheurs avaient toujours accès au rivage.',
      'Le Sénégal a déclaré qu’il existait un registre commun.',
      'Le Sénégal a dit que les pêcheurs avaient accès au rivage depuis deux ans.',
    ],
  },
  {
    who: 'Suisse',
    language: 'fr',
    said: 'Une taxe sur les envois d’argent ne nous paraît pas juste. Elle frappe ceux qui gagnent le moins. Nous préférons l’accord volontaire des banques à une obligation.',
    sound: [
      'La Suisse a jugé injuste une taxe sur les envois d’argent.',
      'La Suisse a dit qu’une telle taxe frappait ceux qui gagnaient le moins.',
      'La Suisse a préféré un accord volontaire à une obligation.',
    ],
    flipped: [
      'La Suisse a jugé qu’une taxe sur les envois d’argent était juste.',
      'La Suisse a préféré une obligation à l’accord volontaire des banques.',
    ],
  },
  {
    who: 'Guatemala',
    language: 'es',
    said: 'No podemos pedir a las comunidades que acojan sin recursos. Nadie les ha consultado. Por eso nos oponemos a un plazo fijo y proponemos empezar por una consulta.',
    sound: [
      'Guatemala dijo que no se podía pedir a las comunidades que acogieran sin recursos.',
      'Guatemala señaló que las comunidades no habían sido consultadas.',
      'Guatemala se opuso a un plazo fijo.',
      'Guatemala rechazó un plazo fijo y propuso empezar por una consulta.',
    ],
    flipped: [
      'Guatemala dijo que se podía pedir a las comunidades que acogieran sin recursos.',
      'Guatemala señaló que las comunidades habían sido consultadas.',
      'Guatemala apoyó un plazo fijo.',
    ],
  },
  {
    who: 'Peru',
    language: 'es',
    said: 'Faltan intérpretes en los juzgados y ningún juez puede esperar tres meses. Ya no aceptamos que los familiares traduzcan. Pedimos que la formación sea gratuita.',
    sound: [
      'Perú indicó que no había suficientes intérpretes en los juzgados.',
      'Perú había dejado de aceptar que los familiares tradujeran.',
      'Perú pidió una formación gratuita.',
    ],
    flipped: [
      'Perú indicó que había suficientes intérpretes en los juzgados.',
      'Perú seguía aceptando que los familiares tradujeran.',
      'Perú pidió que la formación no fuera gratuita.',
    ],
  },
  {
    who: 'Ecuador',
    language: 'es',
    said: 'El acuerdo nunca fue ratificado, pero se aplica en la frontera. Las patrullas respetan a los pescadores y no les quitan las redes. Sería imposible volver atrás.',
    sound: [
      'Ecuador recordó que el acuerdo se aplicaba sin haber sido ratificado.',
      'Ecuador afirmó que las patrullas no quitaban las redes a los pescadores.',
      'Ecuador consideró imposible volver atrás.',
    ],
    flipped: [
      'Ecuador recordó que el acuerdo había sido ratificado.',
      'Ecuador afirmó que las patrullas quitaban las redes a los pescadores.',
      'Ecuador consideró posible volver atrás.',
    ],
  },
  {
    who: 'New Zealand',
    language: 'en',
    said: 'The seasonal scheme works because workers may change employers. We would object to tying a visa to one farm again. Inspections are frequent and are announced to no one.',
    sound: [
      'New Zealand attributed the success of its seasonal scheme to the right to change employers.',
      'New Zealand would not accept tying a visa to one farm again.',
      'New Zealand said that inspections were frequent and unannounced.',
      'New Zealand noted that seasonal workers were not bound to one employer.',
    ],
    flipped: [
      'New Zealand said that workers were not allowed to change employers.',
      'New Zealand would agree to tying a visa to one farm again.',
      'New Zealand said that inspections were rare.',
      'New Zealand said that the seasonal scheme did not work.',
    ],
  },
  {
    who: 'Türkiye',
    language: 'en',
    said: 'Temporary protection was never intended to replace asylum. It ended for some people before their claims were heard, and this should be avoided. Courts have had the last word, and we respect it.',
    sound: [
      'Türkiye recalled that temporary protection was not a substitute for asylum.',
      'Türkiye said that protection should not end before claims were heard.',
      'Türkiye respected the decisions of the courts.',
    ],
    flipped: [
      'Türkiye recalled that temporary protection was intended to replace asylum.',
      'Türkiye did not respect the word of the courts.',
    ],
  },
  {
    who: 'Portugal',
    language: 'en',
    said: 'During the floods no permit expired: all of them were extended by decree. Not every region knew of it, and some offices turned people away. We support making this rule permanent.',
    sound: [
      'Portugal had extended all permits by decree during the floods.',
      'Portugal conceded that some regions had been unaware of the decree.',
      'Portugal favoured a permanent rule.',
      'Portugal reported that permits had not expired during the floods.',
    ],
    flipped: [
      'Portugal reported that permits had expired during the floods.',
      'Portugal opposed making this rule permanent.',
      'Portugal said that every region knew of it.',
    ],
  },
  {
    who: 'Fiji',
    language: 'en',
    said: 'Relocation without the consent of the village is not relocation but removal. Six villages have consented; the seventh declined, and the State has accepted its answer. Money alone does not decide it.',
    sound: [
      'Fiji called relocation without the consent of the village removal.',
      'Fiji said that six villages had given their consent and that one had refused.',
      'Fiji said that the State had accepted the answer of the village that did not consent.',
      'Fiji noted that money was not the only thing that decided.',
    ],
    flipped: [
      'Fiji said that the six villages had not consented.',
      'Fiji said that the State had rejected the answer of the seventh village.',
      'Fiji said that the seventh village had agreed.',
    ],
  },
];
