import accounts from './en/accounts.ts';
import analysis from './en/analysis.ts';
import api from './en/api.ts';
import checks from './en/checks.ts';
import cable from './en/cable.ts';
import cli from './en/cli.ts';
import comment from './en/comment.ts';
import credentials from './en/credentials.ts';
import desk from './en/desk.ts';
import documents from './en/documents.ts';
import floor from './en/floor.ts';
import floorPages from './en/floor-pages.ts';
import followup from './en/followup.ts';
import handover from './en/handover.ts';
import importing from './en/importing.ts';
import keeping from './en/keeping.ts';
import length from './en/length.ts';
import lists from './en/lists.ts';
import recommendationPage from './en/recommendation-page.ts';
import mail from './en/mail.ts';
import pace from './en/pace.ts';
import pages from './en/pages.ts';
import notes from './en/notes.ts';
import people from './en/people.ts';
import pointsDesk from './en/points-desk.ts';
import printed from './en/printed.ts';
import privacy from './en/privacy.ts';
import programme from './en/programme.ts';
import programmeDesk from './en/programme-desk.ts';
import reading from './en/reading.ts';
import receipt from './en/receipt.ts';
import record from './en/record.ts';
import recordLines from './en/record-lines.ts';
import register from './en/register.ts';
import report from './en/report.ts';
import reportDesk from './en/report-desk.ts';
import seal from './en/seal.ts';
import signIn from './en/sign-in.ts';
import statementPage from './en/statement-page.ts';
import statements from './en/statements.ts';
import ui from './en/ui.ts';
import window from './en/window.ts';

export default {
  ...accounts,
  ...analysis,
  ...api,
  ...checks,
  ...cable,
  ...cli,
  ...comment,
  ...credentials,
  ...desk,
  ...documents,
  ...floor,
  ...floorPages,
  ...followup,
  ...handover,
  ...importing,
  ...keeping,
  ...length,
  ...lists,
  ...recommendationPage,
  ...mail,
  ...pace,
  ...pages,
  ...notes,
  ...people,
  ...pointsDesk,
  ...printed,
  ...privacy,
  ...programme,
  ...programmeDesk,
  ...reading,
  ...receipt,
  ...record,
  ...recordLines,
  ...register,
  ...report,
  ...reportDesk,
  ...seal,
  ...signIn,
  ...statementPage,
  ...statements,
  ...ui,
  ...window,
} as const;
