// Frameworks that statements refer to, and the ways their names are printed (patterns, any case). The first that fits wins.

export const instrumentNames: [name: string, words: string][] = [
  [
    'Convention on Migrant Workers (ICRMW)',
    "(?:international )?convention on (?:the )?(?:protection of )?(?:the )?rights of (?:all )?migrant workers(?: and (?:members of )?their famil(?:y|ies))?|convention of the rights of migrant workers(?: and their families)?|migrant workers(?:'|’) convention|ICRMW|CMW convention|convention (?:internationale )?sur (?:la protection des )?(?:les )?droits de tous les travailleurs migrants(?: et des membres de leur famille)?|convención (?:internacional )?sobre (?:la protección de )?(?:los )?derechos de todos los trabajadores migratorios(?: y de sus familiares)?",
  ],
  [
    'Global Compact on Refugees',
    'global compact on refugees|GCR|pacte mondial sur les réfugiés|pacto mundial sobre los refugiados',
  ],
  [
    'Global Compact for Migration',
    '(?:UN )?global compact (?:on|for) (?:safe, orderly and regular )?migration|(?:UN )?global compact|pacte mondial(?: pour des migrations sûres, ordonnées et régulières| sur les migrations)?|pacto mundial(?: para la migración segura, ordenada y regular| sobre migración)?|GCM',
  ],
  [
    '2030 Agenda',
    "2030 (?:development )?agenda(?: for sustainable development)?|agenda 2030|sustainable development goals?|SDGs?|programme de développement durable à l['’]horizon 2030|programme 2030|objectifs de développement durable|ODD|objetivos de desarrollo sostenible|ODS",
  ],
  [
    'New York Declaration',
    'new york declaration(?: for refugees and migrants)?|déclaration de new york|declaración de nueva york',
  ],
  [
    'Universal Declaration of Human Rights',
    "universal declaration(?: of human rights)?|UDHR|human rights day|déclaration universelle des droits de l['’]homme|declaración universal de (?:los )?derechos humanos",
  ],
  [
    'Convention on the Rights of the Child',
    "convention on the rights of the child|CRC|convention relative aux droits de l['’]enfant|convención sobre los derechos del niño",
  ],
  [
    'CEDAW',
    'convention on the elimination of all forms of discrimination against women|CEDAW|convention sur l’élimination de toutes les formes de discrimination à l’égard des femmes|convención sobre la eliminación de todas las formas de discriminación contra la mujer',
  ],
  [
    'Convention on Racial Discrimination (ICERD)',
    'convention on the elimination of (?:all forms of )?racial discrimination|ICERD',
  ],
  [
    'Refugee Convention',
    '(?:1951 )?(?:geneva |refugee )convention(?: relating to the status of refugees)?(?= of 1951|)|1951 convention|convention de genève|convención de ginebra',
  ],
  [
    'Convention on the Rights of Persons with Disabilities',
    'convention on the rights of persons with disabilities|CRPD',
  ],
  ['ICCPR', 'international covenant on civil and political rights|ICCPR'],
  ['ICESCR', 'international covenant on economic, social and cultural rights|ICESCR'],
  ['Domestic Workers Convention (C189)', '(?:ILO )?(?:domestic workers convention|convention (?:no\\. ?)?189)|C189'],
  ['ILO conventions', 'ILO conventions?(?: (?:no\\. ?)?\\d+)?|conventions? de l’OIT|convenios? de la OIT'],
  ['UN Charter', 'charter of the united nations|UN charter|charte des nations unies|carta de las naciones unidas'],
  ['UNFCCC', 'framework convention on climate change|UNFCCC|CCNUCC|CMNUCC'],
  ['Paris Agreement', 'paris agreement|accord de paris|acuerdo de parís'],
  ['Kyoto Protocol', 'kyoto protocol|protocole de kyoto|protocolo de kyoto'],
  ['Sendai Framework', 'sendai framework(?: for disaster risk reduction)?|cadre de sendai|marco de sendai'],
  ['Palermo Protocol', 'palermo protocols?|trafficking protocol|protocole de palerme|protocolo de palermo'],
  ['Addis Ababa Action Agenda', 'addis ababa action agenda|AAAA'],
  ['Agenda 21', 'agenda 21'],
  ['Beijing Platform for Action', 'beijing (?:declaration and )?platform for action'],
  ['UN Guiding Principles on Business and Human Rights', 'guiding principles on business and human rights|UNGPs?'],
  ['Cartagena Declaration', 'cartagena declaration|declaración de cartagena'],
  ['Kampala Convention', 'kampala convention'],
  [
    'existing conventions',
    'existing (?:international )?(?:conventions?|instruments?|treaties)|conventions existantes|convenios existentes',
  ],
  ['existing international frameworks', 'existing international frameworks?|international frameworks?'],
  [
    'international law',
    'international (?:human rights |humanitarian |refugee )?law|droit international|derecho internacional',
  ],
  [
    'national law',
    'national (?:law|legislation)|existing (?:national )?law|droit national|législation nationale|legislación nacional',
  ],
];
