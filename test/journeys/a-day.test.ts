// One forum and one browser for every role's day: each story leaves the forum as the next can find it.
import { anyWay } from './any-way.ts';
import { theChairsOffice } from './chairs-office.ts';
import { aCoChair } from './co-chair.ts';
import { aDelegate } from './delegate.ts';
import { anInstaller } from './installer.ts';
import { aGuest } from './guest.ts';
import { inTheDemo } from './journey.ts';
import { theLetters } from './letters.ts';
import { aRapporteur } from './rapporteur.ts';
import { aPractice } from './practice.ts';
import { aReader } from './reader.ts';
import { theRegister } from './register.ts';
import { aResearcher } from './researcher.ts';
import { theChairRules } from './rulings.ts';
import { theSupportUnit } from './support-unit.ts';
import { theThread } from './thread.ts';
import { aVisitor } from './visitor.ts';

const demo = inTheDemo();

aVisitor(demo);
aGuest(demo);
aCoChair(demo);
aDelegate(demo);
theThread(demo);
aReader(demo);
aRapporteur(demo);
theSupportUnit(demo);
theRegister(demo);
aResearcher(demo);
theChairsOffice(demo);
theChairRules(demo);
anyWay(demo);
theLetters(demo);
aPractice(demo);
anInstaller(demo);
