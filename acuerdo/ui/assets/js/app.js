// Every page works without this file; with it, it is quicker and live.
import "./requests.js";
import "./theme.js";
import "./relative.js";
import "./drafts.js";
import "./autosave.js";
import "./presence.js";
import "./saved.js";
import "./composer.js";
import "./files.js";
import "./keys.js";
import "./live.js";
import "./open.js";
import "./verbs.js";
import "./calm.js";
import "./fold.js";
import "./manual.js";
import "./administration.js";
