import { eachSentence, type Check, type CheckCode, type Finding } from './finding.ts';
import { ownVoice } from './ground.ts';

/** Words that a report's own voice does without, each with a pattern: what stands in quotation marks is somebody else's. */
function wording(check: CheckCode, pattern: RegExp, more: { fix?: string; unless?: RegExp } = {}): Check {
  return {
    codes: [check],
    run({ report }) {
      const found: Finding[] = [];
      if (report.language !== 'en') return found;
      for (const { sentence, paragraph, at } of eachSentence(report)) {
        if (paragraph.section === 'title') continue;
        const own = ownVoice(sentence.text);
        for (const { 0: words, index } of own.matchAll(pattern)) {
          if (more.unless?.test(own.slice(index + words.length))) continue;
          const place = at(index, index + words.length);
          const fix = more.fix === undefined ? {} : { fix: more.fix };
          found.push({ check, place, values: { words: words.trim() }, ...fix });
        }
      }
      return found;
    },
  };
}

export const loadedWords = wording(
  'loaded_word',
  /(?<!\p{L})(?:(?:very|most|truly|extremely|highly|remarkably) )?(?:wonderful|wonderfully|excellent|excellently|brilliant|brilliantly|outstanding|inspiring|remarkable|remarkably|impressive|impressively|fascinating|eloquent|eloquently|passionate|passionately|insightful|admirable|admirably|marvellous|fantastic|terrific|amazing|shameful|shamefully|deplorable|regrettably|unfortunately|fortunately|obviously|clearly and convincingly|rightly|wrongly|wisely|very able|ably|distinguished|lively|rich discussion|fruitful|thought-provoking|so-called|tragic|tragically|shocking|unprecedented)\s?(?!\p{L})/giu, // prettier-ignore
  { fix: '' },
);

export const relativeDates = wording(
  'relative_date',
  /(?<!\p{L})(?:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|month|year)|(?:last|next) (?:week|month|year|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|recently|(?:a few|some|several|two|three) (?:days|weeks|months|years) ago|currently|nowadays|earlier (?:today|this week))(?!\p{L})/giu, // prettier-ignore
);

export const unnamedMinisters = wording(
  'unnamed_minister',
  /(?<!\p{L})(?:the|a|an|its|their|his|her) (?:(?:Deputy|Prime|Vice|Junior|Foreign|Interior|Labour|Health|Deputy Prime) )?(?:Minister|Vice-Minister|State Secretary|Secretary of State)(?!\p{L})/giu, // prettier-ignore
  // "the Minister of Labour of Kenya, Ms. …", "the Minister for Cities", "the Minister, Ana Lima,"
  { unless: /^(?:,? (?:of|for) [\p{L}\s,&’'-]{0,80}?[,(]? ?(?:Mr|Ms|Mrs|Dr|H\.E)?\.? ?\p{Lu}|,? (?:Mr|Ms|Mrs|Dr|H\.E)\.|,? \(?\p{Lu}\p{Ll}+ \p{Lu})/u }, // prettier-ignore
);

export const noActor = wording(
  'no_actor',
  /(?:(?<=^|[.;:] )|(?<=, ))(?:it was (?:also |further |widely |generally )?(?:stressed|noted|emphasi[sz]ed|said|stated|suggested|proposed|agreed|highlighted|underlined|recalled|felt|argued|pointed out|recommended|observed|mentioned|acknowledged|believed|considered|considered important)|there (?:was|were) (?:a )?(?:call|calls|agreement|concern|concerns|view|views|support|a feeling|a sense)|(?:concerns?|doubts?|support|regret|hope) (?:was|were) (?:also )?(?:expressed|voiced|raised)|(?:some|many|others?) (?:felt|argued|said|believed|noted))(?!\p{L})/giu, // prettier-ignore
  { unless: /^[^.;]{0,160}\bby (?:the )?\p{Lu}/u },
);
