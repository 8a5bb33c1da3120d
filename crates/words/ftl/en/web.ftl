# The workbench in the browser
web-home = Go to the studies
web-studies = Studies
web-studies-none = There are no studies yet. Start a blank one, take a template, or open a file.
web-role-organiser = organiser
web-role-reader = reader
web-revisions = { $count ->
    [one] 1 saved change
   *[other] { $count } saved changes
}
web-new = New study
web-new-title = Title
web-new-from = Start from
web-new-blank = A blank study
web-template-taller-minimo = The smallest workshop: eight variables, two axes, one round
web-template-mipymes-peru-2030 = The whole example: technology MSMEs of Peru to 2030
web-new-make = Start
web-open = Open a file
web-open-about = A study archive (.zip) or its Excel workbook (.xlsx), as the program writes them.
web-open-file = File
web-open-make = Open
web-sign-out = Sign out
web-language = Language
web-path = Stages of the study
web-report = Report
web-problems = Notices
web-history = History
web-frame = Study data sheet
web-frame-edit = Edit the study data sheet
web-no-question = The study has no focal question yet.
web-next = Next step
web-empty = Nothing here yet.
web-about-frame = The question, the subject, the limits, the conceptual model and the rules.
web-about-scan = Evidence from the environment, series, and the long list of ideas.
web-about-consult = The panel, its consultations, and what it answered in each round.
web-about-structure = The variables and their influences, the actors, the SWOT.
web-about-explore = The axes, the scenarios, and the states of each variable.
web-about-choose = The scenario to bet on, its reasons, and the decisions.
web-about-act = Opportunities, objectives, actions and the roadmap.
web-about-watch = Indicators, thresholds, readings and early signs.
web-validated = Validated on { $date } ({ $by }).
web-wrong = { $count ->
    [one] 1 error to correct
   *[other] { $count } errors to correct
}
web-lacks = { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
}
web-stale-decisions = { $count ->
    [one] 1 decision rests on results that have changed
   *[other] { $count } decisions rest on results that have changed
}
web-archive = Study archive (.zip)
web-workbook = Excel workbook (.xlsx)
web-figure-years = from base year to horizon
web-figure-experts = experts
web-figure-answers = answers
web-figure-variables = variables
web-figure-bet = scenario to bet on
web-figure-bet-proposed = scenario to bet on as the rule proposes, not decided
web-parts = Parts of the stage
web-found = What comes out
web-found-none = What is there does not give any result at this stage yet.
web-lacking = What is missing
web-resampling = The panel is being resampled; intervals and stabilities will appear by themselves.
web-id = Id
web-name = Name
web-state = State
web-marks = { $count ->
    [one] 1 notice
   *[other] { $count } notices
}
web-untranslated = { $count ->
    [one] 1 translation missing
   *[other] { $count } translations missing
}
web-add = Id of the new record
web-add-make = Add
web-save = Save
web-saved = Saved
web-waiting = Saving…
web-delete = Delete the record
web-markdown = Markdown; as long as it needs to be.
web-missing = missing
web-history-of = History of this record
web-clash = Somebody else saved the same while you were writing
web-clash-about = Nothing is lost. Compare, leave below the text that should stand, and save again.
web-clash-base = What you had read
web-clash-theirs = What was saved meanwhile
web-clash-yours = What you wrote
web-clash-deleted = The record was deleted meanwhile. If you save again, it comes back.
web-clash-edited = The record was changed meanwhile. Look at it before you delete it.
web-stale = { "{by}" } saved a change. Reload the page to see it.
web-changed = There were changes meanwhile. Reload the page to see them.
web-draft = A draft that had not been saved was recovered.
web-offline = No connection to the server. What you write is kept in this browser and sent when it is back.
web-rounds = Answers by round
web-answered = { $n ->
    [0] no answers
    [one] 1 answered
   *[other] { $n } answered
}
web-experts = Experts
web-ask-influence = How much does { $a } influence { $b }?
web-grid-help = Choose a cell. A digit fills it and moves on; the arrows go about; F2 edits, Del clears, Ctrl+Z undoes. A block from Excel can be pasted.
web-grid-none = To fill this matrix it needs the records that are asked about and the experts of the round.
web-grid-refused = Not on the scale
web-refused = “{ $value }” is not on the scale { $scale }.
web-pair-none = No opinion
web-pair-clear = Clear
web-pair-back = Previous
web-pair-next = Next
web-pair-gap = Next unanswered
web-pair-table = See as a table
web-pair-cards = One question at a time
web-left-out-many = Some pasted cells have no place in this grid and were left out:
web-ask-position = How does { $a } stand on { $b }?
web-ask-power = How much can { $a } press { $b }?
web-ask-effect = What effect does { $a } have on { $b }?
web-ask-impact = What does it mean for { $b } that { $a } happens?
web-ask-crossing = How strongly does { $a } bear on { $b }?
web-ask-importance = How important is { $a }, to { $b }?
web-ask-uncertainty = How uncertain is { $a }, to { $b }?
web-design = The pieces of the workbench
web-design-about = Every page is made of these and of nothing else. They look like this on screen and paper, in light and dark.
web-design-colours = Colours
web-design-type = Type
web-design-type-sample = Forty years of rain in one figure: 1,234.56
web-design-controls = Controls
web-design-messages = Messages
web-design-data = Records and figures
web-design-grid = Grid of answers
web-design-pair = One question at a time
web-answer = Answer
web-observation = Value of a series
web-when = When
web-who = Who
web-what = What
web-deleted = deleted
web-history-about = { $count ->
    [one] One saved change. Nothing is ever removed from the history.
   *[other] { $count } saved changes. Nothing is ever removed from the history.
}
web-restore = Go back to this version
web-problems-none = There is nothing to correct and nothing to complete.
web-errors = Errors
web-warnings = Warnings
web-gaps = What is missing
web-profile = Kind of report
web-format-pdf = PDF
web-format-docx = Word
web-format-html = Page
web-format-xlsx = Tables (Excel)
web-format-json = Findings (JSON)
web-fault = That could not be done
web-fault-sign-in = To come in, open the link that “atalaya serve” prints when it starts.
web-fault-link = The link was used already, or is too old. Start “atalaya serve” again and open the one it prints.
web-fault-not-found = There is no such page, or the study is not yours.
web-fault-forbidden = Your role in this study lets you read, not write.
web-fault-foreign = The request does not come from a page of this server.
web-fault-bad = What was sent cannot be understood. Go back to the page and try again.
web-fault-conflict = Somebody else saved the same meanwhile. Reload the page.
web-fault-full = The disk is full and nothing was saved. Make room and save again; what you wrote is still on the page.
web-fault-busy = The database is busy. Try again in a moment.
web-fault-internal = The program failed; the server’s log says why. What was saved before is safe.
web-fault-taken = There is one of that name already. Choose another.
web-fault-id = That cannot be an id: start with a letter and go on with letters, digits, hyphen or underscore; at most 32 characters.
web-fault-errors = The study has errors, and a report would say what is not so. They are under “Notices”, each with its remedy.
web-fault-title = The study needs a title.
web-fault-upload = The file did not arrive whole, or is larger than 32 MB.
web-fault-too-many = Those are too many cells for one time.

# The server
serve-analyst = Analyst
serve-ready =
    The workbench is ready. Open this link in your browser; it works once and for an hour:

      { $link }

    Studies are kept in { $db }. Ctrl+C stops it.
serve-stopped = Stopped; everything that was saved is in the database.
serve-listen = Cannot listen at that address: { $reason }. Try another port: `atalaya serve --listen 127.0.0.1:8721`.
serve-loopback = { $address } can be reached by other machines, and this server is for working alone. Use 127.0.0.1 and a port.
serve-database = Cannot open the database { $db }: { $reason }
cli-about-serve = Open the workbench in the browser: the whole study, from the question to the report
cli-serve-demo = With the example study
cli-serve-db = Where studies are kept; without it, atalaya.db in this folder
cli-serve-listen = Address and port, on this machine (by default 127.0.0.1:8720)
cli-value-addr = ADDRESS
