// All unit tests in one process: node's own test runner starts with the first of them.
import './advice.test';
import './ambiguities.test';
import './anyText.test';
import './cli.test';
import './corpus.test';
import './decode.test';
import './folding.test';
import './golden.test';
import './hover.test';
import './project.test';
import './reading.test';
import './recognition.test';
import './records.test';
import './session.test';
import './tables.test';
import './tokens.test';
import './verdicts.test';
