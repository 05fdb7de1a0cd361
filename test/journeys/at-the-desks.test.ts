// The same for whoever sits at a desk, in a forum of their own beside the other.
import { aNoteTaker } from './note-taker.ts';
import { aPractice } from './practice.ts';
import { aResearcher } from './researcher.ts';
import { anInstaller } from './installer.ts';
import { anyWay } from './any-way.ts';
import { inTheDemo } from './journey.ts';
import { theChairRules } from './rulings.ts';
import { theChairsOffice } from './chairs-office.ts';
import { theLetters } from './letters.ts';
import { theRegister } from './register.ts';
import { theSupportUnit } from './support-unit.ts';

const demo = inTheDemo();

aNoteTaker(demo);
theSupportUnit(demo);
theRegister(demo);
aResearcher(demo);
theChairsOffice(demo);
theChairRules(demo);
anyWay(demo);
theLetters(demo);
aPractice(demo);
anInstaller(demo);
