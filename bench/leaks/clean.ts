/** Sentences of a report under the Chatham House Rule in which nobody can be found; written before the check was tuned. */
export const clean: readonly string[] = `
A participant proposed a common form, and several supported the proposal.
One participant would consider funding its translation.
It was proposed that every contract be read aloud before it is signed.
Rural districts are hosts before any city is, a participant noted.
States should open their registers to local authorities.
Local authorities need money that arrives in the year in which people do.
Trade unions should be consulted before a contract form is changed.
The private sector should pay recruitment fees, participants stated.
Ministers of labour and of the interior should sit at one table.
Mayors cannot wait for a census.
Half of those who arrive are children.
Services must be separated from enforcement.
A participant asked who pays for the first hundred days.
Who is counted depends on who does the counting.
Let us not forget that us and them are words of the same language.
One speaker called the form a paper that nobody reads.
A State asked for half of every grant to reach host communities.
Two States supported publishing data every quarter.
Many participants referred to the Global Compact for Migration.
The United Nations could host a library of forms.
An international organisation stated that orientation before departure pays for itself.
Another international organisation recalled that workers should never pay for a job.
Participants called for separate files and separate staff.
Language classes should begin before departure.
A participant described a desk that answers in many languages.
It was stated that a telephone number that is answered is worth a library.
A common page, read aloud once a year, was suggested.
Diaspora organisations asked to be funded for several years at a time.
A participant warned that a levy on wages would fall on those who earn least.
Others supported a levy on recruiters instead.
The discussion returned several times to the question of time.
Nobody objected to shorter forms.
Testing skills at the bench was found to work better than reading papers.
A participant asked that hours of care count as training.
Schools come first, a participant stated.
A judge, one participant held, is a better safeguard than a wall.
Wells and schools must be shared.
The chair proposed three minutes for every speaker.
The co-chairs thanked the interpreters.
Several participants spoke of lakes, rivers and the sea.
Some participants preferred a card, others a book.
The report of the previous meeting was before the participants.
The polish of a form matters less than its length.
A nice form is one that is short.
Someone brought a turkey sandwich to the meeting of a committee, as a story went.
China cups were the example given of things that break when hurried.
A male nurse and a female nurse should be paid the same.
The march of events has been faster than the statute.
A participant called for patience in May and speed in June.
Reading aloud takes time, and mobile desks save it.
A participant from a country of origin described its return desks.
A participant from a country of destination described waiting times.
Countries of transit asked to be counted among the hosts.
In one country, a mother who comes home finds one counter.
In one capital, the desk stands in the railway station.
A minister cannot read every file.
A president of an association need not be a lawyer.
Directors of schools should be told first.
Advisers should be paid.
Coordinators are needed in every district.
Professors were invited to test the form.
The secretary of a school knows every family.
The special needs of children were recalled.
An envoy who listens is rare, one participant remarked.
General questions were left for the last hour.
The general view was that forms are too long.
Return should be voluntary, and so should registration.
A card that carries the hours of training was welcomed.
A compass shows the way and does not walk it.
A framework for data was asked for.
A convention is only as good as its inspectors.
The convention on migrant workers was not discussed.
Open doors are of no use without stairs.
A harbour is the first thing that many see.
Care work should be paid as work.
Workers in care homes were mentioned.
International help should be quick.
A network of desks was proposed.
A university could keep the forms.
Ports and stations are good places for a desk.
The bus station was mentioned as a place for a desk.
The northern and the southern districts have different needs.
Offices should not close before the last bus.
The winter brings people into the cities.
The paper before the meeting was read by all.
The vote was not taken.
The levy was opposed by some and supported by others.
A participant said that the ministry should answer letters.
Two participants asked that fees end.
Recruitment fees were opposed by most.
A participant suggested that cities publish their waiting times.
Nine counters are eight too many.
Three departments share one building in a good design.
Participants asked others to share their forms.
The map of services should be printed in many languages.
The health check should stay apart from the interview.
A rule of two people at every door was presented.
Volunteers should stand beside a public service.
A second phone line costs little.
The meeting agreed on nothing and learned much, as one participant put it.
Un participant a proposé un formulaire commun.
Une participante a demandé qui paie.
Plusieurs États ont soutenu la proposition.
Un participante propuso leer los contratos en voz alta.
Varios Estados apoyaron la propuesta.
La escuela es lo primero, dijo una participante.
Les langues doivent être enseignées avant le départ.
El mostrador debe abrir a las ocho.
The state of the art was not the subject.
Some spoke of refugees from Syria and of people displaced in Ukraine.
The Paris Agreement was not mentioned by anyone.
Data from Norway and Peru were shown on a slide that belongs to nobody.
The European Union was spoken of as an example of a common form.
People in Lima and in Oslo wait equally long, a slide said.
Migration between Mexico and Canada was given as an example by nobody in particular.
A participant thanked the host of the forum.
`
  .trim()
  .split('\n');
