// Our own labels, for want of public ones that say which issue a point of a meeting belongs to: three invented roundtables, by
// one annotator, written before anything was measured on them. Each issue has its name and the points made under it; what
// stands in one list says the same in other words, and would be told as one.

export interface LabelledIssue {
  title: string;
  points: readonly (readonly string[])[];
}

export interface LabelledRoundtable {
  title: string;
  issues: readonly LabelledIssue[];
}

export const labelled: readonly LabelledRoundtable[] = [
  {
    title: 'Harbours and those who work in them',
    issues: [
      {
        title: 'Unpaid wages',
        points: [
          ['that seafarers left on a ship without pay be sent home at the owner’s cost', 'sending abandoned crews home, paid for by the owner of the vessel'],
          ['a fund that pays wages when an owner has disappeared', 'that a wage guarantee step in where the shipowner cannot be found'],
          ['that a court in the port of call hear a claim for wages within a week'],
          ['publishing the names of owners who have not paid their crews'],
        ],
      },
      {
        title: 'Rest and hours of work',
        points: [
          ['ten hours of rest in every day, as the convention has it'],
          ['that records of hours be kept by someone other than the master', 'hours of rest should be written down by a third person, never by the captain'],
          ['the third watch that exists on paper only'],
          ['fatigue as the cause of every second accident in narrow waters'],
        ],
      },
      {
        title: 'Welfare ashore',
        points: [
          ['a bus from the terminal gate to the town', 'free transport between the quay and the city centre for crews'],
          ['seafarers’ centres that open at night'],
          ['shore leave without a visa', 'that crews be let ashore whether or not they hold a visa'],
          ['a chaplain who comes aboard when somebody has died'],
          ['telephone cards that cost more than a day’s pay'],
        ],
      },
      {
        title: 'Inspections',
        points: [
          ['unannounced visits by the port State', 'that inspectors of the port come without telling anyone before'],
          ['inspectors who speak the language of the crew'],
          ['a common list of defects for all ports on the lake'],
          ['that a ship which fails twice be kept in port'],
        ],
      },
      {
        title: 'Recruitment fees',
        points: [
          ['that no seafarer pay for a job', 'jobs at sea for which nobody has to pay an agent'],
          ['a public register of licensed crewing agencies'],
          ['joint liability of the agent and the owner'],
          ['training certificates that are sold without any training'],
        ],
      },
      {
        title: 'Women at sea',
        points: [
          ['cabins and washrooms for women on every new ship'],
          ['a number to call in cases of harassment that leads ashore', 'reporting harassment to somebody on land and not to the master'],
          ['the two in a hundred who are women'],
          ['maternity as a reason for which contracts are ended'],
        ],
      },
    ],
  },
  {
    title: 'Rivers that cross borders',
    issues: [
      {
        title: 'Warning of floods',
        points: [
          ['a siren in every village below the dam', 'warning sirens for all settlements downstream of the dam'],
          ['gauges whose readings every riparian State can see at once', 'sharing water levels upstream in real time'],
          ['that the releases of a reservoir be announced six hours before'],
          ['maps of what will be under water, in the schools'],
        ],
      },
      {
        title: 'Sharing of data',
        points: [
          ['one format for measurements of quality', 'that laboratories on both banks measure and write down in the same way'],
          ['data that are published after five years at the latest'],
          ['a joint bureau which keeps the archive'],
          ['sovereignty over figures about flows'],
        ],
      },
      {
        title: 'Waste from mines',
        points: [
          ['tailings that have stood above the river for forty years'],
          ['a bond that every mine deposits before it opens', 'money set aside by a mine at the outset for cleaning up after it'],
          ['mercury in the blood of children of those who wash gold'],
          ['that the polluter clean the river bed'],
        ],
      },
      {
        title: 'Fish that migrate',
        points: [
          ['a ladder for fish at the lower weir', 'building a fish pass where the weir now stops them'],
          ['a closed season on the whole river at the same time'],
          ['sturgeon, of which eleven were counted'],
          ['nets with meshes that let the young ones through'],
        ],
      },
      {
        title: 'Boats and bridges',
        points: [
          ['that a ferry be free for those whose fields lie across the border'],
          ['depths that have not been surveyed since the war', 'a new survey of the navigable channel'],
          ['a customs post which opens on market days'],
          ['pilots trained together by the three States'],
        ],
      },
      {
        title: 'Who sits in the commission',
        points: [
          ['a seat for the fishing communities', 'that fishers be members of the commission'],
          ['decisions by consensus, with a vote where there is none after a year'],
          ['meetings that are open to the press'],
          ['rotation of the chair every second year', 'a presidency that changes hands after two years'],
          ['indigenous peoples heard before a work is approved'],
        ],
      },
    ],
  },
  {
    title: 'Schools for children on the move',
    issues: [
      {
        title: 'Admission without papers',
        points: [
          ['that no child be turned away for want of a certificate', 'enrolment of every child, whatever documents are missing'],
          ['a school that does not ask for the parents’ permit'],
          ['a place within two weeks of arrival', 'entry to class no later than fourteen days after a family comes'],
          ['fences between schools and the immigration police'],
        ],
      },
      {
        title: 'Languages of instruction',
        points: [
          ['lessons in the mother tongue beside those in the language of the country', 'teaching in both the home language and the national one'],
          ['interpreters at meetings with parents'],
          ['textbooks in two scripts'],
          ['a year of preparation which keeps children apart from others'],
        ],
      },
      {
        title: 'Recognition of what was learnt',
        points: [
          ['a booklet with marks that goes with the child', 'a school record that pupils carry from one country to the next'],
          ['tests of ability where diplomas were lost'],
          ['equivalence of grades between the four ministries'],
          ['an exam taken in the language one knows best'],
        ],
      },
      {
        title: 'Teachers',
        points: [
          ['refugees who were teachers and sweep floors', 'letting teachers who fled teach again'],
          ['sixty pupils in a class'],
          ['training in how to see what a child has been through'],
          ['pay that arrives every month'],
        ],
      },
      {
        title: 'The way to school',
        points: [
          ['a bus for the camp', 'school transport from the settlement'],
          ['girls who stop coming when they are twelve because the road is dark'],
          ['a meal at noon, without which many stay at home'],
          ['schools in two shifts that end after sunset'],
        ],
      },
      {
        title: 'Money for host communities',
        points: [
          ['grants by the number of pupils in May and not in September', 'counting pupils in spring when funds are shared out'],
          ['that donors pay for classrooms of host and refugee children alike'],
          ['a fund for several years', 'financing that lasts longer than one year'],
          ['municipalities which pay for what ministries decide'],
        ],
      },
    ],
  },
]; // prettier-ignore
